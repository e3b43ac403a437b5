import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createFeedReader } from '../src/adapters/feeds/create-feed-reader.ts'
import { createFileHttpCache } from '../src/adapters/http-cache/create-file-http-cache.ts'
import { createFetcher } from '../src/adapters/http/create-fetcher.ts'
import { feedSourceSchema, showSchema } from '../src/domain/show.ts'
import { fetchFeed } from '../src/stages/fetch/fetch-feed.ts'
import { planRundown } from '../src/stages/fetch/plan-rundown.ts'
import { eachOf } from './fetch/each-of.ts'
import { watchLoop } from './fetch/watch-loop.ts'
import type { Watched } from './fetch/watch-loop.ts'
import { printJson } from './print-json.ts'

const FEEDS = 200
const ITEMS = 20
/** Fetch jobs at a time in one process. */
const AT_ONCE = 8
const TARGET_MS = 50

const server = fork(fileURLToPath(new URL('fetch/feed-server.ts', import.meta.url)), [`${FEEDS}`, `${ITEMS}`])
const [port] = (await once(server, 'message')) as [number]
const dir = await mkdtemp(join(tmpdir(), 'duologue-bench-'))
const cache = createFileHttpCache(join(dir, 'pages/http'))
const reader = createFeedReader()
const local = { allowPrivateAddresses: true }
const sources = Array.from({ length: FEEDS }, (_, feed) =>
  feedSourceSchema.parse({ url: `http://127.0.0.1:${port}/${feed}.xml` })
)
const show = showSchema.parse({
  id: 'bench',
  title: 'Bench',
  description: 'What happened.',
  language: 'en',
  author: 'Duologue',
  hosts: [{ name: 'Sarah' }, { name: 'Ray' }],
  feeds: sources,
  timeZone: 'UTC',
  minutes: 10,
  format: 'brief',
  stories: 8,
  music: false
})

/** As the fetch jobs do it: a new process has a new fetcher, and the same cache. */
function readAll() {
  const fetcher = createFetcher({ cache })
  const answers = { fresh: 0, unchanged: 0 }
  const counting = {
    async fetchBytes(...asked: Parameters<typeof fetcher.fetchBytes>) {
      const answer = await fetcher.fetchBytes(...asked)
      answers[answer.status] += 1
      return answer
    }
  }
  const feeds = eachOf(sources, AT_ONCE, source => fetchFeed(source, local, { fetcher: counting, reader }))
  return feeds.then(feeds => ({ feeds, answers }))
}

const rowOf = (name: string, { ms, blockedMs, lateMs, rssMib }: Watched<unknown>) => ({
  name,
  ms,
  blockedMs,
  lateMs,
  rssMib
})

try {
  const bare = createFetcher()
  const fetched = await watchLoop(() =>
    eachOf(sources, AT_ONCE, ({ url }) => bare.fetchBytes(url, local).then(({ bytes }) => bytes.length))
  )
  const first = await watchLoop(readAll)
  const { feeds } = first.result
  const now = new Date()
  const request = { show, episode: 'bench', date: now.toISOString().slice(0, 10), now, feeds, failures: [] }
  const planned = await watchLoop(() => planRundown(request))
  const second = await watchLoop(readAll)

  const items = feeds.reduce((sum, feed) => sum + feed.items.length, 0)
  const { funnel } = planned.result
  const rows = [
    rowOf('fetch alone', fetched),
    rowOf('fetch and parse', first),
    rowOf('cluster and choose', planned),
    rowOf('second run: fetch and parse', second)
  ]
  const peakMib = Math.round(process.resourceUsage().maxRSS / 1024)
  const bytes = fetched.result.reduce((sum, size) => sum + size, 0)
  console.log(
    `${feeds.length} feeds, ${items} items, ${(bytes / 1e6).toFixed(1)} MB, ${AT_ONCE} at a time, from a second process: ` +
      `${funnel.stories} stories; first run ${first.result.answers.fresh} fresh, second run ${second.result.answers.unchanged} unchanged`
  )
  console.table(rows, ['name', 'ms', 'blockedMs', 'lateMs', 'rssMib'])
  const worst = Math.max(...rows.map(({ blockedMs, lateMs }) => Math.max(blockedMs, lateMs)))
  console.log(
    `one pass ${first.ms + planned.ms} ms; peak memory ${peakMib} MiB; event loop blocked for at most ${worst} ms (target ${TARGET_MS} ms, ratio ${(worst / TARGET_MS).toFixed(1)})`
  )
  printJson({
    feeds: feeds.length,
    items,
    stories: funnel.stories,
    rows,
    peakMib,
    worstMs: worst,
    targetMs: TARGET_MS
  })
  if (feeds.length < FEEDS || items < FEEDS * ITEMS) process.exitCode = 1
} finally {
  await reader.release()
  server.kill()
  await rm(dir, { recursive: true, force: true })
}
