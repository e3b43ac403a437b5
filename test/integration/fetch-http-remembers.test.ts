import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createFileHttpCache } from '../../src/adapters/http-cache/create-file-http-cache.ts'
import { createMemoryHttpCache } from '../../src/adapters/http-cache/create-memory-http-cache.ts'
import { listFeedHealth } from '../../src/adapters/http-cache/list-feed-health.ts'
import { createHttpFetcher } from '../../src/adapters/http/create-http-fetcher.ts'
import type {
  FetchedAnswer,
  FetchOptions,
  HttpCache,
  WebFetcher
} from '../../src/stages/fetch/fetch-ports.ts'
import { caught } from '../helpers/caught.ts'
import { newHome } from '../helpers/new-home.ts'
import { startFeedServer } from '../helpers/feed-server.ts'
import type { FeedServer, Route } from '../helpers/feed-server.ts'

const HOUR = 3_600_000
const local = { allowPrivateAddresses: true }

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** What /feed.xml answers now, and the conditions of every request that it got. */
let answer: Answer
let conditions: (string | undefined)[][]
const routes: Record<string, Route> = {
  '/feed.xml': (request, response) => {
    conditions.push([request.headers['if-none-match'], request.headers['if-modified-since']])
    answer(request, response)
  },
  '/new.xml': (_request, response) => void response.end('<rss>new</rss>')
}

let server: FeedServer
let cache: HttpCache
let fetcher: WebFetcher
let time: number
beforeAll(async () => {
  server = await startFeedServer(routes)
})
afterAll(() => server.close())
beforeEach(() => {
  conditions = []
  server.asked.length = 0
  time = Date.parse('2026-11-22T06:00:00Z')
  cache = createMemoryHttpCache()
  fetcher = createHttpFetcher({ cache, now: () => new Date(time) })
})
afterEach(async () => expect.poll(() => server.open()).toBe(0))

const get = (options: Partial<FetchOptions> = {}): Promise<FetchedAnswer> =>
  fetcher.fetchBytes(`${server.url}/feed.xml`, { ...local, ...options })
const said = ({ bytes, status, reason }: FetchedAnswer) => ({
  text: Buffer.from(bytes).toString(),
  status,
  reason
})
const health = async () => (await listFeedHealth(cache))[0]

const FEED = '<rss>old</rss>'
const gives =
  (headers: Record<string, string> = {}, body = FEED): Answer =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/xml', ...headers }).end(body)
const refuses =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(status, headers).end()
const moves =
  (to: string, status = 301): Answer =>
  (_request, response) =>
    void response.writeHead(status, { location: to }).end()

describe('a feed that did not change', () => {
  const validators = { etag: '"é1"', 'last-modified': 'Sat, 21 Nov 2026 06:00:00 GMT' }
  const asLatin1 = { ...validators, etag: Buffer.from(validators.etag).toString('latin1') }
  const conditional: Answer = (request, response) => {
    const isSame =
      request.headers['if-none-match'] === asLatin1.etag &&
      request.headers['if-modified-since'] === validators['last-modified']
    if (isSame) response.writeHead(304, { etag: asLatin1.etag }).end()
    else gives(asLatin1)(request, response)
  }

  test('is asked with its validators, and gives the same bytes as before', async () => {
    answer = conditional
    expect(said(await get())).toEqual({ text: FEED, status: 'fresh', reason: null })
    const again = await get()
    expect(said(again)).toEqual({ text: FEED, status: 'unchanged', reason: null })
    expect(again.contentType).toBe('text/xml')
    await get()
    expect(conditions).toEqual([
      [undefined, undefined],
      [asLatin1.etag, validators['last-modified']],
      [asLatin1.etag, validators['last-modified']]
    ])
  })

  test('is known to another process by its files', async () => {
    answer = conditional
    const dir = join(await newHome(), 'pages/http')
    const inFiles = () => createHttpFetcher({ cache: createFileHttpCache(dir), now: () => new Date(time) })
    const url = `${server.url}/feed.xml`
    await inFiles().fetchBytes(url, local)
    expect(said(await inFiles().fetchBytes(url, local))).toMatchObject({ text: FEED, status: 'unchanged' })
  })

  test('is known by its bytes where the server has no validators', async () => {
    answer = gives()
    await get()
    expect((await get()).status).toBe('unchanged')
    answer = gives({}, '<rss>newer</rss>')
    expect(said(await get())).toMatchObject({ text: '<rss>newer</rss>', status: 'fresh' })
  })

  test('is asked without validators where they belong to another address', async () => {
    routes['/by-day'] = conditional
    answer = moves('/by-day', 302)
    await get()
    answer = conditional
    await get()
    expect(conditions).toEqual([
      [undefined, undefined],
      [undefined, undefined]
    ])
  })

  test('a 304 from a hop that was not asked for it is a fault', async () => {
    routes['/by-day'] = conditional
    answer = moves('/by-day', 302)
    await get()
    answer = refuses(304)
    expect((await caught(get())).message).toContain('answered 304: it says that nothing changed')
  })

  test('a cache that cannot be read or written is no fault of the feed', async () => {
    answer = conditional
    const broken = {
      find: () => Promise.reject(new Error('EIO')),
      save: () => Promise.reject(new Error('ENOSPC'))
    }
    fetcher = createHttpFetcher({ cache: { ...cache, ...broken } })
    expect(said(await get())).toMatchObject({ text: FEED, status: 'fresh' })
  })
})

