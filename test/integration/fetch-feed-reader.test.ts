import { existsSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { createFeedReader } from '../../src/adapters/feeds/create-feed-reader.ts'
import { readFeed } from '../../src/adapters/feeds/read-feed.ts'
import { StageError } from '../../src/domain/stage-error.ts'
import { buildItems } from '../../src/stages/fetch/build-items.ts'
import { rssFeed } from '../helpers/feed-server.ts'

const reader = createFeedReader()
afterAll(() => reader.release())

const read = (text: string, by = reader) => by.readFeed(Buffer.from(text), null)

const small = rssFeed('Small', [{ title: 'One', text: 'Text.' }])

/** 500 items of so many elements: some seconds of work for any XML parser of today where they are 4,000. */
const heavy = (elements: number): string =>
  `<rss version="2.0"><channel>${`<item><title>t</title>${'<a>b</a>'.repeat(elements)}</item>`.repeat(500)}</channel></rss>`

describe('the feed reader', () => {
  test('reads feeds in its thread, several at once', async () => {
    const feeds = await Promise.all([read(small), read(small), read(small)])
    expect(feeds.map(feed => feed.items[0]?.title)).toEqual(['One', 'One', 'One'])
  })

  test('says what a text is that is no feed, and that another try is useless', async () => {
    const error: unknown = await read('<html></html>').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(StageError)
    expect(error).toMatchObject({
      stage: 'fetch',
      retryable: false,
      message: expect.stringContaining('web page')
    })
  })

  test('keeps at most 500 items, and says how many there are', async () => {
    const feed = await read(
      rssFeed(
        'Big',
        Array.from({ length: 600 }, (_, at) => ({ title: `t${at}`, text: 'x' }))
      )
    )
    expect(feed.items.length).toBe(500)
    expect(feed.found).toBe(600)
  })

  test('gives up a feed that takes too long, and reads the one that waits in a new thread', async () => {
    const hasty = createFeedReader({ timeoutMs: 1500 })
    await read(small, hasty)
    const [late, next] = await Promise.allSettled([read(heavy(4_000), hasty), read(small, hasty)])
    expect(late).toMatchObject({ status: 'rejected', reason: { message: /took longer than 1.5 s/ } })
    expect(next).toMatchObject({ status: 'fulfilled', value: { found: 1 } })
    await hasty.release()
  })

  test('gives up a feed that takes too much memory, and reads the one that waits in a new thread', async () => {
    const narrow = createFeedReader({ memoryMb: 40, timeoutMs: 60_000 })
    const [large, next] = await Promise.allSettled([read(heavy(1_500), narrow), read(small, narrow)])
    expect(large).toMatchObject({ status: 'rejected', reason: { message: /more memory than a feed may/ } })
    expect(next).toMatchObject({ status: 'fulfilled', value: { found: 1 } })
    await narrow.release()
  })

  test('leaves the bytes to whoever gave them, also where they share a buffer', async () => {
    const bytes = Buffer.from(`${small}${small}`).subarray(0, small.length)
    await reader.readFeed(bytes, null)
    expect(bytes.toString()).toBe(small)
  })

  test('lets its thread end when idle, and starts another', async () => {
    const brief = createFeedReader({ idleMs: 1 })
    for (let turn = 0; turn < 3; turn++) {
      expect((await read(small, brief)).items.length).toBe(1)
      await new Promise(resolve => setTimeout(resolve, 3))
    }
    await brief.release()
  })
})

interface Listed {
  file: string
  kind: string
  itemsByFeedparser: number | null
}

const CORPUS = '../shared/corpora'
const hasCorpus = existsSync(`${CORPUS}/feeds.json`)

test.skipIf(!hasCorpus)(
  'every feed of public reader test suites is read or refused with a reason, and nearly all items are found (skipped where ../shared/corpora is not beside the checkout)',
  async () => {
    const listed = JSON.parse(readFileSync(`${CORPUS}/feeds.json`, 'utf8')) as Listed[]
    const lines: string[] = []
    let expected = 0
    let found = 0
    for (const { file, itemsByFeedparser } of listed) {
      const wanted = itemsByFeedparser ?? 0
      const count = await readFeed(readFileSync(`${CORPUS}/feeds/${file}`), null).then(
        async feed => {
          const facts = { feedId: 'f', url: 'https://f.example/', base: 'https://f.example/', outlet: 'F' }
          await buildItems(feed.items, facts)
          return feed.found
        },
        (error: unknown) => {
          expect(error).toHaveProperty('name', 'FeedTextError')
          if (wanted > 0) lines.push(`${file}: ${String(error)}`)
          return 0
        }
      )
      if (count < wanted) lines.push(`${file}: ${count} of ${wanted} items`)
      expected += wanted
      found += Math.min(count, wanted)
    }
    console.log(
      `${found} of ${expected} items found (${((100 * found) / expected).toFixed(1)} %)\n${lines.join('\n')}`
    )
    expect(found / expected).toBeGreaterThanOrEqual(0.988)
  }
)
