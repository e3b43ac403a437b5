import { MONTHS, WEEKDAYS } from './word-lists.ts'

const DAY_MS = 86_400_000

/** Midnight UTC of a calendar day (YYYY-MM-DD or ISO 8601), in ms; null where it is no date. */
export function dayOf(date: string | null): number | null {
  const [day = ''] = /^\d{4}-\d{2}-\d{2}/.exec(date ?? '') ?? []
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? null : at
}

/** "Friday, August 29" */
export function spokenDay(day: number): string {
  const date = new Date(day)
  return `${WEEKDAYS[date.getUTCDay()]}, ${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}`
}

/** "November 15, 2017" */
export function spokenDate(day: number): string {
  const date = new Date(day)
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`
}

export const addDays = (day: number, days: number): number => day + days * DAY_MS

/** The first day with that name on or after `day`. */
export const weekdayFrom = (day: number, weekday: string): number =>
  addDays(day, (WEEKDAYS.indexOf(weekday) - new Date(day).getUTCDay() + 7) % 7)

/** The last day with that name on or before `day`. */
export const weekdayUpTo = (day: number, weekday: string): number =>
  addDays(day, -((new Date(day).getUTCDay() - WEEKDAYS.indexOf(weekday) + 7) % 7))

export const sameMonth = (a: number, b: number): boolean =>
  new Date(a).toISOString().slice(0, 7) === new Date(b).toISOString().slice(0, 7)

export const yearOf = (day: number): number => new Date(day).getUTCFullYear()
