import { Queue, QueueEvents, Worker } from 'bullmq'
import type {
  BackendFactory,
  IQueueBackend,
  Job,
  JobProgress,
  Processor,
  RepeatStrategy,
  WorkerOptions
} from 'bullmq'
import { STAGES, type StageName } from '../../domain/stages.ts'
import { dueAt } from './cron-times.ts'
import type { Envelope } from './envelope.ts'
import type { JobQueue, JobResult } from './job-queue.ts'

/** Makes the store's side of a queue; the connection is its own affair. */
export type Backend = BackendFactory<IQueueBackend, 'own'>

export type BullJob = Job<Envelope, JobResult>
export type BullQueue = Queue<Envelope, JobResult, string, Envelope, JobResult, string, IQueueBackend, 'own'>
export type BullWorker = Worker<Envelope, JobResult, string, IQueueBackend, JobProgress, 'own'>
export type BullEvents = QueueEvents<JobResult, IQueueBackend, 'own'>

/** An open store: BullMQ's tables or keys, whichever server keeps them. */
export interface OpenStore {
  name: JobQueue['store']
  backend: Backend
  /** How long a job stays a dead worker's, and how often that is looked at, ms. */
  timings: { lockMs: number; stalledMs: number }
  prefix?: string
  /** Waits for the work, unless its server stays away: then for 3 s, after which connections are given up. */
  unlessAway(work: Promise<unknown>): Promise<void>
  close(): Promise<void>
}

/** One BullMQ queue per stage, and the way to make what works and watches them. */
export interface Bull {
  readonly store: OpenStore
  readonly queues: Readonly<Record<StageName, BullQueue>>
  startWorker(
    stage: StageName,
    processor: Processor<Envelope, JobResult>,
    options: Omit<WorkerOptions<'own'>, 'connection'>
  ): BullWorker
  startEvents(stage: StageName): BullEvents
}

/** BullMQ's own leaves a day out where clocks skip the time at midnight, or by less than an hour. */
const nextTime: RepeatStrategy = (now, { pattern = '', tz = 'UTC' }) =>
  dueAt(pattern, tz, new Date(now)).getTime()

export function createBull(store: OpenStore, onError: (error: Error) => void): Bull {
  const { backend, prefix } = store
  const shared = { connection: 'own', prefix, settings: { repeatStrategy: nextTime } } as const
  const startQueue = (stage: StageName): BullQueue =>
    new Queue<Envelope, JobResult, string, Envelope, JobResult, string, IQueueBackend, 'own'>(
      stage,
      shared,
      backend
    )
  const queues = Object.fromEntries(STAGES.map(stage => [stage, startQueue(stage).on('error', onError)]))
  return {
    store,
    queues: queues as Record<StageName, BullQueue>,
    startWorker: (stage, processor, options) =>
      new Worker<Envelope, JobResult, string, IQueueBackend, JobProgress, 'own'>(
        stage,
        processor,
        { ...options, ...shared },
        backend
      ),
    startEvents: stage =>
      new QueueEvents<JobResult, IQueueBackend, 'own'>(stage, shared, backend).on('error', onError)
  }
}
