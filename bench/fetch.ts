import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compose } from '../src/compose.ts'
import { loadSettings } from '../src/config/load-settings.ts'
import type { EpisodeRequest } from '../src/domain/episode.ts'
import { reportSchema } from '../src/domain/report.ts'
import { fetchFeed } from '../src/stages/fetch/fetch-feed.ts'
import { eachOf } from '../src/domain/each-of.ts'
import { runFetchStage } from './fetch/run-fetch-stage.ts'
import { watchLoop } from './fetch/watch-loop.ts'
import type { Watched } from './fetch/watch-loop.ts'
import { printJson } from './print-json.ts'

/** `npm run bench:fetch -- FEEDS ITEMS` for other numbers of feeds, and of items in each. */
const [FEEDS = 200, ITEMS = 20] = process.argv
  .slice(2)
  .filter(given => /^\d+$/.test(given))
  .map(Number)
/** Fetch jobs at a time in one process. */
const AT_ONCE = 8
const TARGET_MS = 50
const DAY_MS = 24 * 60 * 60 * 1000

const server = fork(fileURLToPath(new URL('fetch/feed-server.ts', import.meta.url)), [`${FEEDS}`, `${ITEMS}`])
const [port] = (await once(server, 'message')) as [number]
const dir = await mkdtemp(join(tmpdir(), 'duologue-bench-'))

/** A house of its own over all the feeds. */
async function openHouse(name: string) {
  const config = join(dir, `${name}.yaml`)
  const feeds = Array.from({ length: FEEDS }, (_, feed) => `http://127.0.0.1:${port}/${feed}.xml`)
  const bench = {
    title: 'Bench',
    description: 'What happened.',
    feeds,
    minutes: 10,
    stories: 8,
    music: false
  }
  await writeFile(config, JSON.stringify({ fetch: { allow: ['127.0.0.1'] }, shows: { bench } }))
  const settings = loadSettings({ config, home: join(dir, name) })
  return { ports: await compose(settings), show: settings.shows[0]! }
}

const rowOf = (name: string, { ms, blockedMs, lateMs, ownMs, rssMib }: Watched<unknown>) => ({
  name,
  ms,
  blockedMs,
  lateMs,
  ownMs,
  rssMib
})

/** What the parts take on their own: nothing of a library, and nothing of pages. */
async function measureParts() {
  const { ports, show } = await openHouse('parts')
  const options = { allowPrivateAddresses: true }
  const now = new Date()
  try {
    const readAll = () => eachOf(show.feeds, AT_ONCE, source => fetchFeed(source, { ...options, now }, ports))
    const first = await watchLoop(readAll)
    const second = await watchLoop(readAll)
    const date = now.toISOString().slice(0, 10)
    const request = { show, episode: date, date, now, feeds: first.result, failures: [] }
    const chosen = await watchLoop(() => ports.news.rundown(request))
    return {
      rows: [
        rowOf('fetch and parse', first),
        rowOf('the same, unchanged', second),
        rowOf('cluster and choose', chosen)
      ],
      items: first.result.reduce((sum, feed) => sum + feed.items.length, 0)
    }
  } finally {
    await ports.release()
  }
}

/** The fetch stage as it is run, jobs, pages and library and all; then the same for the next day. */
async function measureStage() {
  const { ports, show } = await openHouse('stage')
  const requestOf = (now: Date): EpisodeRequest => ({
    show,
    episode: now.toISOString().slice(0, 10),
    date: now.toISOString().slice(0, 10),
    now: now.toISOString(),
    writer: 'builtin',
    speech: 'flite',
    publicUrl: 'http://127.0.0.1',
    allowPrivateAddresses: false,
    readPages: true,
    skipTold: true
  })
  const run = async (request: EpisodeRequest) => {
    const ref = { show: show.id, episode: request.episode }
    await ports.library.writeJson(ref, 'request.json', request)
    const watched = await watchLoop(() => runFetchStage(ports, request, AT_ONCE))
    const report = await ports.library.readJson(ref, 'report.json', reportSchema)
    return { watched, funnel: report?.funnel }
  }
  try {
    const first = await run(requestOf(new Date()))
    const second = await run(requestOf(new Date(Date.now() + DAY_MS)))
    return {
      rows: [rowOf('the whole stage', first.watched), rowOf('the whole stage, unchanged', second.watched)],
      funnel: first.funnel,
      unchanged: second.funnel?.feedsUnchanged ?? 0
    }
  } finally {
    await ports.release()
  }
}

try {
  const parts = await measureParts()
  const stage = await measureStage()
  const rows = [...parts.rows, ...stage.rows]
  const peakMib = Math.round(process.resourceUsage().maxRSS / 1024)
  const { feedsAnswered = 0, stories = 0, pages } = stage.funnel ?? {}
  console.log(
    `${feedsAnswered} feeds, ${parts.items} items, ${AT_ONCE} at a time, from a second process: ${stories} stories, ` +
      `${pages?.taken ?? 0} of ${pages?.asked ?? 0} pages taken; the day after, ${stage.unchanged} feeds unchanged`
  )
  console.table(rows, ['name', 'ms', 'blockedMs', 'lateMs', 'ownMs', 'rssMib'])
  const worst = Math.max(...rows.map(({ blockedMs, lateMs }) => Math.max(blockedMs, lateMs)))
  const worstOwn = Math.max(...rows.map(({ ownMs }) => ownMs))
  console.log(
    `peak memory ${peakMib} MiB; event loop blocked for at most ${worst} ms, ${worstOwn} ms of it by this process ` +
      `(target ${TARGET_MS} ms, ratio ${(worstOwn / TARGET_MS).toFixed(1)})`
  )
  printJson({
    feeds: feedsAnswered,
    items: parts.items,
    stories,
    pages,
    rows,
    peakMib,
    worstMs: worst,
    worstOwnMs: worstOwn,
    targetMs: TARGET_MS
  })
  if (Math.min(feedsAnswered, stage.unchanged) < FEEDS || parts.items < FEEDS * ITEMS) process.exitCode = 1
} finally {
  server.kill()
  await rm(dir, { recursive: true, force: true })
}
