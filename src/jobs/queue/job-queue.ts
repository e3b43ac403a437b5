import type { StageName } from '../../domain/stages.ts'

/** What a job carries: ids and small settings, never audio or feed text. */
export type JobData = Record<string, unknown>
/** What a finished job leaves: small facts. */
export type JobResult = Record<string, unknown>

export interface JobRequest {
  stage: StageName
  /** What kind of work, for example `feed` or `take`. */
  name: string
  /** The same id is the same work: asked twice, made once. Letters, digits, `-`, `.` and `_`. */
  id: string
  data: JobData
  /** Tries in all; 1 where none is given. Waits between them grow exponentially, with jitter. */
  attempts?: number
  /** First wait between tries, ms. */
  backoffMs?: number
}

/** What became of a child; a failed one does not fail its parent unless `mustPass` was asked for. */
export type ChildOutcome =
  { id: string; status: 'completed'; result: JobResult } | { id: string; status: 'failed'; reason: string }

/** A job in the hands of a worker. */
export interface RunningJob {
  readonly id: string
  readonly name: string
  readonly data: JobData
  /** Times that it was started before: after its children have ended, a crash, or a failed try. */
  readonly earlierStarts: number
  /** Tries before this one. */
  readonly retries: number
  /** When it was due, of a job that a schedule made; it may be taken late. */
  readonly dueAt?: Date
  progress(value: JobProgress): Promise<void>
  /**
   * Adds the children (once, whatever crashes between) and gives up the worker until all have ended;
   * the job is then started again from its beginning and this call returns the outcomes, in the order asked.
   * With `mustPass`, a failed child fails this job at once.
   */
  fanOut(children: JobRequest[], options: { mustPass: boolean }): Promise<ChildOutcome[]>
  /** Where that time is still to come, gives up the worker until then; the job is started again from its beginning. */
  waitUntil(time: Date): Promise<void>
}

export interface JobProgress {
  done: number
  total: number
  label?: string
}

export type Processor = (job: RunningJob, signal: AbortSignal) => Promise<JobResult>

export type JobStateName = 'waiting' | 'delayed' | 'active' | 'waiting-children' | 'completed' | 'failed'

export interface JobSnapshot {
  stage: StageName
  id: string
  name: string
  data: JobData
  state: JobStateName
  progress: JobProgress | null
  /** Of a job that fanned out. */
  children: { ended: number; total: number } | null
  result: JobResult | null
  failedReason: string | null
  retries: number
}

export interface ScheduleRequest {
  id: string
  stage: StageName
  name: string
  data: JobData
  /** Cron pattern of five fields. */
  cron: string
  /** IANA name. */
  timeZone: string
  /** Of each job that the schedule makes, as in JobRequest. */
  attempts?: number
  backoffMs?: number
}

export interface JobEvent {
  type: 'progress' | 'completed' | 'failed' | 'retrying'
  stage: StageName
  id: string
  progress?: JobProgress
  reason?: string
}

export interface StageWorker {
  /** Takes no more jobs, lets those in hand finish for `graceMs`, then aborts their signals and waits for them to end. */
  close(graceMs: number): Promise<void>
}

/** The durable queue: one BullMQ queue per stage, on Redis or on PostgreSQL in this process. */
export interface JobQueue {
  readonly store: 'redis' | 'pglite'
  add(request: JobRequest): Promise<void>
  find(stage: StageName, id: string): Promise<JobSnapshot | null>
  /** Follows job state, woken by events; rejects with the reason where the job failed. */
  wait(stage: StageName, id: string, options?: { signal?: AbortSignal }): Promise<JobResult>
  /** Puts a failed job, and its failed children, back to work. */
  retry(stage: StageName, id: string): Promise<void>
  /** Forgets an ended job, so that its id may be used again; a job that has not ended, or is unknown, is left alone. */
  remove(stage: StageName, id: string): Promise<void>
  /** Removes a waiting job or aborts a running one; it ends as failed, without further tries. False where it had ended or is unknown. */
  cancel(stage: StageName, id: string, reason: string): Promise<boolean>
  work(
    stage: StageName,
    processor: Processor,
    options: { concurrency: number; onError: (error: Error) => void }
  ): StageWorker
  /** Are workers of any process waiting for jobs of this stage? */
  hasWorkers(stage: StageName): Promise<boolean>
  counts(stage: StageName): Promise<Record<JobStateName, number>>
  /** Creates the schedule or changes it; a bad pattern or zone is refused with a clear error. */
  schedule(request: ScheduleRequest): Promise<void>
  unschedule(stage: StageName, id: string): Promise<void>
  schedules(stage: StageName): Promise<{ id: string; cron: string; timeZone: string; next: Date | null }[]>
  /** A hint for views, never the truth; returns the way to stop listening. */
  onEvent(listener: (event: JobEvent) => void): () => void
  close(): Promise<void>
}
