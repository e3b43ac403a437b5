import { failuresOf, type HttpEntry } from '../../domain/http-entry.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
/** Two failures are chance. */
const PATIENT_FAILURES = 2
/** A little less than a day, so that a daily show asks every day. */
const MOST_PAUSE_MS = 23 * HOUR_MS

export type AskPlan =
  | { ask: true }
  /** The server's wish, or our own after failures. */
  | { ask: false; because: 'wish' | 'failures'; reason: string }

/** How long an address is left alone after so many failures in a row: an hour from the third on, then twice as long each time. */
export const pauseAfterFailures = (failures: number): number =>
  failures <= PATIENT_FAILURES
    ? 0
    : Math.min(HOUR_MS * 2 ** Math.min(failures - PATIENT_FAILURES - 1, 10), MOST_PAUSE_MS)

/** "06:15 UTC", with the day where it is another one. */
function clockTime(at: Date, now: Date): string {
  const [day = '', time = ''] = at.toISOString().split('T')
  const isToday = now.toISOString().startsWith(day)
  return `${isToday ? '' : `${day} `}${time.slice(0, 5)} UTC`
}

function agoOf(askedAt: string, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(askedAt)) / MINUTE_MS))
  return minutes === 1 ? 'asked 1 minute ago' : `asked ${minutes} minutes ago`
}

/**
 * May the address be asked now? A person who waits is not told to wait for a feed that failed, but a server's wish holds
 * for all. Pages and pictures are asked for when a story needs them.
 */
export function planAsk(entry: HttpEntry | null, now: Date, isByHand: boolean): AskPlan {
  if (entry === null) return { ask: true }
  const refuse = (because: 'wish' | 'failures', atMs: number, why: string): AskPlan => ({
    ask: false,
    because,
    reason: `${why}; not before ${clockTime(new Date(atMs), now)}`
  })
  const wishMs = entry.notBefore === null ? 0 : Date.parse(entry.notBefore)
  if (wishMs > now.getTime()) return refuse('wish', wishMs, agoOf(entry.askedAt, now))
  const failures = failuresOf(entry)
  const againMs = Date.parse(entry.lastFailedAt ?? entry.askedAt) + pauseAfterFailures(failures)
  if (isByHand || entry.kind !== 'feed' || againMs <= now.getTime()) return { ask: true }
  return refuse('failures', againMs, `it failed ${failures} times in a row, ${agoOf(entry.askedAt, now)}`)
}
