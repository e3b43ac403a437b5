import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createMemoryLibrary } from '../../src/adapters/memory-library/create-memory-library.ts'
import type { EpisodeRequest } from '../../src/domain/episode.ts'
import type { RememberedFeed } from '../../src/domain/feed.ts'
import type { Library } from '../../src/domain/library.ts'
import { reportSchema } from '../../src/domain/report.ts'
import { stoppedRunSchema } from '../../src/jobs/run-status.ts'
import { fetchFeed } from '../../src/stages/fetch/fetch-feed.ts'
import type { FetchedAnswer, FetchOptions } from '../../src/stages/fetch/fetch-ports.ts'
import { newsDeskHere } from '../../src/stages/fetch/news-desk-here.ts'
import type { FeedMemory } from '../../src/stages/fetch/ports.ts'
import { StageError } from '../../src/domain/stage-error.ts'
import { mayHaveNews, type LookPorts } from '../../src/workers/may-have-news.ts'
import { askOptions } from '../../src/workers/rundown-request.ts'
import { show } from '../fixtures/write/make-story.ts'

const URL_A = 'https://a.example/feed'
const URL_B = 'https://b.example/feed'
const request: EpisodeRequest = {
  show: {
    ...show,
    feeds: [
      { url: URL_A, weight: 1 },
      { url: URL_B, weight: 1 }
    ]
  },
  episode: '2026-11-22-2',
  date: '2026-11-22',
  now: '2026-11-22T06:00:00.000Z',
  writer: 'builtin',
  speech: 'flite',
  publicUrl: 'https://news.example.org',
  allowPrivateAddresses: false,
  skipTold: true
}
const ref = { show: show.id, episode: request.episode }
const earlier = { show: show.id, episode: '2026-11-22' }

/** What each feed answers with: its bytes, or nothing where it fails. */
let answers: Record<string, string | null>
let asked: { url: string; options: FetchOptions }[]
let library: Library
let ports: LookPorts

function createMemory(): FeedMemory {
  const kept = new Map<string, RememberedFeed>()
  return {
    find: async id => kept.get(id) ?? null,
    keep: async (id, feed) => void kept.set(id, feed)
  }
}

async function fetchBytes(url: string, options: FetchOptions): Promise<FetchedAnswer> {
  asked.push({ url, options })
  const answer = answers[url]
  if (answer == null) throw new StageError('fetch', `${url} is down`, { retryable: true })
  return {
    bytes: Buffer.from(answer),
    contentType: null,
    finalUrl: url,
    status: 'fresh',
    reason: null
  }
}

/** Reads a feed of one item, which is its text. */
const reader = {
  readFeed: async (bytes: Uint8Array) => ({
    kind: 'rss' as const,
    title: 'A Paper',
    link: null,
    found: 1,
    items: [
      {
        guid: '1',
        title: Buffer.from(bytes).toString(),
        url: null,
        date: '2026-11-22T05:00:00Z',
        categories: [],
        content: `${Buffer.from(bytes).toString()}, its council said on Monday after eleven of its members had agreed.`
      }
    ]
  })
}

/** An episode that told what both feeds have. */
beforeEach(async () => {
  answers = { [URL_A]: 'Marrow Ford rebuilds its bridge', [URL_B]: 'Dunmere opens a ward for children' }
  asked = []
  library = createMemoryLibrary()
  ports = { library, news: newsDeskHere, fetcher: { fetchBytes }, memory: createMemory() }
  const feeds = await Promise.all(
    request.show.feeds.map(source =>
      fetchFeed(source, { allowPrivateAddresses: false }, { ...ports, reader })
    )
  )
  const rundown = await newsDeskHere.rundown({
    ...request,
    ...earlier,
    show: request.show,
    now: new Date(request.now),
    feeds,
    failures: []
  })
  expect(rundown.stories.length).toBe(2)
  const segments = rundown.stories.map(({ id, title }) => ({ id, kind: 'story', title, story: id }))
  const files = {
    'rundown.json': { inputHash: 'x', ...rundown },
    'script.json': {
      inputHash: 'x',
      title: 'T',
      language: 'en-us',
      writer: 'builtin',
      segments,
      turns: [{ id: 't01', host: 'Sarah', kind: 'lead', segment: segments[0]?.id, text: 'A.', items: [] }]
    },
    'request.json': { ...request, episode: earlier.episode },
    'episode.json': {}
  }
  for (const [name, value] of Object.entries(files)) await library.writeJson(earlier, name, value)
  asked = []
})

