import { CronExpressionParser } from 'cron-parser'
import { clockAt, momentOf } from './zoned-clock.ts'

/** More than any clock has been put back by in our time. */
const PUT_BACK_MS = 3 * 60 * 60 * 1000

/**
 * The next time after `now` that a schedule comes round. The pattern is held against the clock on the wall, each of
 * its times once: where clocks go back the first, where they go forward as soon as they have.
 */
export function dueAt(cron: string, timeZone: string, now: Date): Date {
  const times = timesFrom(cron, clockAt(timeZone, now.getTime()))
  for (;;) {
    const due = momentOf(timeZone, times.next().getTime())
    if (due > now.getTime()) return new Date(due)
  }
}

/** The last time at or before `now` that a schedule came round. */
export function lastDueAt(cron: string, timeZone: string, now: Date): Date {
  const times = timesFrom(cron, clockAt(timeZone, now.getTime()) + PUT_BACK_MS)
  for (;;) {
    const due = momentOf(timeZone, times.prev().getTime())
    if (due <= now.getTime()) return new Date(due)
  }
}

const timesFrom = (cron: string, clock: number) =>
  CronExpressionParser.parse(cron, { currentDate: new Date(clock), tz: 'UTC' })
