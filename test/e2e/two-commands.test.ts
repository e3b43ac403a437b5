import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { newLibrary } from '../helpers/new-library.ts'
import { startCli } from '../helpers/run-cli.ts'
import { runMain } from '../helpers/run-main.ts'
import { writeTinyConfig } from '../helpers/tiny-show.ts'

const SLOW = 300_000

test(
  'two commands at once on one library share a queue without Redis, and the second outlives the first',
  async () => {
    const home = await newLibrary()
    const config = await writeTinyConfig(home)
    const first = startCli(['brief', 'tiny', '--home', home, '--config', config, '--json'])
    let log = ''
    first.child.stderr?.on('data', chunk => (log += chunk))
    while (!log.includes('render') && first.child.exitCode === null) await sleep(20)

    const status = await runMain(['status', '--home', home, '--json'])
    expect([status.code, status.json.station]).toEqual([0, 'remote'])
    const same = startCli(['brief', 'tiny', '--home', home, '--config', config, '--json'])
    const evening = await writeTinyConfig(home, undefined, { show: 'evening', minutes: 3, stories: 5 })
    const other = startCli(['brief', 'evening', '--home', home, '--config', evening, '--json'])
    const [one, two, three] = await Promise.all([first.ended, same.ended, other.ended])
    expect([one.code, two.code, three.code], one.stderr + two.stderr + three.stderr).toEqual([0, 0, 0])
    expect([one.json.audio, three.json.show]).toEqual([two.json.audio, 'evening'])
    expect(three.json.made).toBe(true)
  },
  SLOW
)

test(
  'enqueue asks the running worker, which makes the episode and stops cleanly',
  async () => {
    const home = await newLibrary()
    const config = await writeTinyConfig(home)
    const worker = startCli(['worker', '--home', home, '--config', config])
    let log = ''
    worker.child.stderr?.on('data', chunk => (log += chunk))
    while (!log.includes('working fetch') && worker.child.exitCode === null) await sleep(20)
    const asked = await runMain(['enqueue', 'tiny', '--wait', '--home', home, '--config', config, '--json'])
    expect(asked.code, asked.stderr).toBe(0)
    expect(asked.json).toMatchObject({ show: 'tiny', made: true })
    worker.child.kill('SIGTERM')
    expect((await worker.ended).code).toBe(0)
  },
  SLOW
)
