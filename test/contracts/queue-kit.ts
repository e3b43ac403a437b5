import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { STAGES, type StageName } from '../../src/domain/stages.ts'
import type {
  JobQueue,
  JobRequest,
  JobStateName,
  Processor,
  StageWorker
} from '../../src/jobs/queue/job-queue.ts'
import { eventually } from '../helpers/eventually.ts'

/** An open queue, and the way to close it and whatever it stands on. */
export interface QueueHome {
  queue: JobQueue
  drop(): Promise<void>
}

export interface QueueKit {
  readonly queue: JobQueue
  /** What the workers of this test have reported. */
  readonly errors: Error[]
  work(stage: StageName, processor: Processor, concurrency?: number): StageWorker
  stateOf(stage: StageName, id: string): Promise<JobStateName | undefined>
  untilState(stage: StageName, id: string, state: JobStateName): Promise<boolean>
}

let last = 0

export const freshId = (word: string): string => `${word}-${++last}x`

export const job = (stage: StageName, id: string, more: Partial<JobRequest> = {}): JobRequest => ({
  stage,
  name: stage,
  id,
  data: {},
  ...more
})

export const untilAborted: Processor = (_, signal) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))

/** One queue for all tests of a file; after each, no worker, no processor and no unended job may be left. */
export function prepareKit(make: () => Promise<QueueHome>): QueueKit {
  let home: QueueHome
  let inHand = 0
  const workers: StageWorker[] = []
  const errors: Error[] = []
  const socketsBefore = openSockets()

  const kit: QueueKit = {
    get queue() {
      return home.queue
    },
    errors,
    work(stage, processor, concurrency = 1) {
      const counted: Processor = async (running, signal) => {
        inHand += 1
        try {
          return await processor(running, signal)
        } finally {
          inHand -= 1
        }
      }
      const worker = home.queue.work(stage, counted, { concurrency, onError: error => errors.push(error) })
      workers.push(worker)
      return worker
    },
    stateOf: async (stage, id) => (await home.queue.find(stage, id))?.state,
    untilState: (stage, id, state) =>
      eventually(`${id} is ${state}`, async () => (await kit.stateOf(stage, id)) === state)
  }

  beforeAll(async () => {
    home = await make()
  })

  afterEach(async () => {
    await Promise.all(workers.splice(0).map(worker => worker.close(0)))
    errors.length = 0
    expect(inHand, 'processors still at work').toBe(0)
    for (const stage of STAGES) {
      await eventually(`no worker of ${stage} is left`, async () => !(await home.queue.hasWorkers(stage)))
      const { waiting, active, delayed } = await home.queue.counts(stage)
      expect({ stage, waiting, active, delayed }).toEqual({ stage, waiting: 0, active: 0, delayed: 0 })
    }
  })

  afterAll(async () => {
    await home.drop()
    await eventually('no socket is left open', () => openSockets() <= socketsBefore)
  })

  return kit
}

const openSockets = (): number =>
  process.getActiveResourcesInfo().filter(name => /^(TCP|Pipe|Process)/.test(name)).length
