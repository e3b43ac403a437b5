import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LOCAL_URL, type ServerSettings } from '../src/config/load-settings.ts'
import type { EpisodeDesk } from '../src/jobs/episode-desk.ts'
import type { JobQueue } from '../src/jobs/queue/job-queue.ts'
import { startServer } from '../src/server/start-server.ts'
import { printJson } from './print-json.ts'
import type { Answered, Asked } from './serve/ask-at-once.ts'

const REQUESTS = 1000
const ITEMS = 100

/** As long as a feed of a hundred episodes with their notes. */
function feedText(): string {
  const item = (index: number) =>
    `<item><guid>${index}</guid><description>${`Story ${index} and what is known of it. `.repeat(50)}</description>` +
    `<enclosure url="${LOCAL_URL}/shows/bench/episodes/2026-11-22-${index}/episode.mp3" length="1" type="audio/mpeg"/></item>`
  return `<rss><channel>${Array.from({ length: ITEMS }, (_, index) => item(index)).join('\n')}</channel></rss>`
}

async function measure(url: string, gzip: boolean): Promise<Answered[]> {
  const client = fork(fileURLToPath(new URL('serve/ask-at-once.ts', import.meta.url)))
  const asked: Asked = { url, requests: REQUESTS, gzip }
  client.send(asked)
  const [answers] = (await once(client, 'message')) as [Answered[]]
  client.kill()
  return answers
}

const share = (sorted: number[], part: number) => sorted[Math.ceil(sorted.length * part) - 1] ?? NaN

function rowOf(name: string, answers: Answered[]) {
  const ms = answers.map(answer => answer.ms).sort((a, b) => a - b)
  const good = answers.filter(({ status, fault }) => status === 200 && fault === null)
  const faults = answers.flatMap(({ fault, status }) =>
    (fault ?? status === 200) ? [] : [`status ${status}`]
  )
  return {
    name,
    requests: answers.length,
    errors: answers.length - good.length,
    faults: [...new Set([...faults, ...answers.flatMap(({ fault }) => fault ?? [])])],
    kilobytes: Math.round((good[0]?.bytes ?? 0) / 1000),
    p50Ms: Math.round(share(ms, 0.5)),
    p99Ms: Math.round(share(ms, 0.99)),
    worstMs: Math.round(share(ms, 1))
  }
}

const home = await mkdtemp(join(tmpdir(), 'duologue-bench-'))
await mkdir(join(home, 'shows/bench'), { recursive: true })
await writeFile(join(home, 'shows/bench/feed.xml'), feedText())
// The limit of an address is there, as wide as one address that asks for all needs it.
const settings: ServerSettings = {
  isPrivate: false,
  listeners: [],
  requestsPerMinute: 100_000,
  proxies: 0,
  metricsToken: undefined,
  apiToken: undefined
}
const server = await startServer({
  home,
  desk: {} as EpisodeDesk,
  queue: { onEvent: () => () => {} } as unknown as JobQueue,
  port: 0,
  host: '127.0.0.1',
  shows: { publicUrl: undefined, server: settings }
})
try {
  const url = `${server.url}/shows/bench/feed.xml`
  const rows = [
    rowOf('feed as it is', await measure(url, false)),
    rowOf('feed with gzip', await measure(url, true))
  ]
  console.log(`${REQUESTS} requests at once, each on a connection of its own, from a second process`)
  console.table(rows, ['name', 'requests', 'errors', 'kilobytes', 'p50Ms', 'p99Ms', 'worstMs'])
  for (const { name, faults } of rows) for (const fault of faults) console.log(`${name}: ${fault}`)
  printJson({ rows })
  if (rows.some(({ errors }) => errors > 0)) process.exitCode = 1
} finally {
  await server.close()
  await rm(home, { recursive: true, force: true })
}
