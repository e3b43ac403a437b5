import type { Bull, BullJob } from './bull.ts'
import type { JobRef } from './envelope.ts'
import type { JobStateName } from './job-queue.ts'

const STATES: Readonly<Record<string, JobStateName>> = {
  waiting: 'waiting',
  prioritized: 'waiting',
  paused: 'waiting',
  delayed: 'delayed',
  active: 'active',
  'waiting-children': 'waiting-children',
  completed: 'completed',
  failed: 'failed'
}

export interface Found {
  job: BullJob
  state: JobStateName
}

/** A job and its state; null where it is unknown. The state is read first, so that an ended job comes with its result. */
export async function lookUp(bull: Bull, { stage, id }: JobRef): Promise<Found | null> {
  const queue = bull.queues[stage]
  const state = STATES[await queue.getJobState(id)]
  const job = state === undefined ? undefined : await queue.getJob(id)
  return job === undefined || state === undefined ? null : { job, state }
}

export const isEnded = (state: JobStateName): boolean => state === 'completed' || state === 'failed'

export const reasonOf = (job: BullJob): string => job.failedReason || 'failed without a reason'
