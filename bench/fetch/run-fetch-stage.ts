import type { Ports } from '../../src/compose.ts'
import type { EpisodeRequest } from '../../src/domain/episode.ts'
import type { ChildOutcome, JobQueue, JobRequest, RunningJob } from '../../src/jobs/queue/job-queue.ts'
import { feedProcessor, fetchStage } from '../../src/workers/fetch-worker.ts'
import { pageProcessor } from '../../src/workers/page-processor.ts'
import type { StageOutcome } from '../../src/workers/stage-processor.ts'
import { eachOf } from '../../src/domain/each-of.ts'

/** As the queue does it: a job that fans out is begun again when its children have ended. */
class BegunAgain extends Error {}

const jobOf = (
  { id, name, data }: Pick<JobRequest, 'id' | 'name' | 'data'>,
  fanOut: RunningJob['fanOut']
): RunningJob => ({
  id,
  name,
  data,
  earlierStarts: 0,
  retries: 0,
  progress: () => Promise.resolve(),
  fanOut,
  waitUntil: () => Promise.resolve()
})

const noChildren = (): Promise<never> => Promise.reject(new Error('only the stage has children'))

/** The fetch stage of an episode with its jobs, and no queue: what the worker functions themselves take. */
export async function runFetchStage(
  ports: Ports,
  request: EpisodeRequest,
  atOnce: number
): Promise<StageOutcome> {
  const { signal } = new AbortController()
  const ref = { show: request.show.id, episode: request.episode }
  const payload = { ...ref, run: 'r1' }
  const processors: Record<string, ReturnType<typeof feedProcessor>> = {
    feed: feedProcessor(ports),
    page: pageProcessor(ports)
  }
  const ended = new Map<string, ChildOutcome>()

  async function runChild(child: JobRequest): Promise<void> {
    const { id, name } = child
    try {
      const result = await processors[name]?.(jobOf(child, noChildren), signal)
      ended.set(id, { id, status: 'completed', result: result ?? {} })
    } catch (error) {
      ended.set(id, { id, status: 'failed', reason: String(error) })
    }
  }

  async function fanOut(children: JobRequest[]): Promise<ChildOutcome[]> {
    const outcomes = children.flatMap(({ id }) => ended.get(id) ?? [])
    if (outcomes.length === children.length) return outcomes
    await eachOf(children, atOnce, runChild)
    throw new BegunAgain()
  }

  const queue = { add: noChildren } as unknown as JobQueue
  const job = jobOf({ id: 'fetch', name: 'fetch', data: payload }, fanOut)
  for (;;)
    try {
      return await fetchStage({ ports, ref, request, payload, job, queue, signal })
    } catch (error) {
      if (!(error instanceof BegunAgain)) throw error
    }
}
