import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printJson } from './print-json.ts'

/** `npm run bench:again -- FEEDS …` for other numbers of feeds. */
const named = process.argv.slice(2).filter(given => /^\d+$/.test(given))
const COUNTS = named.length > 0 ? named.map(Number) : [1, 8, 200]
const ITEMS = 20
const TIMES = 5
const TARGET_SECONDS = 2
const NOTHING_NEW = 3

const BIN = fileURLToPath(new URL('../bin/duologue.js', import.meta.url))
const SERVER = fileURLToPath(new URL('fetch/feed-server.ts', import.meta.url))

interface Run {
  code: number | null
  seconds: number
}

async function runCli(args: readonly string[]): Promise<Run> {
  const before = performance.now()
  const child = spawn(process.execPath, [BIN, ...args], { stdio: 'ignore' })
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code, seconds: (performance.now() - before) / 1000 }
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const rounded = (seconds: number): number => Math.round(seconds * 100) / 100

/** One episode, and then the same command on feeds that have not changed: what a person waits to hear that there is nothing. */
async function measure(feeds: number) {
  const dir = await mkdtemp(join(tmpdir(), 'duologue-bench-'))
  const server = fork(SERVER, [`${feeds}`, `${ITEMS}`])
  try {
    const [port] = (await once(server, 'message')) as [number]
    const show = {
      title: 'Bench',
      description: 'What happened.',
      feeds: Array.from({ length: feeds }, (_, feed) => `http://127.0.0.1:${port}/${feed}.xml`),
      minutes: 1
    }
    const config = join(dir, 'duologue.yaml')
    await writeFile(config, JSON.stringify({ fetch: { allow: ['127.0.0.1'] }, shows: { bench: show } }))
    const args = ['brief', '--config', config, '--home', join(dir, 'home')]
    const first = await runCli(args)
    const again: Run[] = []
    for (let time = 0; time < TIMES; time++) again.push(await runCli([...args, '--another']))
    const { funnel } = await secondReport(join(dir, 'home/shows/bench/episodes'))
    return {
      feeds,
      firstCode: first.code,
      codes: [...new Set(again.map(({ code }) => code))],
      unchanged: funnel.feedsUnchanged,
      firstSeconds: rounded(first.seconds),
      againSeconds: rounded(median(again.map(({ seconds }) => seconds)))
    }
  } finally {
    server.kill()
    await rm(dir, { recursive: true, force: true })
  }
}

async function secondReport(dir: string): Promise<{ funnel: { feedsUnchanged: number } }> {
  const second = (await readdir(dir)).find(episode => episode.endsWith('-2')) ?? ''
  return JSON.parse(await readFile(join(dir, second, 'report.json'), 'utf8')) as {
    funnel: { feedsUnchanged: number }
  }
}

const startUp = await runCli(['--help'])
const rows = []
for (const feeds of COUNTS) rows.push(await measure(feeds))
console.table(
  rows.map(row => ({
    ...row,
    codes: row.codes.join(' '),
    ratio: rounded(row.againSeconds / TARGET_SECONDS)
  }))
)
console.log(
  `seconds of the whole process, median of ${TIMES}; target ${TARGET_SECONDS} s; the command line alone starts in ${rounded(startUp.seconds)} s`
)
printJson({ rows, startUpSeconds: rounded(startUp.seconds), targetSeconds: TARGET_SECONDS })
if (rows.some(({ feeds, unchanged, codes }) => unchanged < feeds || codes.join() !== `${NOTHING_NEW}`))
  process.exitCode = 1
