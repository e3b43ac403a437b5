import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFileFeedMemory } from '../../src/adapters/feed-memory/create-file-feed-memory.ts'
import { createFeedReader } from '../../src/adapters/feeds/create-feed-reader.ts'
import { createFileHttpCache } from '../../src/adapters/http-cache/create-file-http-cache.ts'
import { createFetcher } from '../../src/adapters/http/create-fetcher.ts'
import { rememberedFeedSchema } from '../../src/domain/feed.ts'
import { feedSourceSchema } from '../../src/domain/show.ts'
import { feedIdOf, fetchFeed } from '../../src/stages/fetch/fetch-feed.ts'
import { newsDeskHere } from '../../src/stages/fetch/news-desk-here.ts'
import { newHome } from '../helpers/new-home.ts'
import { startNewsSite } from '../helpers/news-site.ts'
import type { NewsSite } from '../helpers/news-site.ts'
import { rssItem, rssOf } from '../helpers/rss-text.ts'

const [DAY_1, DAY_2, DAY_3] = ['2026-11-20', '2026-11-21', '2026-11-22'].map(day => `${day}T06:00:00.000Z`)

const entry = (name: string): string =>
  rssItem({
    title: `News of ${name}`,
    text: `${name} is open again after the storm.`,
    link: `https://x.example/${name}`
  })

const reader = createFeedReader()
let site: NewsSite
let entries = ['alder', 'birch']
beforeAll(async () => {
  site = await startNewsSite(() => ({
    '/feed.xml': (request, response) => {
      const etag = `"${entries.join('-')}"`
      if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
      else response.writeHead(200, { etag }).end(rssOf('Post', entries.map(entry)))
    }
  }))
})
afterAll(() => Promise.all([site.close(), reader.release()]))

/** A visit of a new process: nothing is known but what lies in the folder. */
function visit(home: string, day = DAY_1) {
  const fetcher = createFetcher({ cache: createFileHttpCache(join(home, 'pages/http')) })
  const memory = createFileFeedMemory(join(home, 'pages/feeds'))
  const source = feedSourceSchema.parse({ url: `${site.url}/feed.xml` })
  return fetchFeed(
    source,
    { allowPrivateAddresses: true, now: new Date(day ?? '') },
    { fetcher, reader, news: newsDeskHere, memory }
  )
}

const seen = ({ items }: Awaited<ReturnType<typeof visit>>) =>
  items.map(({ title, firstSeenAt }) => [title.replace('News of ', ''), firstSeenAt])

test('items without a date keep the day of their first visit, whatever comes and goes', async () => {
  const home = await newHome()
  const first = await visit(home, DAY_1)
  expect([first.unchanged, first.newItems, seen(first)]).toEqual([
    false,
    2,
    [
      ['alder', DAY_1],
      ['birch', DAY_1]
    ]
  ])
  const second = await visit(home, DAY_2)
  expect([second.unchanged, second.newItems, seen(second)]).toEqual([true, 0, seen(first)])
  entries = ['cedar', 'alder']
  const third = await visit(home, DAY_3)
  expect([third.unchanged, third.newItems, seen(third)]).toEqual([
    false,
    1,
    [
      ['cedar', DAY_3],
      ['alder', DAY_1]
    ]
  ])
  entries = ['birch', 'cedar']
  expect(seen(await visit(home, DAY_3))).toEqual([
    ['birch', DAY_1],
    ['cedar', DAY_3]
  ])
  expect(site.answers.map(({ status }) => status)).toEqual([200, 304, 200, 200])
})

test('what another process was given meanwhile has changed for this one', async () => {
  const home = await newHome()
  entries = ['alder']
  await visit(home)
  entries = ['alder', 'birch']
  const url = `${site.url}/feed.xml`
  const cache = createFileHttpCache(join(home, 'pages/http'))
  await createFetcher({ cache }).fetchBytes(url, { allowPrivateAddresses: true })
  const next = await visit(home)
  expect([next.unchanged, next.newItems]).toEqual([false, 1])
})

test('a feed whose items cannot be kept is read all the same', async () => {
  const home = await newHome()
  await mkdir(join(home, 'pages'))
  await writeFile(join(home, 'pages/feeds'), 'in the way')
  expect((await visit(home)).items.length).toBe(entries.length)
})

test('what is remembered lies in one file for each feed, and a damaged one counts as forgotten', async () => {
  const home = await newHome()
  await visit(home, DAY_1)
  const folder = join(home, 'pages/feeds')
  const file = `${feedIdOf(`${site.url}/feed.xml`)}.json`
  expect(await readdir(folder)).toEqual([file])
  const kept = rememberedFeedSchema.parse(JSON.parse(await readFile(join(folder, file), 'utf8')))
  expect(Object.values(kept.firstSeen)).toEqual([DAY_1, DAY_1])
  await writeFile(join(folder, file), '{"body": "half a fi')
  const again = await visit(home, DAY_2)
  expect([again.newItems, seen(again).map(([, time]) => time)]).toEqual([2, [DAY_2, DAY_2]])
})
