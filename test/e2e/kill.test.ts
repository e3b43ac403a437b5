import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { STAGES, type StageName } from '../../src/domain/stages.ts'
import { newLibrary } from '../helpers/new-library.ts'
import { runCli, startCli } from '../helpers/run-cli.ts'
import { runMain } from '../helpers/run-main.ts'
import { writeTinyConfig, writeTinyStory } from '../helpers/tiny-show.ts'

const SLOW = 300_000

/** A file that shows up in the library when the run has come to a stage. */
const SIGNS = {
  fetch: 'request.json',
  write: 'rundown.json',
  render: 'script.json',
  mix: 'takes.json',
  publish: 'master.json'
} satisfies Record<StageName, string>

const takeTimes = async (home: string): Promise<Record<string, number>> => {
  const names = await readdir(join(home, 'takes')).catch(() => [])
  const wavs = names.filter(name => name.endsWith('.wav'))
  return Object.fromEntries(
    await Promise.all(
      wavs.map(async name => [name, (await stat(join(home, 'takes', name))).mtimeMs] as const)
    )
  )
}

async function findEpisodeFile(home: string, name: string): Promise<boolean> {
  const episodes = join(home, 'shows', 'tiny', 'episodes')
  const days = await readdir(episodes).catch(() => [])
  return days.some(day => existsSync(join(episodes, day, name)))
}

async function mixIsAtWork(home: string): Promise<boolean> {
  const names = await readdir(join(home, 'shows', 'tiny', 'episodes'), { recursive: true }).catch(() => [])
  return names.some(name => name.endsWith('.mix.wav'))
}

/** Processes that still work on a library, by their command lines (Linux). */
async function processesOn(home: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name) && Number(name) !== process.pid)
  const lines = await Promise.all(pids.map(pid => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return lines.filter(line => line.includes(home)).map(line => line.replaceAll('\0', ' '))
}

test.each(STAGES)(
  'killed in %s, the same command finishes the episode and makes no take twice',
  async stage => {
    const home = await newLibrary()
    const ofFeeds = stage === 'fetch' || stage === 'write'
    const config = await (ofFeeds ? writeTinyConfig(home) : writeTinyStory(home))
    const args = ['brief', 'tiny', '--home', home, '--config', config, '--json']
    const first = startCli(args)
    while (!(await findEpisodeFile(home, SIGNS[stage])) && first.child.exitCode === null) await sleep(5)
    if (stage === 'mix') while (!(await mixIsAtWork(home)) && first.child.exitCode === null) await sleep(5)
    if (stage === 'render')
      while (Object.keys(await takeTimes(home)).length < 2 && first.child.exitCode === null) await sleep(5)
    first.child.kill('SIGKILL')
    expect((await first.ended).json.made).toBeUndefined()
    const before = await takeTimes(home)

    const second = await (stage === 'publish' ? runCli : runMain)(args)
    expect(second.code, second.stderr).toBe(0)
    expect(second.json.made).toBe(true)
    expect(await takeTimes(home)).toMatchObject(before)
    const left = await readdir(String(second.json.dir))
    expect(left.filter(name => name.startsWith('.'))).toEqual([])
    if (process.platform === 'linux') expect(await processesOn(home)).toEqual([])
  },
  SLOW
)
