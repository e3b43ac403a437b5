import type { Problem } from './read-problem.ts'
import { lacksCredit } from './status-fault.ts'

const MOST_TRIES = { limited: 2, failed: 1 }

/** How often an answer was tried again already, and why. */
export interface Tries {
  limited: number
  failed: number
}

export type RetryPlan = { kind: keyof Tries; waitMs: number } | null

/** What a server asks for in Retry-After: seconds or a date; null where it says nothing that can be read. */
export function parseRetryAfterMs(text: string | undefined, nowMs: number): number | null {
  const value = text?.trim() ?? ''
  if (/^\d{1,9}(?:\.\d+)?$/.test(value)) return Number(value) * 1000
  // Date.parse takes a bare number with a sign for a year.
  const date = /[A-Za-z]/.test(value) ? Date.parse(value) : NaN
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs)
}

/** When to ask again; null where that would not help, or where the wait is longer than `mostMs`. */
export function planRetry(
  problem: Problem,
  tried: Tries,
  { pauseMs, mostMs, nowMs }: { pauseMs: number; mostMs: number; nowMs: number }
): RetryPlan {
  const kind = problem.status === 429 ? 'limited' : problem.status >= 500 ? 'failed' : null
  if (kind === null || lacksCredit(problem) || tried[kind] >= MOST_TRIES[kind]) return null
  const waitMs = parseRetryAfterMs(problem.retryAfter, nowMs) ?? pauseMs * 2 ** tried[kind]
  return waitMs > mostMs ? null : { kind, waitMs }
}
