import { existsSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { createFeedReader } from '../../src/adapters/feeds/create-feed-reader.ts'
import { readFeedText } from '../../src/adapters/feeds/read-feed-text.ts'
import { StageError } from '../../src/domain/stage-error.ts'
import { buildItems } from '../../src/stages/fetch/build-items.ts'
import { decodeText } from '../../src/stages/fetch/decode-text.ts'
import { rssFeed } from '../helpers/feed-server.ts'

const reader = createFeedReader()
afterAll(() => reader.release())

const small = rssFeed('Small', [{ title: 'One', text: 'Text.' }])
const manyItems = `<rss version="2.0"><channel>${'<item><title>t</title></item>'.repeat(150_000)}</channel></rss>`

/** Some seconds of work for any XML parser of today. */
const endless = `<rss version="2.0"><channel>${'<item><title>t</title></item>'.repeat(500_000)}</channel></rss>`

describe('the feed reader', () => {
  test('reads feeds in its thread, several at once', async () => {
    const feeds = await Promise.all([reader.readFeed(small), reader.readFeed(small), reader.readFeed(small)])
    expect(feeds.map(feed => feed.items[0]?.title)).toEqual(['One', 'One', 'One'])
  })

  test('says what a text is that is no feed, and that another try is useless', async () => {
    const error: unknown = await reader.readFeed('<html></html>').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(StageError)
    expect(error).toMatchObject({
      stage: 'fetch',
      retryable: false,
      message: expect.stringContaining('web page')
    })
  })

  test('keeps at most 500 items', async () => {
    const feed = await reader.readFeed(
      rssFeed(
        'Big',
        Array.from({ length: 600 }, (_, at) => ({ title: `t${at}`, text: 'x' }))
      )
    )
    expect(feed.items.length).toBe(500)
  })

  test('gives up a text that takes too long, and reads the next in a new thread', async () => {
    const hasty = createFeedReader({ timeoutMs: 1500 })
    await hasty.readFeed(small)
    await expect(hasty.readFeed(endless)).rejects.toThrow('took longer than 1.5 s')
    expect((await hasty.readFeed(small)).items.length).toBe(1)
    await hasty.release()
  })

  test('gives up a text that takes too much memory, and reads the next in a new thread', async () => {
    const narrow = createFeedReader({ memoryMb: 40, timeoutMs: 60_000 })
    await expect(narrow.readFeed(manyItems)).rejects.toThrow('more memory than a feed may')
    expect((await narrow.readFeed(small)).items.length).toBe(1)
    await narrow.release()
  })

  test('lets its thread end when idle, and starts another', async () => {
    const brief = createFeedReader({ idleMs: 1 })
    for (let turn = 0; turn < 3; turn++) {
      expect((await brief.readFeed(small)).items.length).toBe(1)
      await new Promise(resolve => setTimeout(resolve, 3))
    }
    await brief.release()
  })

  test('survives 200,000 nested elements', async () => {
    const nested = `<rss version="2.0"><channel>${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}</channel></rss>`
    const outcome = await reader.readFeed(nested).then(
      feed => feed.items.length,
      (error: unknown) => error
    )
    expect(outcome === 0 || outcome instanceof StageError).toBe(true)
    expect((await reader.readFeed(small)).items.length).toBe(1)
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
      const text = decodeText(readFileSync(`${CORPUS}/feeds/${file}`), null)
      const wanted = Math.min(itemsByFeedparser ?? 0, 500)
      const count = await readFeedText(text).then(
        async feed => {
          const facts = { feedId: 'f', url: 'https://f.example/', base: 'https://f.example/', outlet: 'F' }
          await buildItems(feed.items, facts)
          return feed.items.length
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
    expect(found / expected).toBeGreaterThan(0.97)
  }
)
