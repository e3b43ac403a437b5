import type { Bull, BullJob } from './bull.ts'
import { childrenOf, type JobRef } from './envelope.ts'
import { cleanJson } from './clean-json.ts'
import type { JobStateName } from './job-queue.ts'
import { isEnded, lookUp } from './look-up.ts'
import { JobCancelled, type RunningJobs } from './running-jobs.ts'

/** Removes a waiting job, or leaves word on it and aborts it where it runs; a job that waits for children takes them with it. */
export async function cancelJob(
  bull: Bull,
  running: RunningJobs,
  ref: JobRef,
  reason: string
): Promise<boolean> {
  const found = await lookUp(bull, ref)
  if (found === null || isEnded(found.state)) return false
  const { job, state } = found
  // A parent that found its child gone would add it again.
  if (isQueued(state) && job.parent === undefined && (await tryRemove(job))) return true

  const cancelled = cleanJson(`cancelled: ${reason}`)
  await job.updateData({ ...job.data, cancelled })
  running.abort(ref, new JobCancelled(cancelled))
  if (state === 'delayed') await promote(job)
  if (state === 'waiting-children') await cancelChildren(bull, running, job, reason)
  return true
}

/** Those in the queue first, or each aborted one would make room for the next. */
async function cancelChildren(
  bull: Bull,
  running: RunningJobs,
  parent: BullJob,
  reason: string
): Promise<void> {
  const left: JobRef[] = []
  for (const ref of childrenOf(parent.data)) {
    const found = await lookUp(bull, ref)
    const isGone = found !== null && isQueued(found.state) && (await tryRemove(found.job))
    if (!isGone) left.push(ref)
  }
  for (const ref of left) await cancelJob(bull, running, ref, reason)
}

const isQueued = (state: JobStateName): boolean => state === 'waiting' || state === 'delayed'

/** False where a worker has just taken the job, or a schedule owns it. */
async function tryRemove(job: BullJob): Promise<boolean> {
  try {
    await job.remove()
    return true
  } catch {
    return false
  }
}

/** Its wait may have ended meanwhile. */
const promote = (job: BullJob): Promise<void> => job.promote().catch(() => undefined)
