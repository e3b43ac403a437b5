import { episodeRequestSchema, type EpisodeRef, type EpisodeRequest } from '../domain/episode.ts'
import { StageError } from '../domain/stage-error.ts'
import type { StageName } from '../domain/stages.ts'
import type { Ports } from '../compose.ts'
import { jobsAfter } from '../jobs/jobs-after.ts'
import { episodeJobSchema, type EpisodeJob, type StageResult } from '../jobs/payloads.ts'
import type { JobQueue, Processor, RunningJob } from '../jobs/queue/job-queue.ts'
import { beginStage, endStage } from './report.ts'

/** All that the work of a stage needs. */
export interface StageContext {
  ports: Ports
  ref: EpisodeRef
  request: EpisodeRequest
  payload: EpisodeJob
  job: RunningJob
  queue: JobQueue
  signal: AbortSignal
}

export interface StageOutcome {
  outcome?: 'nothing-new'
  /** The output was there already, and what it was made from has not changed. */
  skipped: boolean
  /** For the report. */
  facts: Record<string, unknown>
}

export type StageWork = (context: StageContext) => Promise<StageOutcome>

/**
 * Wraps the work of a stage: loads the request, keeps the report, and enqueues what follows before the job is
 * acknowledged, so that a crash between the two repeats a stage that then skips, and never loses one.
 */
export function stageProcessor(stage: StageName, ports: Ports, queue: JobQueue, work: StageWork): Processor {
  return async (job, signal) => {
    const payload = episodeJobSchema.parse(job.data)
    const ref = { show: payload.show, episode: payload.episode }
    const request = await loadRequest(ports, ref, stage)
    const startedAt = await beginStage(ports.library, ref, stage, payload.run)
    const {
      outcome = 'done',
      skipped,
      facts
    } = await work({ ports, ref, request, payload, job, queue, signal })
    signal.throwIfAborted()
    const seconds = await endStage(ports.library, ref, stage, {
      ...facts,
      run: payload.run,
      startedAt,
      retries: job.retries,
      skipped
    })
    // Asked again: somebody may have come to want the whole episode while its script was written.
    const isLast = stage === 'write' && (await loadRequest(ports, ref, stage)).scriptOnly === true
    const next = isLast ? [] : jobsAfter(stage, outcome, payload)
    for (const request of next) await queue.add(request)
    return {
      outcome,
      skipped,
      seconds,
      next: next.map(({ stage, id }) => ({ stage, id }))
    } satisfies StageResult
  }
}

/** The episode's request.json; without it a worker looks into another library than the one that asked. */
export async function loadRequest(ports: Ports, ref: EpisodeRef, stage: StageName): Promise<EpisodeRequest> {
  const request = await ports.library.readJson(ref, 'request.json', episodeRequestSchema)
  if (request !== null) return request
  throw new StageError(
    stage,
    `${ports.library.episodeDir(ref)} has no request.json: every process of a queue must use the same library (--home or DUOLOGUE_HOME)`,
    { retryable: false }
  )
}
