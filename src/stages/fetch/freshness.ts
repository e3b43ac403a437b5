import type { Candidate } from './build-candidate.ts'

const HOUR_MS = 60 * 60 * 1000
const FRESH_HOURS = 48
/** Where there is too little news: the narrowest of these that leaves a choice. */
const WIDER_HOURS = [FRESH_HOURS, 7 * 24, 30 * 24]
/** Stories to choose from for each one that is wanted. */
const CHOICE = 2

/** From when age is counted, and why. */
export interface Clock {
  /** ms since 1970 */
  reference: number
  /** Were there too few fresh stories, so that age counts from the newest one? */
  fromNewest: boolean
  /** Oldest age that may still be told, in hours. */
  maxAgeHours: number
}

const ageHours = (time: number, reference: number): number => Math.max(0, reference - time) / HOUR_MS

/** A date in the future is a mistake, and tells no age. */
export const timeOf = (candidate: Candidate, now: Date): number | null =>
  candidate.time !== null && candidate.time <= now.getTime() + 24 * HOUR_MS ? candidate.time : null

/**
 * Counts age from `now` when enough stories are fresh, else from the newest story, over as long a time as it takes:
 * saved feeds make an episode too. Feeds that are alive give nothing older than 30 days.
 */
export function planClock(candidates: readonly Candidate[], now: Date, wanted: number): Clock {
  const times = candidates.map(candidate => timeOf(candidate, now)).filter(time => time !== null)
  const within = (hours: number, reference: number): number =>
    times.filter(time => ageHours(time, reference) <= hours).length
  const fresh = within(FRESH_HOURS, now.getTime())
  if (fresh >= wanted) return { reference: now.getTime(), fromNewest: false, maxAgeHours: FRESH_HOURS }
  const reference = times.reduce((newest, time) => Math.max(newest, time), 0)
  const undated = candidates.length - times.length
  const wide = WIDER_HOURS.find(hours => within(hours, reference) + undated >= wanted * CHOICE)
  return {
    reference,
    fromNewest: true,
    maxAgeHours: wide ?? (fresh > 0 ? Math.max(...WIDER_HOURS) : Infinity)
  }
}

/** How much older than the clock a candidate is, in hours; null where it has no date. */
export function ageOf(candidate: Candidate, clock: Clock, now: Date): number | null {
  const time = timeOf(candidate, now)
  return time === null ? null : ageHours(time, clock.reference)
}

/** 1 for what is new, half of it every 24 hours; what has no date counts as a day old. */
export const freshnessOf = (age: number | null): number => 0.5 ** ((age ?? 24) / 24)

const inDays = (hours: number): string =>
  hours < 72 ? `${Math.round(hours)} hours` : `${Math.round(hours / 24)} days`

/** Said where age is not counted from now. */
const clockNote = ({ fromNewest, reference }: Clock): string =>
  fromNewest
    ? `; too few are from the last ${FRESH_HOURS} hours, so age counts from the newest, of ${new Date(reference).toISOString().slice(0, 10)}`
    : ''

/** Why a story that is too old was left out. */
export const tooOld = (age: number, clock: Clock): string =>
  `${inDays(age)} old, more than ${inDays(clock.maxAgeHours)}${clockNote(clock)}`

/** Why a story that others beat was left out. */
export const outscored = (score: number, clock: Clock): string =>
  `others scored higher than its ${score.toFixed(2)}${clockNote(clock)}`
