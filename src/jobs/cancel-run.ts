import { setTimeout as sleep } from 'node:timers/promises'
import type { Run } from '../domain/episode.ts'
import { jobsAfter } from './jobs-after.ts'
import { episodeJobSchema } from './payloads.ts'
import type { JobQueue, JobSnapshot } from './queue/job-queue.ts'
import { jobsOfRun, runState } from './run-status.ts'

/** Another process looks once a second whether its job is to stop. */
const HEARD_MS = 1500
const POLL_MS = 100

const isOpen = ({ state }: JobSnapshot): boolean => state !== 'completed' && state !== 'failed'

/**
 * Cancels what is open of a run, and what a job left behind that was done before it heard of it. False where the run
 * has come to its end all the same.
 */
export async function cancelRun(queue: JobQueue, run: Run, reason: string): Promise<boolean> {
  const until = Date.now() + HEARD_MS
  let isTold = false
  for (;;) {
    const jobs = await jobsOfRun(queue, run)
    const open = jobs.filter(isOpen)
    const told = await Promise.all(open.map(({ stage, id }) => queue.cancel(stage, id, reason)))
    isTold ||= told.includes(true)
    if (open.length === 0) return isTold && (await isStopped(queue, jobs, reason))
    if (Date.now() > until) return isTold
    await sleep(POLL_MS)
  }
}

/** A job that heard of it at the very last may have asked for the next one already, which nothing leads to any more. */
async function isStopped(queue: JobQueue, jobs: readonly JobSnapshot[], reason: string): Promise<boolean> {
  const last = jobs.at(-1)
  if (last?.state === 'failed')
    for (const { stage, id } of jobsAfter(last.stage, 'done', episodeJobSchema.parse(last.data)))
      await queue.cancel(stage, id, reason)
  const state = runState(last)
  return state !== 'done' && state !== 'nothing-new'
}
