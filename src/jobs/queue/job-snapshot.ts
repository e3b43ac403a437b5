import type { Bull, BullJob } from './bull.ts'
import { childrenOf, type JobRef } from './envelope.ts'
import type { JobProgress, JobSnapshot } from './job-queue.ts'
import { isEnded, lookUp, reasonOf } from './look-up.ts'

export async function findSnapshot(bull: Bull, ref: JobRef): Promise<JobSnapshot | null> {
  const found = await lookUp(bull, ref)
  if (found === null) return null
  const { job, state } = found
  return {
    ...ref,
    name: job.name,
    data: job.data.data,
    state,
    progress: toProgress(job.progress),
    children: await countChildren(job),
    result: state === 'completed' ? job.returnvalue : null,
    failedReason: state === 'failed' ? reasonOf(job) : null,
    retries: Math.max(0, job.attemptsMade - (isEnded(state) ? 1 : 0))
  }
}

/** BullMQ starts progress at the number 0. */
export function toProgress(value: unknown): JobProgress | null {
  return value !== null && typeof value === 'object' && 'done' in value && 'total' in value
    ? (value as JobProgress)
    : null
}

async function countChildren(job: BullJob): Promise<JobSnapshot['children']> {
  const total = childrenOf(job.data).length
  if (total === 0) return null
  const { unprocessed = 0 } = await job.getDependenciesCount({ unprocessed: true })
  return { ended: Math.max(0, total - unprocessed), total }
}
