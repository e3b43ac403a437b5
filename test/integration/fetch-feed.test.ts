import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFeedReader } from '../../src/adapters/feeds/create-feed-reader.ts'
import { createMemoryHttpCache } from '../../src/adapters/http-cache/create-memory-http-cache.ts'
import { listFeedHealth } from '../../src/adapters/http-cache/list-feed-health.ts'
import { createFetcher } from '../../src/adapters/http/create-fetcher.ts'
import { StageError } from '../../src/domain/stage-error.ts'
import { showSchema } from '../../src/domain/show.ts'
import { feedIdOf, fetchFeed } from '../../src/stages/fetch/fetch-feed.ts'
import { newsDeskHere } from '../../src/stages/fetch/news-desk-here.ts'
import { planRundown } from '../../src/stages/fetch/plan-rundown.ts'
import { caught } from '../helpers/caught.ts'
import { rssFeed, startFeedServer } from '../helpers/feed-server.ts'
import type { FeedServer } from '../helpers/feed-server.ts'

const SAMPLES = resolve('samples/feeds')
const reader = createFeedReader()
const ports = {
  reader,
  news: newsDeskHere,
  fetcher: createFetcher({ fileRoots: [SAMPLES] })
}

const STORY = 'The harbour reopened on Monday after a storm had closed it for three days, the port said.'
const news = rssFeed('BBC News - Home', [
  {
    title: 'Harbour reopens',
    text: `<p>${STORY}</p><p>Read more</p>`,
    date: 'Thu, 28 Aug 2025 10:00:00 GMT',
    guid: '../../etc/passwd'
  },
  { title: 'Harbour <script>alert(1)</script>reopens again', text: STORY, guid: 'b' },
  { title: 'Harbour reopens', text: STORY, guid: '../../etc/passwd' }
])

let server: FeedServer
beforeAll(async () => {
  server = await startFeedServer({
    '/news.xml': news,
    '/win1251.xml': Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>'),
      Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
      Buffer.from('</title></channel></rss>')
    ]),
    '/empty': '',
    '/no-items.xml': rssFeed('Quiet', []),
    '/page': '<!DOCTYPE html><html><body><p>Hello</p></body></html>',
    '/text': 'Service unavailable',
    '/broken.xml': news.slice(0, news.indexOf('<channel>') + 3),
    '/50mb': (_request, response) => {
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(50 * 1024 * 1024, 'x')))
    },
    '/slow': (_request, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write(' '), 50)
      response.on('close', () => clearInterval(timer))
    }
  })
})
afterAll(async () => {
  await server.close()
  await reader.release()
})

const hasty = { reader, news: newsDeskHere, fetcher: createFetcher({ limits: { totalTimeoutMs: 1000 } }) }

const get = (path: string, allowPrivateAddresses = true) =>
  fetchFeed(
    { url: server.url + path, weight: 1 },
    { allowPrivateAddresses },
    path === '/slow' ? hasty : ports
  )

describe('fetching a feed', () => {
  test('gives its items as plain text, with ids of our own', async () => {
    const feed = await get('/news.xml')
    expect(feed).toMatchObject({
      feedId: feedIdOf(`${server.url}/news.xml`),
      kind: 'rss',
      title: 'BBC News - Home',
      bytes: Buffer.byteLength(news)
    })
    expect(
      feed.items.map(({ title, outlet, text, substance, publishedAt, url }) => ({
        title,
        outlet,
        text,
        substance,
        publishedAt,
        url
      }))
    ).toEqual([
      {
        title: 'Harbour reopens',
        outlet: 'BBC News',
        text: STORY,
        substance: 'summary',
        publishedAt: '2025-08-28T10:00:00.000Z',
        url: null
      },
      {
        title: 'Harbour reopens again',
        outlet: 'BBC News',
        text: STORY,
        substance: 'summary',
        publishedAt: null,
        url: null
      }
    ])
    for (const { id } of feed.items) expect(id).toMatch(/^[0-9a-f]{64}$/)
  })

  test('decodes what it declares', async () => {
    expect((await get('/win1251.xml')).title).toBe('Привет')
  })

  test('without entries gives no items', async () => {
    expect((await get('/no-items.xml')).items).toEqual([])
  })

  test.each([
    ['/empty', 'the answer is empty', false],
    ['/page', 'this is a web page, not a feed; look for its feed address', false],
    ['/text', 'this is plain text, not a feed', false],
    ['/broken.xml', 'there is neither a title nor an item in it', false],
    ['/50mb', 'larger than 15 MiB', false],
    ['/slow', 'did not come within 1 s', true],
    ['/gone', 'answered 404', false]
  ])('from %s fails with a sentence', async (path, message, retryable) => {
    const error: unknown = await get(path).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(StageError)
    expect((error as StageError).message).toContain(`${server.url}${path}: `)
    expect((error as StageError).message).toContain(message)
    expect((error as StageError).retryable).toBe(retryable)
  })

  test('that cannot be read is told without its password, and counts as failing', async () => {
    const cache = createMemoryHttpCache()
    const url = `${server.url.replace('http://', 'http://joe:secret@')}/page`
    const read = fetchFeed(
      { url, weight: 1 },
      { allowPrivateAddresses: true },
      { ...ports, fetcher: createFetcher({ cache }) }
    )
    expect((await caught(read)).message).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/page: this is a web page/)
    expect(await listFeedHealth(cache)).toEqual([
      expect.objectContaining({ failures: 1, lastError: expect.stringContaining('web page') })
    ])
  })

  test('from a private address is refused unless it is meant', async () => {
    await expect(get('/news.xml', false)).rejects.toThrow('private or reserved address')
  })
})

describe('the sample feeds', () => {
  const urls = readdirSync(SAMPLES).map(name => pathToFileURL(resolve(SAMPLES, name)).href)
  const show = showSchema.parse({
    id: 'demo',
    title: 'Demo',
    description: 'Demo.',
    language: 'en',
    author: 'A',
    hosts: [
      { name: 'Ann', voice: 'a' },
      { name: 'Bob', voice: 'b' }
    ],
    feeds: urls.map(url => ({ url })),
    timeZone: 'UTC',
    minutes: 5,
    format: 'brief',
    stories: 7,
    music: false
  })

  test('make a rundown in which the stories of several feeds are one', async () => {
    const feeds = await Promise.all(
      show.feeds.map(source => fetchFeed(source, { allowPrivateAddresses: false }, ports))
    )
    const rundown = planRundown({
      show,
      episode: '2030-01-01',
      date: '2030-01-01',
      now: new Date('2030-01-01'),
      feeds,
      failures: []
    })
    const about = (word: RegExp) =>
      rundown.stories.filter(story => story.items.some(item => word.test(item.title)))
    expect(about(/MAI-Voice-1/).length).toBe(1)
    expect(about(/MAI-Voice-1/)[0]?.outlets.length).toBe(3)
    expect(about(/MAI-Voice-1/)[0]).toBe(rundown.stories[0])
    expect(rundown.stories.length).toBeGreaterThanOrEqual(7)
    const seconds = rundown.stories.reduce((sum, story) => sum + story.budgetSeconds, 0)
    expect(seconds).toBeGreaterThan(250)
    expect(seconds).toBeLessThan(275)
  })
})
