import type { ParentOptions } from 'bullmq'
import type { Bull, BullJob } from './bull.ts'
import { cleanJson } from './clean-json.ts'
import { wrap, type JobRef } from './envelope.ts'
import { buildJobOptions, type ChildPolicy } from './job-options.ts'
import type { ChildOutcome, JobRequest } from './job-queue.ts'
import { lookUp, reasonOf } from './look-up.ts'

export interface ChildPlan {
  policy: ChildPolicy
  /** Did an earlier start of the parent add it? Then its failure is an outcome, else one of long ago. */
  isKnown: boolean
}

/** Adds the child, or adopts the job that has its id, unless that has completed already. */
export async function ensureChild(
  bull: Bull,
  parent: BullJob,
  child: JobRequest,
  plan: ChildPlan
): Promise<void> {
  const found = await lookUp(bull, child)
  if (found?.state === 'completed' || (found?.state === 'failed' && plan.isKnown)) return
  if (found?.state === 'failed') await forgetFailed(found.job, parent)
  else if (found !== null && belongsTo(found.job, parent)) return
  await attach(bull, parent, child, plan.policy)
}

/** PostgreSQL counts pending children apart from their list, and a child retried by hand throws the count off. */
export async function reattach(
  bull: Bull,
  parent: BullJob,
  child: JobRequest,
  policy: ChildPolicy
): Promise<void> {
  const found = await lookUp(bull, child)
  if (found !== null && belongsTo(found.job, parent)) await found.job.removeChildDependency()
  await attach(bull, parent, child, policy)
}

/** Removes a failed job so that its id may be used anew, also by a child of the same parent. */
export async function forgetFailed(job: BullJob, parent: BullJob): Promise<void> {
  if (belongsTo(job, parent)) await job.removeChildDependency()
  await job.remove()
}

/** Null while it has not ended. */
export async function outcomeOf(bull: Bull, { stage, id }: JobRef): Promise<ChildOutcome | null> {
  const found = await lookUp(bull, { stage, id })
  if (found === null) return { id, status: 'failed', reason: 'was removed before it ended' }
  if (found.state === 'completed') return { id, status: 'completed', result: found.job.returnvalue }
  return found.state === 'failed' ? { id, status: 'failed', reason: reasonOf(found.job) } : null
}

async function attach(bull: Bull, parent: BullJob, child: JobRequest, policy: ChildPolicy): Promise<void> {
  const options = { ...buildJobOptions(child, policy), parent: asParent(parent) }
  try {
    await bull.queues[child.stage].add(cleanJson(child.name), wrap(child.data), options)
  } catch (error) {
    if (!(error instanceof Error) || !/parent/i.test(error.message)) throw error
    throw new Error(
      `${child.name} ${child.id} is being made for another job: try again when that has ended`,
      {
        cause: error
      }
    )
  }
  // BullMQ never tells a parent of a child that had failed before it was attached.
  const found = await lookUp(bull, child)
  if (found?.state === 'failed') await found.job.removeChildDependency()
}

const asParent = (job: BullJob): ParentOptions => ({ id: job.id ?? '', queue: job.queueQualifiedName })

const belongsTo = (job: BullJob, parent: BullJob): boolean =>
  job.parent?.id === parent.id && job.parent?.queueKey === parent.queueQualifiedName
