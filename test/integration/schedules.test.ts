import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Queue } from 'bullmq'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createMemoryLibrary } from '../../src/adapters/memory-library/create-memory-library.ts'
import { keepSchedules } from '../../src/cli/keep-schedules.ts'
import { compose, type Ports } from '../../src/compose.ts'
import { DEMO_CONFIG, loadSettings, type Settings } from '../../src/config/load-settings.ts'
import type { Library } from '../../src/domain/library.ts'
import type { Show } from '../../src/domain/show.ts'
import { episodeRequestSchema } from '../../src/domain/episode.ts'
import { createJobQueue } from '../../src/jobs/queue/create-job-queue.ts'
import type { JobQueue, StageWorker } from '../../src/jobs/queue/job-queue.ts'
import { syncSchedules } from '../../src/jobs/schedules.ts'
import { orderProcessor } from '../../src/workers/order-processor.ts'
import { eventually } from '../helpers/eventually.ts'
import { openQueue as openPgliteQueue } from '../helpers/open-queue.ts'
import { redisMissing, startRedis, type TestRedis } from '../helpers/redis-server.ts'
import { sampleShow } from '../helpers/sample-show.ts'

const onError = (): void => {}
const at = (text: string) => new Date(text)
const YESTERDAY = at('2026-11-21T12:00:00Z')
const NINE_HOURS_LATE = at('2026-11-22T15:00:00Z')
const DUE = at('2026-11-22T06:00:00Z')

let base: { settings: Settings; ports: Ports }
let home: string
const queues: JobQueue[] = []
const workers: StageWorker[] = []
let ids = 0

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'duologue-schedules-'))
  const settings = loadSettings({ config: DEMO_CONFIG, home, speech: 'flite', writer: 'builtin' })
  base = { settings, ports: await compose(settings) }
})
afterAll(async () => {
  await base.ports.release()
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
})

const STORES = [
  { name: 'PGlite', skip: false },
  { name: redisMissing === null ? 'Redis' : `Redis (skipped: ${redisMissing})`, skip: redisMissing !== null }
] as const