describe('a server that wants to be left alone', () => {
  test('is not asked while its answer is fresh, and what it said is used', async () => {
    answer = gives({ 'cache-control': 'max-age=900' })
    await get()
    time += 3 * 60_000
    expect(said(await get({ isByHand: true }))).toEqual({
      text: FEED,
      status: 'unchanged',
      reason: 'asked 3 minutes ago; not before 06:15 UTC'
    })
    time += 12 * 60_000
    await get()
    expect(conditions.length).toBe(2)
  })

  test.each([429, 503])(
    'with %i and Retry-After is not asked before, and the last body is used',
    async status => {
      answer = gives()
      await get()
      answer = refuses(status, { 'retry-after': '3600' })
      const refused = said(await get())
      expect(refused).toMatchObject({ text: FEED, status: 'unchanged' })
      expect(refused.reason).toContain(`answered ${status}`)
      expect(refused.reason).toContain('not before 07:00 UTC')
      time += HOUR / 2
      expect(said(await get())).toMatchObject({ reason: 'asked 30 minutes ago; not before 07:00 UTC' })
      expect(conditions.length).toBe(2)
      time += HOUR / 2
      answer = gives()
      await get()
      expect(conditions.length).toBe(3)
    }
  )

  test('has failed where there is nothing to use instead', async () => {
    answer = refuses(429, { 'retry-after': '3600' })
    expect((await caught(get())).message).toContain('answered 429: it asks us to come less often')
    const error = await caught(get())
    expect(error.message).toContain('asked 0 minutes ago; not before 07:00 UTC (')
    expect(error.retryable).toBe(false)
    expect(conditions.length).toBe(1)
  })

  test('is asked once at a time, also by those that ask at once', async () => {
    let open = 0
    let most = 0
    answer = (request, response) => {
      most = Math.max(most, ++open)
      setTimeout(() => {
        open -= 1
        gives({}, randomUUID())(request, response)
      }, 20)
    }
    routes['/other.xml'] = (request, response) => answer(request, response)
    const other = fetcher.fetchBytes(`${server.url}/other.xml`, local)
    await Promise.all([get(), get(), other, get()])
    expect(most).toBe(1)
  })
})

describe('a feed that fails', () => {
  test('is asked less and less often, is named, and recovers', async () => {
    answer = gives()
    await get()
    answer = refuses(500)
    for (let failures = 1; failures <= 3; failures++) {
      time += HOUR
      await caught(get())
    }
    const wrong = `${server.url}/feed.xml: the server answered 500: it has a fault of its own`
    expect(await health()).toEqual({
      url: `${server.url}/feed.xml`,
      lastOkAt: '2026-11-22T06:00:00.000Z',
      failures: 3,
      lastError: wrong,
      movedTo: null
    })
    time += HOUR / 2
    const error = await caught(get())
    expect(error.message).toBe(
      `${server.url}/feed.xml: it failed 3 times in a row, asked 30 minutes ago; not before 10:00 UTC (${wrong})`
    )
    expect(conditions.length).toBe(4)
    answer = gives()
    expect((await get({ isByHand: true })).status).toBe('unchanged')
    expect(await health()).toMatchObject({ failures: 0, lastError: null })
  })

  test('counts tries in quick succession once', async () => {
    answer = refuses(500)
    await caught(get())
    time += 1000
    await caught(get())
    expect(await health()).toMatchObject({ failures: 1 })
  })

  test('an abort is no failure of the feed', async () => {
    answer = () => undefined
    const controller = new AbortController()
    const asked = get({ signal: controller.signal })
    await expect.poll(() => conditions.length).toBe(1)
    controller.abort(new Error('shutting down'))
    await expect(asked).rejects.toThrow('shutting down')
    expect(await health()).toBeUndefined()
  })
})

