import type { StageName } from '../../domain/stages.ts'
import { createBull, type Bull, type OpenStore } from './bull.ts'
import { cancelJob } from './cancel-job.ts'
import { cleanJson } from './clean-json.ts'
import { wrap } from './envelope.ts'
import { JobEvents } from './job-events.ts'
import { buildJobOptions } from './job-options.ts'
import type { JobQueue, JobStateName, StageWorker } from './job-queue.ts'
import { findSnapshot } from './job-snapshot.ts'
import { isEnded, lookUp } from './look-up.ts'
import { openPgliteStore } from './open-pglite-store.ts'
import { openRedisStore } from './open-redis-store.ts'
import { releaseOrphans } from './release-orphans.ts'
import { retryJob } from './retry-job.ts'
import { RunningJobs } from './running-jobs.ts'
import { listSchedules, schedule } from './schedules.ts'
import { startStageWorker } from './start-stage-worker.ts'
import { waitForJob } from './wait-for-job.ts'
import { withoutRepeats } from './without-repeats.ts'

export interface JobQueueOptions {
  /** `redis://…`, `rediss://…`, or the path of a unix socket. Without it, the queue lives in this process. */
  redisUrl?: string
  /** Where the queue of this process keeps its files. */
  dir: string
  /** Of the keys in Redis. */
  prefix?: string
  /** Keeps the queue of this process in memory, and loses it with the process. */
  inMemory?: boolean
  /** How long a job stays with a dead worker, and how often that is looked at. */
  timings?: { lockMs: number; stalledMs: number }
  /** Trouble with the store that no call reports. */
  onError?: (error: Error) => void
}

/** Opens the queue; throws where Redis does not answer, or another process has the folder (QueueInUseError). */
export async function createJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const { redisUrl, dir, prefix = 'duologue', inMemory = false, timings } = options
  const onError = withoutRepeats(options.onError ?? (() => {}))
  const opened =
    redisUrl === undefined
      ? await openPgliteStore(inMemory ? null : dir)
      : await openRedisStore(redisUrl, prefix, onError)
  const store: OpenStore = { ...opened, timings: timings ?? opened.timings }
  const bull = createBull(store, onError)
  if (store.name === 'pglite') await releaseOrphans(bull)
  return toJobQueue(bull)
}

function toJobQueue(bull: Bull): JobQueue {
  const { queues, store } = bull
  const running = new RunningJobs()
  const events = new JobEvents(bull)
  const workers = new Map<StageWorker, StageName>()
  let closing: Promise<void> | undefined

  const close = async (): Promise<void> => {
    await Promise.all([...workers.keys()].map(worker => worker.close(0)))
    await store.unlessAway(events.close())
    await store.unlessAway(Promise.all(Object.values(queues).map(queue => queue.close())))
    await store.close()
  }

  return {
    store: store.name,
    async add(request) {
      await queues[request.stage].add(cleanJson(request.name), wrap(request.data), buildJobOptions(request))
    },
    find: (stage, id) => findSnapshot(bull, { stage, id }),
    wait: (stage, id, { signal } = {}) => waitForJob(bull, events, { stage, id }, signal),
    retry: (stage, id) => retryJob(bull, { stage, id }),
    async remove(stage, id) {
      const found = await lookUp(bull, { stage, id })
      if (found !== null && isEnded(found.state)) await found.job.remove()
    },
    cancel: (stage, id, reason) => cancelJob(bull, running, { stage, id }, reason),
    work(stage, processor, options) {
      const worker = startStageWorker(bull, running, stage, processor, options)
      const tracked: StageWorker = {
        async close(graceMs) {
          await worker.close(graceMs)
          workers.delete(tracked)
        }
      }
      workers.set(tracked, stage)
      return tracked
    },
    async hasWorkers(stage) {
      if ([...workers.values()].includes(stage)) return true
      return store.name === 'redis' && (await queues[stage].getWorkersCount()) > 0
    },
    async counts(stage) {
      const { waiting = 0, prioritized = 0, paused = 0, ...rest } = await queues[stage].getJobCounts()
      const zero = { delayed: 0, active: 0, 'waiting-children': 0, completed: 0, failed: 0 }
      return { ...zero, ...rest, waiting: waiting + prioritized + paused } as Record<JobStateName, number>
    },
    schedule: request => schedule(bull, request),
    unschedule: async (stage, id) => void (await queues[stage].removeJobScheduler(id)),
    schedules: stage => listSchedules(bull, stage),
    onEvent: listener => events.listen(listener),
    close: () => (closing ??= close())
  }
}
