import { z } from 'zod'
import { runSchema, type EpisodeRef, type Run } from '../domain/episode.ts'
import { STAGES, type StageName } from '../domain/stages.ts'
import { stageResultSchema } from './payloads.ts'
import type { JobProgress, JobQueue, JobSnapshot } from './queue/job-queue.ts'

export interface StageStatus {
  stage: StageName
  state: 'waiting' | 'active' | 'done' | 'skipped' | 'failed'
  progress: JobProgress | null
  seconds: number | null
}

/** run.json, with what no job can say: why it was cancelled when it had only waited, that none was needed. */
export const stoppedRunSchema = runSchema.extend({
  cancelled: z.string().optional(),
  nothingNew: z.boolean().optional()
})

export type StoppedRun = z.infer<typeof stoppedRunSchema>

/** How the latest run of an episode stands: job state is the truth. */
export interface RunStatus {
  ref: EpisodeRef
  state: 'unknown' | 'running' | 'done' | 'nothing-new' | 'failed'
  stages: StageStatus[]
  reason: string | null
  /** The job that the run has come to. */
  current: { stage: StageName; id: string } | null
}

const resultOf = (job: JobSnapshot) => stageResultSchema.safeParse(job.result).data

/** The jobs of a run in order, each found through what the one before it left. */
export async function jobsOfRun(queue: JobQueue, run: Run): Promise<JobSnapshot[]> {
  const jobs: JobSnapshot[] = []
  let next: { stage: string; id: string } | undefined = run
  while (next !== undefined) {
    const job: JobSnapshot | null = await queue.find(next.stage as StageName, next.id)
    if (job === null) break
    jobs.push(job)
    next = resultOf(job)?.next[0]
  }
  return jobs
}

export function toRunStatus(ref: EpisodeRef, run: StoppedRun | null, jobs: JobSnapshot[]): RunStatus {
  const last = jobs.at(-1)
  const from = run === null ? 0 : STAGES.indexOf(run.stage)
  const stages = STAGES.slice(from).map(stage =>
    toStageStatus(
      stage,
      jobs.find(job => job.stage === stage)
    )
  )
  const current = last === undefined ? null : { stage: last.stage, id: last.id }
  const reason = last?.state === 'failed' ? (last.failedReason ?? 'failed without a reason') : null
  const state = runState(last)
  if (state === 'unknown' && run?.cancelled !== undefined)
    return { ref, state: 'failed', stages, reason: `cancelled: ${run.cancelled}`, current: null }
  if (state === 'unknown' && run?.nothingNew === true)
    return { ref, state: 'nothing-new', stages, reason: null, current: null }
  return { ref, state, stages, reason, current }
}

export function runState(last: JobSnapshot | undefined): RunStatus['state'] {
  if (last === undefined) return 'unknown'
  if (last.state === 'failed') return 'failed'
  if (last.state !== 'completed') return 'running'
  const result = resultOf(last)
  if (result?.outcome === 'nothing-new') return 'nothing-new'
  return result === undefined || result.next.length > 0 ? 'unknown' : 'done'
}

function toStageStatus(stage: StageName, job: JobSnapshot | undefined): StageStatus {
  if (job === undefined) return { stage, state: 'waiting', progress: null, seconds: null }
  const result = resultOf(job)
  const children = job.children === null ? null : { done: job.children.ended, total: job.children.total }
  return {
    stage,
    state: stageState(job, result?.skipped ?? false),
    progress: children ?? job.progress,
    seconds: result?.seconds ?? null
  }
}

function stageState(job: JobSnapshot, skipped: boolean): StageStatus['state'] {
  if (job.state === 'completed') return skipped ? 'skipped' : 'done'
  if (job.state === 'failed') return 'failed'
  return job.state === 'active' || job.state === 'waiting-children' ? 'active' : 'waiting'
}
