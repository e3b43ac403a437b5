import { STAGES, type StageName } from '../../domain/stages.ts'
import type { Bull, BullEvents } from './bull.ts'
import type { JobEvent } from './job-queue.ts'
import { toProgress } from './job-snapshot.ts'

type Listener = (event: JobEvent) => void

/** What BullMQ tells about jobs, of every process, for as long as somebody has asked for it. */
export class JobEvents {
  private readonly listeners = new Set<Listener>()
  private readonly sources = new Map<StageName, BullEvents>()

  constructor(private readonly bull: Bull) {}

  /** Listens to the stages given; returns the way to stop. */
  listen(listener: Listener, stages: readonly StageName[] = STAGES): () => void {
    const own: Listener = event => {
      if (stages.includes(event.stage)) listener(event)
    }
    this.listeners.add(own)
    for (const stage of stages) this.open(stage)
    return () => void this.listeners.delete(own)
  }

  async close(): Promise<void> {
    this.listeners.clear()
    await Promise.all([...this.sources.values()].map(source => source.close()))
  }

  private open(stage: StageName): void {
    if (this.sources.has(stage)) return
    const source = this.bull.startEvents(stage)
    this.sources.set(stage, source)
    source.on('progress', ({ jobId, data }) => {
      const progress = toProgress(data)
      if (progress !== null) this.tell({ type: 'progress', stage, id: jobId, progress })
    })
    source.on('completed', ({ jobId }) => this.tell({ type: 'completed', stage, id: jobId }))
    source.on('failed', ({ jobId, failedReason }) =>
      this.tell({ type: 'failed', stage, id: jobId, reason: failedReason })
    )
    source.on('delayed', ({ jobId }) => void this.tellIfRetrying(stage, jobId))
  }

  /** BullMQ has no event of its own for a try that failed and will be repeated: the job is delayed once more. */
  private async tellIfRetrying(stage: StageName, id: string): Promise<void> {
    if (this.listeners.size === 0) return
    const job = await this.bull.queues[stage].getJob(id).catch(() => undefined)
    if (job !== undefined && job.attemptsMade > 0)
      this.tell({ type: 'retrying', stage, id, reason: job.failedReason })
  }

  private tell(event: JobEvent): void {
    for (const listener of this.listeners) listener(event)
  }
}
