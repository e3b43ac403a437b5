import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createJobQueue, type JobQueueOptions } from '../../src/jobs/queue/create-job-queue.ts'
import type { JobQueue } from '../../src/jobs/queue/job-queue.ts'
import { eventually } from '../helpers/eventually.ts'
import { putEmptyQueue } from '../helpers/new-library.ts'
import { takesOf } from '../helpers/takes-of.ts'
import type { QueueWorkerOrder } from '../helpers/queue-worker.ts'

export interface QueuePlace {
  options: Omit<JobQueueOptions, 'dir'>
  drop(): Promise<void>
}

const workerFile = fileURLToPath(new URL('../helpers/queue-worker.ts', import.meta.url))

/** A process that works the queue is killed with SIGKILL, and another finishes its jobs. */
export function testQueueCrash(name: string, make: () => Promise<QueuePlace>, { skip = false } = {}): void {
  describe.skipIf(skip)(`${name}, when a worker process is killed`, () => {
    let place: QueuePlace
    let dir: string
    let queue: JobQueue | undefined

    beforeEach(async () => {
      place = await make()
      dir = await mkdtemp(join(tmpdir(), 'duologue-crash-'))
      if (place.options.redisUrl === undefined) await putEmptyQueue(dir)
    })

    afterEach(async () => {
      await queue?.close()
      queue = undefined
      await place.drop()
      await rm(dir, { recursive: true, force: true })
    })

    const openQueue = async (): Promise<JobQueue> => {
      queue = await createJobQueue({ ...place.options, dir })
      return queue
    }

    const starts = async (): Promise<string[]> =>
      (await readFile(join(dir, 'starts.log'), 'utf8').catch(() => ''))
        .split('\n')
        .filter(line => line !== '')

    function startWorkerProcess(order: Pick<QueueWorkerOrder, 'deadly' | 'children'>) {
      const whole: QueueWorkerOrder = {
        ...order,
        queue: { ...place.options, dir },
        log: join(dir, 'starts.log')
      }
      const args = ['--import', import.meta.resolve('tsx'), workerFile, JSON.stringify(whole)]
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
      const ended = new Promise<NodeJS.Signals | null>(resolve =>
        child.once('exit', (_, signal) => resolve(signal))
      )
      return { child, ended }
    }

    test('the job in its hands is done by another, with all its tries', async () => {
      const { child, ended } = startWorkerProcess({ deadly: 'hang', children: 0 })
      await eventually('the job is begun', async () => (await starts()).length === 1)
      child.kill('SIGKILL')
      expect(await ended).toBe('SIGKILL')

      const next = await openQueue()
      next.work('render', async ({ retries }) => ({ by: 'the other', retries }), {
        concurrency: 1,
        onError: () => {}
      })
      expect(await next.wait('render', 'lonely')).toEqual({ by: 'the other', retries: 0 })
    })

    test('a parent killed amid its children adds none twice, and gets all their outcomes', async () => {
      const { ended } = startWorkerProcess({ deadly: 'take', children: 20 })
      expect(await ended).toBe('SIGKILL')
      const killed = await starts()
      expect(killed).toHaveLength(1)

      const next = await openQueue()
      const ran: string[] = []
      const options = { concurrency: 2, onError: () => {} }
      next.work('render', async ({ id }) => ({ count: ran.push(id) }), options)
      next.work(
        'write',
        async job => ({ takes: (await job.fanOut(takesOf(job.id, 20), { mustPass: true })).length }),
        options
      )
      expect(await next.wait('write', 'parent')).toEqual({ takes: 20 })
      expect(ran.toSorted()).toEqual(
        takesOf('parent', 20)
          .map(take => take.id)
          .toSorted()
      )
    })
  })
}
