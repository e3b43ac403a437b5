import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { newHome } from '../helpers/new-home.ts'
import { redisMissing, startRedis, type TestRedis } from '../helpers/redis-server.ts'
import { startCli } from '../helpers/run-cli.ts'
import { runMain } from '../helpers/run-main.ts'
import { writeTinyConfig } from '../helpers/tiny-show.ts'

const SLOW = 300_000

describe.skipIf(redisMissing !== null)(
  `on Redis${redisMissing === null ? '' : ` (skipped: ${redisMissing})`}`,
  () => {
    let redis: TestRedis
    beforeAll(async () => void (redis = await startRedis()))
    afterAll(() => redis.stop())

    test(
      'two worker processes share the work of an episode, and each stops cleanly',
      async () => {
        const home = await newHome()
        const config = await writeTinyConfig(home, undefined, { minutes: 3, stories: 5 })
        const env = { REDIS_URL: redis.url }
        const logs = ['', '']
        const workers = logs.map((_, index) => {
          const worker = startCli(['worker', '--home', home, '--config', config], env)
          worker.child.stderr?.on('data', chunk => (logs[index] += chunk))
          return worker
        })
        onTestFinished(() => workers.forEach(({ child }) => child.kill('SIGKILL')))
        while (!logs.every(log => log.includes('working fetch'))) await sleep(100)
        const brief = await runMain(['brief', 'tiny', '--home', home, '--config', config, '--json'], env)
        expect(brief.code, brief.stderr).toBe(0)
        expect(brief.json).toMatchObject({ show: 'tiny', made: true })

        const takes = logs.map(log =>
          [...log.matchAll(/ render +tiny-[\d-]+-r[a-z0-9]+-take-(t\d+) done/g)].map(match => match[1])
        )
        expect(takes.map(own => own.length > 0)).toEqual([true, true])
        expect(takes.flat().length).toBe(new Set(takes.flat()).size)
        // A turn that was left out once its length was heard has a take as well.
        expect(takes.flat().length).toBeGreaterThanOrEqual(Number(brief.json.turns))

        for (const { child } of workers) child.kill('SIGTERM')
        const ends = await Promise.all(workers.map(worker => worker.ended))
        expect(ends.map(end => end.code)).toEqual([0, 0])
      },
      SLOW
    )

    test(
      'two commands at once: the second does not wait for the workers that ended with the first',
      async () => {
        const home = await newHome()
        const env = { REDIS_URL: redis.url }
        const config = await writeTinyConfig(home)
        const first = startCli(['brief', 'tiny', '--home', home, '--config', config, '--json'], env)
        let log = ''
        first.child.stderr?.on('data', chunk => (log += chunk))
        while (!log.includes('mix') && first.child.exitCode === null) await sleep(20)
        const second = await runMain(
          ['brief', 'tiny', '--another', '--minutes', '2', '--home', home, '--config', config, '--json'],
          env
        )
        expect([(await first.ended).code, second.code], second.stderr).toEqual([
          0,
          expect.toSatisfy(code => code === 0 || code === 3)
        ])
      },
      SLOW
    )

    test(
      'a Redis that does not answer is named, without its password',
      async () => {
        const result = await runMain(['demo', '--home', await newHome()], {
          REDIS_URL: 'redis://:secret@127.0.0.1:1/0'
        })
        expect(result.code).toBe(1)
        expect(result.stderr).toContain('127.0.0.1:1')
        expect(result.stderr).not.toContain('secret')
      },
      SLOW
    )
  }
)