describe.each(STORES)('schedules on $name', ({ name, skip }) => {
  describe.skipIf(skip)('', () => {
    let redis: TestRedis | undefined
    let library: Library
    let show: Show
    let prefix: string
    let made: string[]

    /** A further process: one more connection on Redis; in this process there is only one queue. */
    async function openQueue(): Promise<JobQueue> {
      const [known] = queues
      if (name === 'PGlite' && known !== undefined) return known
      const queue = await (redis === undefined
        ? openPgliteQueue()
        : createJobQueue({ dir: '', redisUrl: redis.url, prefix }))
      queues.push(queue)
      return queue
    }

    function work(queue: JobQueue, now: Date): void {
      const order = orderProcessor({ library }, queue, () => now)
      const fetch: typeof order = (job, signal) => {
        if (job.name === 'order') return order(job, signal)
        made.push(job.id)
        return Promise.resolve({})
      }
      workers.push(queue.work('fetch', fetch, { concurrency: 8, onError }))
    }

    const keep = (queue: JobQueue, shows: Show[], now: Date) =>
      keepSchedules({ queue, ports: { ...base.ports, library } }, { ...base.settings, shows }, now)

    const stopWork = () => Promise.all(workers.splice(0).map(worker => worker.close(1000)))
    const idle = (queue: JobQueue) =>
      eventually('nothing is left to do', async () => {
        const { waiting, active } = await queue.counts('fetch')
        return waiting + active === 0
      })

    beforeAll(async () => {
      if (name !== 'PGlite') redis = await startRedis()
    })
    afterAll(async () => {
      for (const queue of queues.splice(0)) await queue.close()
      await redis?.stop()
    })
    beforeEach(() => {
      library = createMemoryLibrary()
      made = []
      prefix = `p${++ids}`
      show = {
        ...sampleShow,
        hosts: [{ name: 'Sarah' }, { name: 'Ray' }],
        id: `show-${ids}`,
        schedule: '0 6 * * *'
      }
    })
    const clean = async () => {
      await stopWork()
      for (const queue of queues) await syncSchedules(queue, [])
      if (name !== 'PGlite') for (const queue of queues.splice(0)) await queue.close()
    }

    test('a run missed by nine hours is made once, marked late, however often one starts', async () => {
      const queue = await openQueue()
      await keep(queue, [show], YESTERDAY)
      const lines = await keep(queue, [show], NINE_HOURS_LATE)
      expect(lines.at(-1)).toBe(
        `late      ${show.id}: the run of 2026-11-22T06:00:00.000Z was missed, 9.0 h ago; it is made now`
      )
      await keep(queue, [show], NINE_HOURS_LATE)
      work(queue, NINE_HOURS_LATE)
      await eventually('it is made', () => made.length > 0)
      expect((await keep(queue, [show], NINE_HOURS_LATE)).join()).not.toContain('late')
      await idle(queue)
      expect(made).toEqual([`${show.id}-2026-11-22`])
      const ref = { show: show.id, episode: '2026-11-22' }
      expect(await library.readJson(ref, 'request.json', episodeRequestSchema)).toMatchObject({
        late: true,
        due: DUE.toISOString(),
        now: NINE_HOURS_LATE.toISOString(),
        date: '2026-11-22'
      })
      await clean()
    })

    test('a run that was missed, and whose own job is taken late too, is made once', async () => {
      const queue = await openQueue()
      await keep(queue, [show], YESTERDAY)
      await keep(queue, [show], NINE_HOURS_LATE)
      const order = orderProcessor({ library }, queue, () => NINE_HOURS_LATE)
      const none = () => Promise.reject(new Error('not asked for'))
      const taken = {
        id: 'x',
        name: 'order',
        data: { show: show.id },
        earlierStarts: 0,
        retries: 0,
        dueAt: DUE
      }
      await order({ ...taken, progress: none, fanOut: none, waitUntil: none }, new AbortController().signal)
      work(queue, NINE_HOURS_LATE)
      await eventually('it is made', () => made.length > 0)
      await idle(queue)
      expect(made).toEqual([`${show.id}-2026-11-22`])
      await clean()
    })

    test('two servers that start at once make one episode', async () => {
      const [one, other] = [await openQueue(), await openQueue()]
      await keep(one, [show], YESTERDAY)
      const both = [...new Set([one, other])]
      for (const queue of both) work(queue, NINE_HOURS_LATE)
      await Promise.all(both.map(queue => keep(queue, [show], NINE_HOURS_LATE)))
      await eventually('it is made', () => made.length > 0)
      await idle(one)
      expect(made).toEqual([`${show.id}-2026-11-22`])
      expect(await one.schedules('fetch')).toHaveLength(1)
      await clean()
    })

    test.each([
      ['a show that is new', () => null, (one: Show) => one],
      ['a show that had no schedule', (one: Show) => ({ ...one, schedule: undefined }), (one: Show) => one],
      [
        'a show that has no schedule any more',
        (one: Show) => one,
        (one: Show) => ({ ...one, schedule: undefined })
      ]
    ])('%s has missed nothing', async (_, before, after) => {
      const queue = await openQueue()
      const earlier = before(show)
      if (earlier !== null) await keep(queue, [earlier], YESTERDAY)
      expect((await keep(queue, [after(show)], NINE_HOURS_LATE)).join()).not.toContain('late')
      await clean()
    })

    test('a show that was removed and comes back has missed nothing meanwhile', async () => {
      const queue = await openQueue()
      await keep(queue, [show], YESTERDAY)
      await keep(queue, [], YESTERDAY)
      expect(await queue.schedules('fetch')).toEqual([])
      expect((await keep(queue, [show], NINE_HOURS_LATE)).join()).not.toContain('late')
      await clean()
    })

    test('what the schedule of then missed is made, though it has been changed', async () => {
      const queue = await openQueue()
      await keep(queue, [show], YESTERDAY)
      const changed = { ...show, schedule: '0 20 * * *' }
      expect((await keep(queue, [changed], NINE_HOURS_LATE)).at(-1)).toContain('06:00:00.000Z was missed')
      expect(await queue.schedules('fetch')).toMatchObject([{ id: show.id, cron: '0 20 * * *' }])
      work(queue, NINE_HOURS_LATE)
      await eventually('it is made', () => made.length > 0)
      await idle(queue)
      await clean()
    })

    test('the schedules are those of the shows: changed with them, and removed', async () => {
      const queue = await openQueue()
      const other = { ...show, id: `${show.id}-other`, schedule: '30 7 * * 1' }
      await syncSchedules(queue, [show, other])
      await syncSchedules(queue, [{ ...show, timeZone: 'America/New_York' }])
      expect(await queue.schedules('fetch')).toMatchObject([
        { id: show.id, cron: '0 6 * * *', timeZone: 'America/New_York' }
      ])
      await syncSchedules(queue, [])
      expect(await queue.schedules('fetch')).toEqual([])
      expect((await queue.counts('fetch')).delayed).toBe(0)
      await clean()
    })

    test('a schedule whose time clocks skip at midnight keeps that day', async () => {
      const queue = await openQueue()
      await syncSchedules(queue, [{ ...show, schedule: '30 0 24 4 *', timeZone: 'Africa/Cairo' }])
      const [{ next } = { next: null }] = await queue.schedules('fetch')
      expect(next?.toISOString()).toMatch(/^\d{4}-04-2[34]T2[12]:[03]0:00.000Z$/)
      await clean()
    })

    const onRedis = name === 'PGlite' ? undefined : test
    onRedis?.('a job that the schedule made knows when it was due', async () => {
      const queue = await openQueue()
      await keep(queue, [show], YESTERDAY)
      const next = (await queue.schedules('fetch'))[0]?.next
      if (next === null || next === undefined || redis === undefined) throw new Error('no schedule')
      const plain = new Queue('fetch', { connection: { path: redis.url }, prefix })
      await (await plain.getJob(`repeat:${show.id}:${next.getTime()}`))?.promote()
      work(queue, new Date(next.getTime() + 5000))
      await eventually('it is made', () => made.length > 0)
      await idle(queue)
      const episode = made[0]?.slice(show.id.length + 1) ?? ''
      const request = await library.readJson({ show: show.id, episode }, 'request.json', episodeRequestSchema)
      expect(request).toMatchObject({ due: next.toISOString(), date: episode })
      expect(request).not.toHaveProperty('late')
      await plain.close()
      await clean()
    })

    test('a job waits until its time in the queue, and no try is spent', async () => {
      const queue = await openQueue()
      const until = new Date(Date.now() + 1200)
      const seen: { retries: number; at: number }[] = []
      workers.push(
        queue.work(
          'publish',
          async job => {
            await job.waitUntil(until)
            seen.push({ retries: job.retries, at: Date.now() })
            return {}
          },
          { concurrency: 1, onError }
        )
      )
      await queue.add({ stage: 'publish', name: 'publish', id: `wait-${ids}`, data: {} })
      const look = async () => (await queue.find('publish', `wait-${ids}`))?.state
      await eventually('it waits', async () => (await look()) === 'delayed')
      await eventually('it is done', async () => (await look()) === 'completed')
      expect(seen).toEqual([{ retries: 0, at: expect.any(Number) as number }])
      expect(seen[0]?.at).toBeGreaterThanOrEqual(until.getTime())
      await clean()
    })
  })
})
