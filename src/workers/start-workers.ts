import type { StageName } from '../domain/stages.ts'
import type { Ports } from '../compose.ts'
import type { JobQueue, Processor, StageWorker } from '../jobs/queue/job-queue.ts'
import { announceProcessor } from './announce-worker.ts'
import { earlyTakeProcessor } from './early-takes.ts'
import { feedProcessor, fetchStage } from './fetch-worker.ts'
import { mixStage } from './mix-worker.ts'
import { orderProcessor } from './order-processor.ts'
import { pageProcessor } from './page-processor.ts'
import { publishStage } from './publish-worker.ts'
import { renderStage, takeProcessor } from './render-worker.ts'
import { stageProcessor } from './stage-processor.ts'
import { writeStage } from './write-worker.ts'

export interface Workers {
  /** Two steps: takes no more jobs and lets those in hand finish for `graceMs`, then aborts them. */
  close(graceMs: number): Promise<void>
}

interface StageWorkerPlan {
  concurrency: (cores: number) => number
  /** By job name: the stage itself, and the children that it fans out into. */
  processors: Record<string, Processor>
}

/** Every stage's jobs, and how many of them one process takes at a time. */
const workerPlans = (ports: Ports, queue: JobQueue): Record<StageName, StageWorkerPlan> => ({
  fetch: {
    concurrency: () => 8,
    processors: {
      fetch: stageProcessor('fetch', ports, queue, fetchStage),
      feed: feedProcessor(ports),
      page: pageProcessor(ports),
      order: orderProcessor(ports, queue)
    }
  },
  write: { concurrency: () => 1, processors: { write: stageProcessor('write', ports, queue, writeStage) } },
  render: {
    concurrency: cores => cores + 1,
    processors: {
      render: stageProcessor('render', ports, queue, renderStage),
      take: takeProcessor(ports),
      'early-take': earlyTakeProcessor(ports)
    }
  },
  mix: { concurrency: () => 1, processors: { mix: stageProcessor('mix', ports, queue, mixStage) } },
  publish: {
    // A hub that does not answer holds up no other episode.
    concurrency: () => 4,
    processors: {
      publish: stageProcessor('publish', ports, queue, publishStage),
      announce: announceProcessor(ports)
    }
  }
})

/** Starts a worker for each of the stages. */
export function startWorkers(options: {
  queue: JobQueue
  ports: Ports
  stages: readonly StageName[]
  cores: number
  onError: (error: Error) => void
  /** Told of each job that this process has done. */
  onDone?: (stage: StageName, id: string, seconds: number) => void
}): Workers {
  const { queue, ports, stages, cores, onError, onDone = () => {} } = options
  // A fault in who is to be told shows now, and not at six in the morning.
  if (stages.includes('publish')) ports.announcements()
  const plans = workerPlans(ports, queue)
  const workers: StageWorker[] = stages.map(stage => {
    const { concurrency, processors } = plans[stage]
    return queue.work(
      stage,
      told(byName(stage, processors), (id, seconds) => onDone(stage, id, seconds)),
      { concurrency: concurrency(cores), onError }
    )
  })
  return { close: async graceMs => void (await Promise.all(workers.map(worker => worker.close(graceMs)))) }
}

const byName =
  (stage: StageName, processors: Record<string, Processor>): Processor =>
  (job, signal) => {
    const processor = processors[job.name]
    if (processor === undefined)
      throw new Error(`The ${stage} queue holds a job of an unknown kind, "${job.name}"`)
    return processor(job, signal)
  }

/** A job that fanned out counts once, for its last part. */
const told =
  (processor: Processor, onDone: (id: string, seconds: number) => void): Processor =>
  async (job, signal) => {
    const before = performance.now()
    const result = await processor(job, signal)
    onDone(job.id, (performance.now() - before) / 1000)
    return result
  }