describe('a feed that was looked at ahead of its job', () => {
  const minute = { recentMs: 60_000 }

  test('gives the job the answer that the look was given', async () => {
    answer = gives()
    await get({ isAhead: true })
    expect((await get(minute)).status).toBe('fresh')
    expect(conditions.length).toBe(1)
  })

  test('fails for the job as it did for the look, without being asked again, until the job tries again', async () => {
    answer = refuses(503)
    const failure = await caught(get({ isAhead: true }))
    expect(await caught(get(minute))).toBe(failure)
    expect(conditions.length).toBe(1)
    answer = gives()
    expect((await get(minute)).status).toBe('fresh')
    expect(conditions.length).toBe(2)
  })

  test('is asked for a job that comes later', async () => {
    answer = refuses(503)
    await caught(get({ isAhead: true }))
    time += 60_000
    answer = gives()
    expect((await get(minute)).status).toBe('fresh')
  })
})

describe('a feed that answers with what is none', () => {
  const note = (wrong: string | null) => fetcher.noteRead?.(`${server.url}/feed.xml`, wrong)

  test('is named and asked less often, as one that does not answer, until it can be read', async () => {
    answer = gives({ etag: '"page"' }, '<html>parked</html>')
    for (const times of [1, 2, 3]) {
      await get()
      await note('this is a web page')
      expect(await health()).toMatchObject({
        failures: times,
        lastError: 'this is a web page',
        lastOkAt: '2026-11-22T06:00:00.000Z'
      })
      time += HOUR / 2
    }
    expect((await caught(get())).message).toMatch(/it failed 3 times in a row, .*\(this is a web page\)$/)
    time += HOUR
    answer = gives()
    await get()
    expect(await health()).toMatchObject({ failures: 3 })
    await note(null)
    expect(await health()).toMatchObject({
      failures: 0,
      lastError: null,
      lastOkAt: new Date(time).toISOString()
    })
  })

  test('counts beside the times that it did not answer at all', async () => {
    answer = gives()
    await get()
    await note('this is a web page')
    time += HOUR
    answer = refuses(503)
    await caught(get())
    expect(await health()).toMatchObject({ failures: 2, lastError: expect.stringContaining('503') })
  })

  test('and one that was never asked is not remembered', async () => {
    await note('this is a web page')
    expect(await health()).toBeUndefined()
  })
})

describe('a page', () => {
  test.each([404, 410])('that is gone (%i) is not asked for again on the same day', async status => {
    answer = gives()
    await get({ kind: 'page' })
    answer = refuses(status)
    expect((await caught(get({ kind: 'page' }))).message).toContain(`answered ${status}`)
    time += HOUR
    expect((await caught(get({ kind: 'page', isByHand: true }))).message).toMatch(
      new RegExp(`asked 60 minutes ago; not before 2026-11-23 02:00 UTC .*answered ${status}`)
    )
    expect(conditions.length).toBe(2)
    time += 22 * HOUR
    answer = gives({}, 'back')
    expect(said(await get({ kind: 'page' }))).toMatchObject({ text: 'back', status: 'fresh' })
  })

  test('that fails in another way is asked for when it is wanted', async () => {
    answer = refuses(503)
    await caught(get({ kind: 'page' }))
    answer = gives()
    expect((await get({ kind: 'page' })).status).toBe('fresh')
  })
})

describe('a feed that moved for good', () => {
  const DAY = 24 * HOUR

  async function moved(status = 301): Promise<void> {
    answer = moves('/new.xml', status)
    for (let day = 0; day < 3; day++) {
      await get()
      time += DAY
    }
    server.asked.length = 0
  }

  test.each([301, 308])('(%i) is asked at its new address from the fourth day on', async status => {
    await moved(status)
    expect(said(await get()).text).toBe('<rss>new</rss>')
    expect(server.asked).toEqual(['/new.xml'])
    expect(await health()).toMatchObject({ url: `${server.url}/feed.xml`, movedTo: `${server.url}/new.xml` })
  })

  test.each([302, 303, 307])('is asked where it was, for %i is not for good', async status => {
    await moved(status)
    await get()
    expect(server.asked).toEqual(['/feed.xml', '/new.xml'])
  })

  test('is asked at its old address where the new one fails, and stays there when that answers', async () => {
    await moved()
    const back = routes['/new.xml']
    routes['/new.xml'] = refuses(404)
    answer = gives()
    expect(said(await get()).text).toBe(FEED)
    await get()
    expect(server.asked).toEqual(['/new.xml', '/feed.xml', '/feed.xml'])
    routes['/new.xml'] = back ?? ''
  })

  test('is not followed for good into a home network', async () => {
    await moved()
    const strict = { allowPrivateAddresses: false }
    const error = await caught(fetcher.fetchBytes(`${server.url}/feed.xml`, strict))
    expect(error.message).toContain('private or reserved address')
  })
})
