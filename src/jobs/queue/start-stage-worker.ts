import type { StageName } from '../../domain/stages.ts'
import type { Bull } from './bull.ts'
import type { Processor, StageWorker } from './job-queue.ts'
import { runJob } from './run-job.ts'
import { type RunningJobs, WorkerStopping } from './running-jobs.ts'
import { withoutRepeats } from './without-repeats.ts'

/** A person may kill the process several times while a job runs; steps are idempotent. */
const MAX_STALLS = 5
/** A bound for a job that kills its process each time it is started. */
const MAX_STARTS = 30

export function startStageWorker(
  bull: Bull,
  running: RunningJobs,
  stage: StageName,
  processor: Processor,
  { concurrency, onError }: { concurrency: number; onError: (error: Error) => void }
): StageWorker {
  const inHand = new Set<AbortController>()
  const worker = bull.startWorker(
    stage,
    async (job, token = '') => {
      const ref = { stage, id: job.id ?? '' }
      const controller = running.begin(ref)
      inHand.add(controller)
      try {
        return await runJob(bull, stage, job, token, processor, controller)
      } finally {
        inHand.delete(controller)
        running.end(ref, controller)
      }
    },
    {
      concurrency,
      lockDuration: bull.store.timings.lockMs,
      stalledInterval: bull.store.timings.stalledMs,
      maxStalledCount: MAX_STALLS,
      maxStartedAttempts: MAX_STARTS
    }
  )
  worker.on('error', withoutRepeats(onError))
  worker.on('failed', (job, error) => {
    onError(new Error(`${stage} ${job?.id ?? ''} failed: ${error.message}`, { cause: error.cause ?? error }))
  })
  worker.on('lockRenewalFailed', ids => {
    for (const id of ids)
      running.abort({ stage, id }, new Error(`${stage} ${id} was given to another worker`))
  })
  return {
    async close(graceMs) {
      const timer = setTimeout(() => {
        for (const controller of inHand) controller.abort(new WorkerStopping('The worker is stopping'))
      }, graceMs)
      await bull.store.unlessAway(worker.close())
      clearTimeout(timer)
      // BullMQ does this last, and never where Redis is away: its timers would keep the process from ending.
      await worker['lockManager'].close()
    }
  }
}
