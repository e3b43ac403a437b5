import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  keepListeners,
  listenersPath,
  readListeners,
  type Listeners
} from '../../src/server/listener-book.ts'
import type { RunningServer } from '../../src/server/start-server.ts'
import { newHome } from '../helpers/new-home.ts'
import { ask, EPISODE, fillLibrary, serveLibrary } from '../helpers/served-library.ts'

const FEED_PATH = '/shows/morning/feed.xml'

let home: string
let server: RunningServer
let tokens: Listeners

const open = async (names: string[], publicUrl?: string) => {
  server = await serveLibrary(home, { isPrivate: true, listeners: names }, { publicUrl })
  tokens = await readListeners(home)
}
const statusOf = async (path: string, method = 'GET') => (await ask(server, path, {}, method)).status

beforeEach(async () => {
  home = await newHome()
  await fillLibrary(home)
  await open(['anna', 'bob'])
})
afterEach(() => server.close())

test('each listener has a token of their own, in a file that only its owner reads', async () => {
  expect(Object.keys(tokens)).toEqual(['anna', 'bob'])
  expect(tokens.anna).not.toBe(tokens.bob)
  expect(tokens.anna).toMatch(/^[\w-]{43}$/)
  expect((await stat(listenersPath(home))).mode & 0o777).toBe(0o600)
})

test("the feed's own addresses carry the token of the listener who asked, and lead to the audio", async () => {
  const root = `${server.url}/l/${tokens.anna}`
  const { text, headers } = await ask(server, `/l/${tokens.anna}${FEED_PATH}`)
  expect(text).toContain(`<link>${root}/</link>`)
  expect(text).toContain(`href="${root}${FEED_PATH}"`)
  expect(text).toContain(`<enclosure url="${root}${EPISODE}/episode.mp3"/>`)
  expect(text).not.toContain(tokens.bob)
  expect(text).toContain('<channel><itunes:block>Yes</itunes:block>')
  expect(headers['x-robots-tag']).toBe('noindex')
  const other = await ask(server, `/l/${tokens.bob}${FEED_PATH}`)
  expect(other.headers.etag).not.toBe(headers.etag)
  const audio = await ask(server, `/l/${tokens.anna}${EPISODE}/episode.mp3`, { range: 'bytes=0-1' })
  expect([audio.status, audio.text, audio.headers['cache-control']]).toEqual([
    206,
    '01',
    'private, max-age=300'
  ])
})

test('a feed that was made with a public address carries the token as well', async () => {
  await server.close()
  const made = 'https://pods.example.org/casts'
  const xml = `<a><atom:link href="${made}${FEED_PATH}" rel="self"/><x url="${made}${EPISODE}/episode.mp3"/><y>${made}/other</y></a>`
  await writeFile(`${home}${FEED_PATH}`, xml)
  await open(['anna'], 'https://höhle.example/casts/')
  const { text } = await ask(server, `/l/${tokens.anna}${FEED_PATH}`)
  const now = `https://xn--hhle-5qa.example/casts/l/${tokens.anna}`
  expect(text).toBe(
    `<a><atom:link href="${now}${FEED_PATH}" rel="self"/><x url="${now}${EPISODE}/episode.mp3"/><y>${made}/other</y></a>`
  )
})

test.each(['', '/'])('the pages lie under the token as well: /l/<token>%s', async end => {
  const { status, headers, text } = await ask(server, `/l/${tokens.anna}${end}`)
  expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=UTF-8'])
  expect(headers['content-security-policy']).toContain("script-src 'self'")
  expect(text).not.toContain(tokens.bob)
})

describe('without a token that holds', () => {
  test.each([
    FEED_PATH,
    `${EPISODE}/episode.mp3`,
    `/l/${'x'.repeat(43)}${FEED_PATH}`,
    `/l/${FEED_PATH}`,
    '/l/anna/shows/morning/feed.xml',
    '/l/',
    '/metrics',
    '/'
  ])('%s is not there', async path => {
    expect((await ask(server, path)).text).toBe('There is nothing here.')
    expect(await statusOf(path)).toBe(404)
    expect(await statusOf(path, 'HEAD')).toBe(404)
  })

  test('health is told all the same', async () => {
    expect(await statusOf('/healthz')).toBe(200)
  })
})

test('a line taken out of the file counts from the next request on, and the others stay', async () => {
  const path = `/l/${tokens.anna}${FEED_PATH}`
  expect(await statusOf(path)).toBe(200)
  await writeFile(listenersPath(home), JSON.stringify({ bob: tokens.bob }))
  expect(await statusOf(path)).toBe(404)
  expect(await statusOf(`/l/${tokens.bob}${FEED_PATH}`)).toBe(200)
})

test.each([
  ['is broken', () => writeFile(listenersPath(home), '{')],
  ['is gone', () => rm(listenersPath(home))]
])('where the file %s, nobody is let in', async (_, spoil) => {
  expect(await statusOf(`/l/${tokens.bob}${FEED_PATH}`)).toBe(200)
  await spoil()
  expect(await statusOf(`/l/${tokens.bob}${FEED_PATH}`)).toBe(404)
})

test('tokens are kept over a new start, and follow the names that are configured', async () => {
  const before = tokens
  await server.close()
  await open(['bob', 'cleo'])
  expect(Object.keys(tokens)).toEqual(['bob', 'cleo'])
  expect(tokens.bob).toBe(before.bob)
})

test('a broken file is told at the start, without what is in it', async () => {
  await writeFile(listenersPath(home), '{"anna": secret-word')
  const failure = await keepListeners(home, ['anna']).catch((error: Error) => error)
  expect(String(failure)).toContain('is not a list of {"name": "token"}')
  expect(String(failure)).not.toContain('secret-word')
  expect(await readFile(listenersPath(home), 'utf8')).toContain('secret-word')
})

test('no token is written to a log, whatever happens', async () => {
  const written: string[] = []
  const spies = [process.stdout, process.stderr].map(stream =>
    vi.spyOn(stream, 'write').mockImplementation(chunk => (written.push(String(chunk)), true))
  )
  const consoles = (['log', 'info', 'warn', 'error'] as const).map(name =>
    vi.spyOn(console, name).mockImplementation((...parts: unknown[]) => void written.push(inspect(parts)))
  )
  await ask(server, `/l/${tokens.anna}${FEED_PATH}`)
  await ask(server, `/l/${tokens.anna}/shows/%zz`)
  await ask(server, `/l/${tokens.anna}${FEED_PATH}`, {}, 'POST')
  for (const spy of [...spies, ...consoles]) spy.mockRestore()
  expect(written.join('')).not.toContain(tokens.anna)
})
