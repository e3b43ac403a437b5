import { DelayedError, UnrecoverableError, WaitingChildrenError, WaitingError } from 'bullmq'
import type { StageName } from '../../domain/stages.ts'
import type { Bull, BullJob } from './bull.ts'
import { cleanJson } from './clean-json.ts'
import { fanOut } from './fan-out.ts'
import type { JobResult, Processor, RunningJob } from './job-queue.ts'
import { JobCancelled, WorkerStopping } from './running-jobs.ts'
import { dueTimeOf } from './schedules.ts'
import { toBullmqError } from './to-bullmq-error.ts'

const CANCEL_POLL_MS = 1000

/** One start of one job: hands it to the processor, and turns the end of that into what BullMQ must do next. */
export async function runJob(
  bull: Bull,
  stage: StageName,
  job: BullJob,
  token: string,
  processor: Processor,
  controller: AbortController
): Promise<JobResult> {
  const { signal } = controller
  const lease = lend(bull, stage, job, token, signal)
  const watch = setInterval(() => void abortIfCancelled(bull, stage, job, controller), CANCEL_POLL_MS).unref()
  try {
    abortOn(job, controller)
    signal.throwIfAborted()
    const result = await processor(lease.running, signal)
    lease.throwIfParked()
    if (signal.reason instanceof JobCancelled) throw signal.reason
    return cleanJson(result)
  } catch (error) {
    lease.throwIfParked()
    if (signal.reason instanceof JobCancelled) throw new UnrecoverableError(signal.reason.message)
    if (!(signal.reason instanceof WorkerStopping)) throw toBullmqError(error)
    await job.moveToWait(token)
    throw new WaitingError()
  } finally {
    clearInterval(watch)
  }
}

function lend(bull: Bull, stage: StageName, job: BullJob, token: string, signal: AbortSignal) {
  let parked: Error | undefined
  const dueAt = dueTimeOf(job.id ?? '')
  const running: RunningJob = {
    id: job.id ?? '',
    name: job.name,
    data: job.data.data,
    earlierStarts: Math.max(0, job.attemptsStarted - 1),
    retries: job.attemptsMade,
    ...(dueAt === null ? {} : { dueAt }),
    progress: value => job.updateProgress(cleanJson({ ...value })),
    fanOut: async (children, options) => {
      signal.throwIfAborted()
      const outcomes = await fanOut(bull, job, token, children, options)
      if (outcomes !== 'parked') return outcomes
      parked = new WaitingChildrenError(`${stage} ${job.id} waits for its children and will be started again`)
      throw parked
    },
    waitUntil: async time => {
      signal.throwIfAborted()
      if (time.getTime() <= Date.now()) return
      await job.moveToDelayed(time.getTime(), token)
      parked = new DelayedError(`${stage} ${job.id} waits until ${time.toISOString()}`)
      throw parked
    }
  }
  const throwIfParked = (): void => {
    if (parked !== undefined) throw parked
  }
  return { running, throwIfParked }
}

const abortOn = ({ data }: BullJob, controller: AbortController): void => {
  if (data.cancelled !== undefined) controller.abort(new JobCancelled(data.cancelled))
}

/** A job may be cancelled from another process, which can only leave word in the store. */
async function abortIfCancelled(
  bull: Bull,
  stage: StageName,
  job: BullJob,
  controller: AbortController
): Promise<void> {
  const latest = await bull.queues[stage].getJob(job.id ?? '').catch(() => undefined)
  if (latest !== undefined) abortOn(latest, controller)
}
