import net from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createJobQueue } from '../../src/jobs/queue/create-job-queue.ts'
import { testQueueCrash } from '../contracts/job-queue-crash.ts'
import { testJobQueue } from '../contracts/job-queue.ts'
import { untilAborted } from '../contracts/queue-kit.ts'
import { eventually } from '../helpers/eventually.ts'
import { redisMissing, startRedis, type TestRedis } from '../helpers/redis-server.ts'

const skip = redisMissing !== null
const name = skip ? `the queue on Redis (skipped: ${redisMissing})` : 'the queue on Redis'
const onError = (): void => {}

testJobQueue(
  name,
  async () => {
    const redis = await startRedis()
    const queue = await createJobQueue({ dir: 'unused', redisUrl: redis.url })
    const drop = async (): Promise<void> => {
      await queue.close()
      await redis.stop()
    }
    return { queue, drop }
  },
  { skip }
)

testQueueCrash(
  name,
  async () => {
    const redis = await startRedis()
    return {
      options: { redisUrl: redis.url, timings: { lockMs: 1000, stalledMs: 500 } },
      drop: () => redis.stop()
    }
  },
  { skip }
)

describe.skipIf(skip)(`${name}, between processes`, () => {
  let redis: TestRedis

  beforeAll(async () => {
    redis = await startRedis()
  })

  afterAll(() => redis.stop())

  test('one sees the workers of the other, and cancels a job that runs there', async () => {
    const near = await createJobQueue({ dir: 'unused', redisUrl: redis.url, prefix: 'cancel' })
    const far = await createJobQueue({ dir: 'unused', redisUrl: redis.url, prefix: 'cancel' })
    far.work(
      'mix',
      (_, signal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
      { concurrency: 1, onError }
    )
    await eventually('the worker is seen', () => near.hasWorkers('mix'))
    expect(await near.hasWorkers('render')).toBe(false)
    await near.add({ stage: 'mix', name: 'mix', id: 'far', data: {}, attempts: 3 })
    await eventually('it runs', async () => (await near.find('mix', 'far'))?.state === 'active')
    expect(await near.cancel('mix', 'far', 'stop it')).toBe(true)
    await expect(near.wait('mix', 'far')).rejects.toThrow('cancelled: stop it')
    await far.close()
    await near.close()
  })

  test('two workers share jobs, and none is done twice', async () => {
    const queues = await Promise.all(
      [1, 2].map(() => createJobQueue({ dir: 'unused', redisUrl: redis.url, prefix: 'share' }))
    )
    const ran: string[] = []
    const ids = Array.from({ length: 40 }, (_, index) => `job-${index}`)
    for (const queue of queues) {
      queue.work('render', async ({ id }) => ({ count: ran.push(id) }), { concurrency: 2, onError })
    }
    await Promise.all(ids.map(id => queues[0]?.add({ stage: 'render', name: 'take', id, data: {} })))
    for (const id of ids) await queues[1]?.wait('render', id)
    expect(ran.toSorted()).toEqual(ids.toSorted())
    await Promise.all(queues.map(queue => queue.close()))
  })
})

describe.skipIf(skip)(`${name}, when Redis goes away`, () => {
  test('the trouble is told, and the queue can be closed all the same', async () => {
    const redis = await startRedis()
    const errors: Error[] = []
    const onError = (error: Error): void => void errors.push(error)
    const queue = await createJobQueue({ dir: 'unused', redisUrl: redis.url, onError })
    const worker = queue.work('mix', untilAborted, { concurrency: 1, onError })
    await queue.add({ stage: 'mix', name: 'mix', id: 'stuck', data: {} })
    await eventually('it runs', async () => (await queue.find('mix', 'stuck'))?.state === 'active')
    await redis.stop()
    await eventually('an error is told', () => errors.length > 0)
    await worker.close(0)
    await queue.close()
  })
})

describe('a Redis that is not there', () => {
  test('is named by host and port, without the password', async () => {
    const server = net.createServer()
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as net.AddressInfo
    await new Promise(resolve => server.close(resolve))
    const opening = createJobQueue({ dir: 'unused', redisUrl: `redis://me:s3cret@127.0.0.1:${port}/0` })
    const error = await opening.then(
      () => new Error('it opened'),
      (reason: Error) => reason
    )
    expect(error.message).toContain(`Redis at 127.0.0.1:${port} does not answer`)
    expect(error.message).toContain('ECONNREFUSED')
    expect(error.message).not.toContain('s3cret')
  })

  test('is given up when it accepts and never answers', async () => {
    const sockets: net.Socket[] = []
    const server = net.createServer(socket => sockets.push(socket))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as net.AddressInfo
    await expect(createJobQueue({ dir: 'unused', redisUrl: `redis://127.0.0.1:${port}` })).rejects.toThrow(
      `Redis at 127.0.0.1:${port} does not answer (no answer within 5 s)`
    )
    for (const socket of sockets) socket.destroy()
    server.close()
  })

  test.each(['', 'localhost:6379', 'http://localhost:6379', 'redis://', 'not a url'])(
    'cannot be at %j',
    async redisUrl => {
      await expect(createJobQueue({ dir: 'unused', redisUrl })).rejects.toThrow('The Redis URL is not valid')
    }
  )
})