const run = (name: string, more: object = {}) =>
  library.writeJson(ref, 'run.json', { run: name, stage: 'fetch', id: 'x', ...more })
const fetchReport = (name: string, seconds: number) =>
  library.writeJson(ref, 'report.json', {
    stages: { fetch: { run: name, startedAt: request.now, seconds, retries: 0, skipped: false } }
  })

test('a look that finds nothing new says so in the files of the episode', async () => {
  expect(await mayHaveNews(ports, request)).toBe(false)
  expect(await library.readJson(ref, 'run.json', stoppedRunSchema)).toMatchObject({ nothingNew: true })
  const report = await library.readJson(ref, 'report.json', reportSchema)
  expect(report?.funnel).toMatchObject({ feedsAsked: 2, feedsUnchanged: 2, itemsNew: 0, storiesChosen: 0 })
})

test.each([
  ['has changed', 'Port Halden ends its strike'],
  ['fails', null]
])('a feed that %s takes a run, and nothing is written', async (_what, answer) => {
  answers[URL_B] = answer
  expect(await mayHaveNews(ports, request)).toBe(true)
  expect(await library.has(ref, 'run.json')).toBe(false)
  expect(asked.map(({ options }) => options.isAhead)).toEqual([true, true])
})

test('a show that is configured otherwise than the last time takes no run where everything was told', async () => {
  const longer = { ...request, show: { ...request.show, minutes: 9 } }
  const told = await mayHaveNews(ports, longer)
  expect(told).toBe(false)
})

test('a look gives way to a run that began meanwhile', async () => {
  const slow: LookPorts = {
    ...ports,
    fetcher: {
      fetchBytes: async (url, options) => {
        await run('r1')
        return fetchBytes(url, options)
      }
    }
  }
  expect(await mayHaveNews(slow, request)).toBe(true)
  expect(await library.readJson(ref, 'run.json', stoppedRunSchema)).toMatchObject({ run: 'r1' })
  expect(await library.has(ref, 'request.json')).toBe(false)
})

describe('of an episode that was asked for before, a look judges', () => {
  test.each<[string, () => Promise<unknown>, boolean]>([
    ['one that a look has judged', () => run('r1', { nothingNew: true }), true],
    ['one whose run found nothing new', () => Promise.all([run('r1'), fetchReport('r1', 2)]), true],
    ['one whose run.json cannot be read', () => library.writeJson(ref, 'run.json', {}), true],
    ['none whose run has only begun', () => run('r1'), false],
    [
      'none whose run stopped while it fetched, also where one before it had found nothing new',
      () => Promise.all([run('r2'), fetchReport('r1', 2)]),
      false
    ],
    [
      'none whose run stopped while it fetched for the second time',
      () => Promise.all([run('r2'), fetchReport('r2', 0)]),
      false
    ],
    ['none that has a rundown', () => library.writeJson(ref, 'rundown.json', {}), false],
    ['none that was cancelled', () => run('r1', { cancelled: 'not wanted' }), false]
  ])('%s', async (_what, before, judges) => {
    await before()
    expect(await mayHaveNews(ports, request)).toBe(!judges)
    expect(asked.length).toBe(judges ? 2 : 0)
  })
})

test.each([
  ['a minute', '2026-11-22T06:00:10.000Z', 60_000],
  ['as long as it is since the episode was asked for', '2026-11-22T06:03:00.000Z', 180_000],
  ['ten minutes', '2026-11-22T16:00:00.000Z', 600_000]
])('a job takes the answer that a look was given for %s', (_what, time, ms) => {
  vi.useFakeTimers({ now: new Date(time) })
  onTestFinished(() => void vi.useRealTimers())
  expect(askOptions(request, URL_A).recentMs).toBe(ms)
})
