import { describe, expect, test } from 'vitest'
import { sha256 } from '../../src/domain/hash.ts'
import type { HttpEntry } from '../../src/domain/http-entry.ts'
import type { HttpCache } from '../../src/stages/fetch/fetch-ports.ts'

const URL_A = 'https://a.example/feed.xml'
const BODY = Buffer.from('<rss/>')

export const httpEntry = (facts: Partial<HttpEntry> = {}): HttpEntry => ({
  url: URL_A,
  kind: 'feed',
  etag: '"1"',
  lastModified: null,
  finalUrl: URL_A,
  contentType: 'text/xml',
  body: sha256(BODY),
  askedAt: '2026-11-22T06:00:00.000Z',
  lastOkAt: '2026-11-22T06:00:00.000Z',
  notBefore: null,
  failures: 0,
  lastFailedAt: null,
  lastError: null,
  move: null,
  movedTo: null,
  ...facts
})

/** What every HttpCache does. */
export function testHttpCache(name: string, make: () => Promise<HttpCache>): void {
  describe(`the HTTP cache: ${name}`, () => {
    test('knows nothing of an address that was never asked', async () => {
      const cache = await make()
      expect(await cache.find(URL_A)).toBeNull()
      expect(await cache.entries()).toEqual([])
    })

    test('gives back what was saved, byte by byte', async () => {
      const cache = await make()
      await cache.save(URL_A, httpEntry(), BODY)
      const found = await cache.find(URL_A)
      expect(found?.entry).toEqual(httpEntry())
      expect(Buffer.from(found?.body ?? []).toString()).toBe('<rss/>')
    })

    test('keeps the body where an entry is saved without one', async () => {
      const cache = await make()
      await cache.save(URL_A, httpEntry(), BODY)
      await cache.save(URL_A, httpEntry({ failures: 2 }))
      const found = await cache.find(URL_A)
      expect([found?.entry.failures, found?.body?.length]).toEqual([2, BODY.length])
    })

    test('tells of an address that has only failed', async () => {
      const cache = await make()
      const failed = httpEntry({ body: null, etag: null, lastOkAt: null, failures: 1, lastError: 'down' })
      await cache.save(URL_A, failed)
      expect(await cache.find(URL_A)).toEqual({ entry: failed, body: null })
    })

    test('forgets what was not asked since', async () => {
      const cache = await make()
      const other = 'https://b.example/'
      await cache.save(URL_A, httpEntry(), BODY)
      await cache.save(other, httpEntry({ url: other, askedAt: '2026-11-23T06:00:00.000Z' }), BODY)
      expect(await cache.prune(new Date('2026-11-23T00:00:00Z'))).toBe(1)
      expect((await cache.entries()).map(({ url }) => url)).toEqual([other])
      expect(await cache.find(URL_A)).toBeNull()
    })
  })
}
