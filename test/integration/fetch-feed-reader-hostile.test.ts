import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { createFeedReader } from '../../src/adapters/feeds/create-feed-reader.ts'
import { StageError } from '../../src/domain/stage-error.ts'
import { fetchFeed } from '../../src/stages/fetch/fetch-feed.ts'
import { newsDeskHere } from '../../src/stages/fetch/news-desk-here.ts'
import { HOSTILE_FEEDS } from '../helpers/hostile-feeds.ts'

const reader = createFeedReader({ timeoutMs: 30_000 })
afterAll(() => reader.release())

const read = (text: string | Uint8Array, contentType: string | null = null) =>
  reader.readFeed(Buffer.from(text), contentType)

const GOOD = '<rss version="2.0"><channel><item><title>Good</title></item></channel></rss>'

describe('the feed reader takes what is made to do harm', () => {
  test.each(HOSTILE_FEEDS)('$what', async ({ text, contentType, titles, error }) => {
    const outcome = await read(text(), contentType).then(
      feed => feed.items.map(item => item.title),
      (thrown: unknown) => thrown
    )
    if (error === undefined) expect(outcome).toEqual(titles)
    else {
      expect(outcome).toBeInstanceOf(StageError)
      expect((outcome as StageError).message).toMatch(error)
    }
  })

  test('64 MB of text in one element, of which a million characters are kept', async () => {
    const feed = await read(
      `<rss version="2.0"><channel><item><title>Long</title><description>${'word '.repeat(12_800_000)}</description></item></channel></rss>`
    )
    expect(feed.items[0]?.content.length).toBe(1_000_000)
  })

  test('and reads a good feed afterwards', async () => {
    expect((await read(GOOD)).items.map(item => item.title)).toEqual(['Good'])
  })

  test('says how many items there are where it keeps 500 of a million', async () => {
    const feed = await read(
      `<rss version="2.0"><channel><title>Many</title>${'<item><title>t</title></item>'.repeat(1_000_000)}<link>https://n.example/</link></channel></rss>`
    )
    expect(feed).toMatchObject({ title: 'Many', link: 'https://n.example/', found: 1_000_000 })
  })

  test('adds no more than 100,000 characters of entities to a feed', async () => {
    const feed = await read(
      `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(900)}">]><rss version="2.0"><channel><item><title>t</title><description>${'&a;'.repeat(100_000)}</description></item></channel></rss>`
    )
    expect(feed.items[0]?.content.match(/x{900}/g)?.length).toBe(111)
  })
})

test('no address that a feed names is asked', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('<!ENTITY a "b">')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await read(
    `<?xml-stylesheet href="${url}/a.xsl"?><!DOCTYPE rss SYSTEM "${url}/b.dtd" [<!ENTITY % c SYSTEM "${url}/c">%c;<!ENTITY d SYSTEM "${url}/d">]><rss version="2.0" xmlns:xi="http://www.w3.org/2001/XInclude"><channel><xi:include href="${url}/e"/><item><title>&d;</title></item></channel></rss>`
  )
  await new Promise(resolve => server.close(resolve))
  expect(asked).toEqual([])
})

test('items made from hostile words have plain titles, ids of our own and no address that is none', async () => {
  const text = `<rss version="2.0"><channel><title>N</title>
    <item><title>\u202eCalm &lt;script&gt;alert(1)&lt;/script&gt;\u2066 $(id) [in]drawtext=x</title><guid>../../etc/passwd</guid><link>javascript:alert(1)</link></item>
    <item><title>File</title><guid>..\\..\\x</guid><link>file:///etc/passwd</link></item></channel></rss>`
  const feed = await fetchFeed(
    { url: 'https://n.example/feed', weight: 1 },
    { allowPrivateAddresses: false },
    {
      reader,
      news: newsDeskHere,
      fetcher: {
        fetchBytes: () =>
          Promise.resolve({
            bytes: Buffer.from(text),
            contentType: null,
            finalUrl: 'https://n.example/feed'
          })
      }
    }
  )
  expect(feed.items.map(({ title, url }) => ({ title, url }))).toEqual([
    { title: 'Calm $(id) [in]drawtext=x', url: null },
    { title: 'File', url: null }
  ])
  for (const { id } of feed.items) expect(id).toMatch(/^[0-9a-f]{64}$/)
})
