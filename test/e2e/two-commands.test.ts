import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { newHome } from '../helpers/new-home.ts'
import { runCli, startCli } from '../helpers/run-cli.ts'
import { writeTinyConfig } from '../helpers/tiny-show.ts'

const SLOW = 300_000

test(
  'two commands at once on one library share a queue without Redis, and the second outlives the first',
  async () => {
    const home = await newHome()
    const config = await writeTinyConfig(home)
    const first = startCli(['brief', 'tiny', '--home', home, '--config', config, '--json'])
    let log = ''
    first.child.stderr?.on('data', chunk => (log += chunk))
    while (!log.includes('render') && first.child.exitCode === null) await sleep(20)

    const status = await runCli(['status', '--home', home, '--json'])
    expect([status.code, status.json.station]).toEqual([0, 'remote'])
    const same = startCli(['brief', 'tiny', '--home', home, '--config', config, '--json'])
    const other = startCli(['demo', '--home', home, '--json'])
    const [one, two, three] = await Promise.all([first.ended, same.ended, other.ended])
    expect([one.code, two.code, three.code], one.stderr + two.stderr + three.stderr).toEqual([0, 0, 0])
    expect([one.json.audio, three.json.show]).toEqual([two.json.audio, 'demo'])
    expect(three.json.made).toBe(true)
  },
  SLOW
)

test(
  'enqueue asks the running worker, which makes the episode and stops cleanly',
  async () => {
    const home = await newHome()
    const config = await writeTinyConfig(home)
    const worker = startCli(['worker', '--home', home, '--config', config])
    let log = ''
    worker.child.stderr?.on('data', chunk => (log += chunk))
    while (!log.includes('working fetch') && worker.child.exitCode === null) await sleep(20)
    const asked = await runCli(['enqueue', 'tiny', '--wait', '--home', home, '--config', config, '--json'])
    expect(asked.code, asked.stderr).toBe(0)
    expect(asked.json).toMatchObject({ show: 'tiny', made: true })
    worker.child.kill('SIGTERM')
    expect((await worker.ended).code).toBe(0)
  },
  SLOW
)
