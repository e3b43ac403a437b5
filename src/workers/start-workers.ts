import type { StageName } from '../domain/stages.ts'
import type { Ports } from '../compose.ts'
import type { JobQueue, Processor, StageWorker } from '../jobs/queue/job-queue.ts'
import { stageProcessor, type StageWork } from './stage-processor.ts'

export interface Workers {
  /** Two steps: takes no more jobs and lets those in hand finish for `graceMs`, then aborts them. */
  close(graceMs: number): Promise<void>
}

interface StageWorkerPlan {
  concurrency: (cores: number) => number
  /** By job name: the stage itself, and the children that it fans out into. */
  processors: Record<string, Processor>
}

/** Work that is loaded with its first job: a morning with nothing to tell ends after the fetch stage. */
const whenAsked =
  (load: () => Promise<Processor>): Processor =>
  async (job, signal) =>
    (await load())(job, signal)

/** Every stage's jobs, and how many of them one process takes at a time. */
function workerPlans(ports: Ports, queue: JobQueue): Record<StageName, StageWorkerPlan> {
  const stage = (name: StageName, load: () => Promise<StageWork>): Processor =>
    whenAsked(async () => stageProcessor(name, ports, queue, await load()))
  return {
    fetch: {
      concurrency: () => 8,
      processors: {
        fetch: stage('fetch', async () => (await import('./fetch-worker.ts')).fetchStage),
        feed: whenAsked(async () => (await import('./fetch-worker.ts')).feedProcessor(ports)),
        page: whenAsked(async () => (await import('./page-processor.ts')).pageProcessor(ports)),
        order: whenAsked(async () => (await import('./order-processor.ts')).orderProcessor(ports, queue))
      }
    },
    write: {
      concurrency: () => 1,
      processors: { write: stage('write', async () => (await import('./write-worker.ts')).writeStage) }
    },
    render: {
      concurrency: cores => cores + 1,
      processors: {
        render: stage('render', async () => (await import('./render-worker.ts')).renderStage),
        take: whenAsked(async () => (await import('./render-worker.ts')).takeProcessor(ports)),
        'early-take': whenAsked(async () => (await import('./early-takes.ts')).earlyTakeProcessor(ports))
      }
    },
    mix: {
      concurrency: () => 1,
      processors: { mix: stage('mix', async () => (await import('./mix-worker.ts')).mixStage) }
    },
    publish: {
      // A hub that does not answer holds up no other episode.
      concurrency: () => 4,
      processors: {
        publish: stage('publish', async () => (await import('./publish-worker.ts')).publishStage),
        announce: whenAsked(async () => (await import('./announce-worker.ts')).announceProcessor(ports))
      }
    }
  }
}

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
