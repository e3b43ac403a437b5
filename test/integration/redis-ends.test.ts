import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/config/load-settings.ts'
import { redisMissing, startRedis, type TestRedis } from '../helpers/redis-server.ts'

const WORK = `
  import { createJobQueue } from './src/jobs/queue/create-job-queue.ts'
  const onError = () => {}
  const queue = await createJobQueue({ dir: 'unused', redisUrl: process.argv[1], onError })
  const workers = ['fetch', 'mix'].map(stage => queue.work(stage, async () => ({}), { concurrency: 1, onError }))
  await queue.add({ stage: 'mix', name: 'mix', id: 'one', data: {} })
  await queue.wait('mix', 'one')
  process.once('SIGTERM', async () => {
    await Promise.all(workers.map(worker => worker.close(0)))
    await queue.close()
  })
  console.log('works')
`

describe.skipIf(redisMissing !== null)(
  `a process whose Redis has gone${redisMissing === null ? '' : ` (skipped: ${redisMissing})`}`,
  () => {
    let redis: TestRedis
    beforeAll(async () => void (redis = await startRedis()))
    afterAll(() => redis.stop())

    test('ends when it is told to', async () => {
      const script = ['--import', 'tsx', '--input-type=module', '-e', WORK, redis.url]
      const child = spawn(process.execPath, script, {
        cwd: packageRoot,
        stdio: ['ignore', 'pipe', 'inherit']
      })
      const ended = once(child, 'exit')
      await once(child.stdout, 'data')
      await redis.stop()
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 40_000)
      expect(await ended).toEqual([0, null])
      clearTimeout(late)
    })
  }
)
