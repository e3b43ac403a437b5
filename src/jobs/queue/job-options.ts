import type { JobsOptions } from 'bullmq'
import type { JobRequest } from './job-queue.ts'

const DAY_SECONDS = 24 * 60 * 60
const KEEP = { age: 30 * DAY_SECONDS, count: 5000 }

const ID = /^(?!\d+$)[A-Za-z0-9._-]{1,200}$/

/** Throws unless the id is one that BullMQ takes on every store: no `:`, and not a number. */
export function validateJobId(id: string): void {
  if (ID.test(id)) return
  const given = JSON.stringify(id.slice(0, 80))
  throw new TypeError(
    `${given} cannot be a job's id: up to 200 letters, digits, "-", "." and "_", with at least one non-digit`
  )
}

export function buildTries({ attempts = 1, backoffMs = 1000 }: Pick<JobRequest, 'attempts' | 'backoffMs'>) {
  return {
    attempts: Math.max(1, attempts),
    backoff: { type: 'exponential', delay: Math.max(1, backoffMs), jitter: 0.5 },
    removeOnComplete: KEEP,
    removeOnFail: KEEP
  } satisfies JobsOptions
}

export type ChildPolicy = 'ignoreDependencyOnFailure' | 'continueParentOnFailure'

/**
 * Every job says what its failure means for a parent, also while it has none: on PostgreSQL a job that gets a parent
 * later keeps the policy it was made with, and one without policy leaves that parent waiting for ever.
 */
export function buildJobOptions(
  request: JobRequest,
  policy: ChildPolicy = 'ignoreDependencyOnFailure'
): JobsOptions {
  validateJobId(request.id)
  return { ...buildTries(request), jobId: request.id, [policy]: true }
}
