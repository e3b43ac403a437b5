import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFileHttpCache } from '../../src/adapters/http-cache/create-file-http-cache.ts'
import { createMemoryHttpCache } from '../../src/adapters/http-cache/create-memory-http-cache.ts'
import { listFeedHealth } from '../../src/adapters/http-cache/list-feed-health.ts'
import { httpEntry, testHttpCache } from '../contracts/http-cache.ts'
import { newHome } from '../helpers/new-home.ts'

testHttpCache('in memory', () => Promise.resolve(createMemoryHttpCache()))
testHttpCache('in files', async () => createFileHttpCache(join(await newHome(), 'pages/http')))

const HOSTILE = 'https://a.example/../../etc/passwd'

async function kept() {
  const dir = await newHome()
  const cache = createFileHttpCache(dir)
  await cache.save(HOSTILE, httpEntry(), Buffer.from('<rss/>'))
  const [body = '', entry = ''] = (await readdir(dir)).sort()
  return { dir, cache, body: join(dir, body), entry: join(dir, entry) }
}

test('no file is named by an address', async () => {
  const { dir } = await kept()
  for (const name of await readdir(dir)) expect(name).toMatch(/^[0-9a-f]{64}\.(?:json|body)$/)
})

test.each([
  ['is cut off', (text: string) => text.slice(0, 100)],
  ['is empty', () => ''],
  ['has a header that would be two', (text: string) => text.replace('\\"1\\"', '1\\r\\nX: y')],
  ['lacks a field', (text: string) => text.replace('"failures"', '"x"')]
])('an entry that %s counts as none', async (_title, damage) => {
  const { cache, entry } = await kept()
  await writeFile(entry, damage(await readFile(entry, 'utf8')))
  expect(await cache.find(HOSTILE)).toBeNull()
  expect(await cache.entries()).toEqual([])
})

test('an entry whose body is another one, or gone, counts as none', async () => {
  const { cache, body } = await kept()
  await writeFile(body, '<rss>')
  expect(await cache.find(HOSTILE)).toBeNull()
  await rm(body)
  expect(await cache.find(HOSTILE)).toBeNull()
})

test('what is damaged, or a body alone, goes with what is old', async () => {
  const { dir, cache, entry } = await kept()
  await rm(entry)
  expect(await cache.prune(new Date(0))).toBe(1)
  expect(await readdir(dir)).toEqual([])
})

test('the health of feeds names those that fail first, and no pages', async () => {
  const cache = createMemoryHttpCache()
  const lastOkAt = '2026-11-20T06:00:00.000Z'
  const bad = { url: 'https://z.example/', failures: 4, lastError: 'it answered 500', lastOkAt }
  await cache.save('a', httpEntry({ lastError: null, movedTo: 'https://new.example/' }))
  await cache.save('z', httpEntry(bad))
  await cache.save('p', httpEntry({ kind: 'page', url: 'https://a.example/story' }))
  expect(await listFeedHealth(cache)).toEqual([
    { ...bad, movedTo: null },
    {
      url: 'https://a.example/feed.xml',
      lastOkAt: '2026-11-22T06:00:00.000Z',
      failures: 0,
      lastError: null,
      movedTo: 'https://new.example/'
    }
  ])
})
