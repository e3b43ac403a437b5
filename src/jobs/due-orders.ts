import type { Show } from '../domain/show.ts'
import { lastDueAt } from './queue/cron-times.ts'
import type { JobQueue, JobRequest } from './queue/job-queue.ts'
import { momentOf } from './queue/zoned-clock.ts'

export { dueAt } from './queue/cron-times.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** A run that was missed by more than this is not made up for. */
const MOST_LATE_MS = DAY_MS
/** A worker may be busy for a while; after this, a run is late. */
const LATE_MS = 10 * 60 * 1000

export const isLate = (due: Date, now: Date): boolean => now.getTime() - due.getTime() > LATE_MS

/** When the schedule last came round after `since`; null where it did not, or 24 hours ago or longer. */
export function missedRun(
  { schedule, timeZone }: Pick<Show, 'schedule' | 'timeZone'>,
  since: Date,
  now: Date
): Date | null {
  if (schedule === undefined) return null
  const due = lastDueAt(schedule, timeZone, now)
  const isMissed = due > since && now.getTime() - due.getTime() < MOST_LATE_MS
  return isMissed ? due : null
}

/** Which run to make where the one of `due` is taken now, perhaps late: the latest that is due, or none at all. */
export function runToMake(show: Pick<Show, 'schedule' | 'timeZone'>, due: Date, now: Date): Date | null {
  if (due >= now) return due
  return missedRun(show, due, now) ?? (now.getTime() - due.getTime() < MOST_LATE_MS ? due : null)
}

/** One job for a run of a schedule, whoever asks for it and however often. */
export const dueOrder = (show: string, due: Date): JobRequest => ({
  stage: 'fetch',
  name: 'order',
  id: `${show}-order-${due.getTime()}`,
  data: { show, due: due.toISOString() },
  attempts: 5,
  backoffMs: 30_000
})

/** Asks for a run of a schedule; one that has failed is tried again. */
export async function askDue(queue: JobQueue, show: string, due: Date): Promise<JobRequest> {
  const order = dueOrder(show, due)
  const known = await queue.find(order.stage, order.id)
  if (known?.state === 'failed') await queue.retry(order.stage, order.id)
  else await queue.add(order)
  return order
}

/** When an episode of that day may appear; null where the show does not say. */
export function releaseTime(show: Pick<Show, 'releaseAt' | 'timeZone'>, date: string): Date | null {
  if (show.releaseAt === undefined) return null
  return new Date(momentOf(show.timeZone, Date.parse(`${date}T${show.releaseAt}:00Z`)))
}
