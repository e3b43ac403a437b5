import { STAGES, type StageName } from '../domain/stages.ts'
import type { JobQueue, JobStateName } from './queue/job-queue.ts'

export type QueueCounts = Record<StageName, Record<JobStateName, number>>

/** How many jobs of each stage are in each state. */
export async function countJobs(queue: JobQueue): Promise<QueueCounts> {
  const entries = await Promise.all(STAGES.map(async stage => [stage, await queue.counts(stage)] as const))
  return Object.fromEntries(entries) as QueueCounts
}
