import { mkdir, readdir, readlink, rename, symlink, utimes, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { RunningServer } from '../../src/server/start-server.ts'
import { newHome } from '../helpers/new-home.ts'
import { ask, AUDIO, EPISODE, FEED, fillLibrary, NOTES, serveLibrary } from '../helpers/served-library.ts'

const MP3 = `${EPISODE}/episode.mp3`
const FEED_PATH = '/shows/morning/feed.xml'

let home: string
let server: RunningServer

beforeAll(async () => {
  home = await newHome()
  await fillLibrary(home)
  server = await serveLibrary(home)
})
afterAll(() => server.close())

describe('ranges', () => {
  test.each([
    ['bytes=2-4', 'bytes 2-4/10', '234'],
    ['bytes=7-', 'bytes 7-9/10', '789'],
    ['bytes=-3', 'bytes 7-9/10', '789'],
    ['bytes=-30', 'bytes 0-9/10', '0123456789'],
    ['Bytes=0-99', 'bytes 0-9/10', '0123456789'],
    ['bytes=8-9, 20-30', 'bytes 8-9/10', '89']
  ])('%s gives %s', async (range, contentRange, body) => {
    const answer = await ask(server, MP3, { range })
    expect([answer.status, answer.headers['content-range'], answer.text]).toEqual([206, contentRange, body])
    expect(answer.headers['content-length']).toBe(String(body.length))
  })

  test('several are given as the parts of one body, in the order asked', async () => {
    const { status, headers, text } = await ask(server, MP3, { range: 'bytes=5-6,0-1,-1' })
    const boundary = /^multipart\/byteranges; boundary=(\S+)$/.exec(headers['content-type'] ?? '')?.[1]
    const part = (range: string, body: string) =>
      `--${boundary}\r\ncontent-type: audio/mpeg\r\ncontent-range: bytes ${range}/10\r\n\r\n${body}\r\n`
    expect([status, headers['content-length'], headers['content-range']]).toEqual([
      206,
      String(text.length),
      undefined
    ])
    expect(text).toBe(`${part('5-6', '56')}${part('0-1', '01')}${part('9-9', '9')}--${boundary}--\r\n`)
  })

  test.each(['bytes=10-', 'bytes=10-20,30-', 'bytes=-0'])('%s is beyond the end', async range => {
    const { status, headers, text } = await ask(server, MP3, { range })
    expect([status, headers['content-range'], text]).toEqual([416, 'bytes */10', ''])
  })

  test.each([
    ['not a range', 'bytes=a-b'],
    ['backwards', 'bytes=5-2'],
    ['of another unit', 'seconds=0-1'],
    ['more than the file has', 'bytes=0-,0-,0-'],
    ['too many', `bytes=${Array.from({ length: 17 }, () => '0-0').join()}`]
  ])('a range that is %s is ignored', async (_, range) => {
    const answer = await ask(server, MP3, { range })
    expect([answer.status, answer.text]).toEqual([200, '0123456789'])
  })

  test('If-Range gives parts of the same state only', async () => {
    const { headers } = await ask(server, MP3, {}, 'HEAD')
    const statusFor = async (state: string | undefined) =>
      (await ask(server, MP3, { range: 'bytes=0-0', 'if-range': String(state) })).status
    expect([
      await statusFor(headers.etag),
      await statusFor(headers['last-modified']),
      await statusFor(`W/${headers.etag}`),
      await statusFor('"another"'),
      await statusFor('Sat, 21 Nov 2020 06:00:00 GMT')
    ]).toEqual([206, 206, 200, 200, 200])
  })

  test('HEAD tells of the whole file, whatever range it names', async () => {
    const { status, headers, text } = await ask(server, MP3, { range: 'bytes=0-1' }, 'HEAD')
    expect([status, headers['content-length'], headers['accept-ranges'], text]).toEqual([
      200,
      '10',
      'bytes',
      ''
    ])
  })
})

describe('conditions', () => {
  test.each([
    ['the feed', FEED_PATH],
    ['audio', MP3],
    ['art', '/shows/morning/cover.jpg'],
    ['text', `${EPISODE}/notes.html`]
  ])('%s that a client has already costs a 304', async (_, path) => {
    const { headers } = await ask(server, path)
    const [etag, modified] = [String(headers.etag), String(headers['last-modified'])]
    expect(etag).toMatch(/^"[0-9a-f]{32,}"$/)
    const early = new Date(Date.parse(modified) - 1000).toUTCString()
    const asked: [Record<string, string>, number][] = [
      [{ 'if-none-match': etag }, 304],
      [{ 'if-none-match': `"other", W/${etag}` }, 304],
      [{ 'if-none-match': '*' }, 304],
      [{ 'if-modified-since': modified }, 304],
      [{ 'if-none-match': '"other"', 'if-modified-since': modified }, 200],
      [{ 'if-modified-since': early }, 200],
      [{ 'if-modified-since': 'yesterday' }, 200]
    ]
    for (const [condition, status] of asked) {
      const answer = await ask(server, path, condition)
      expect([condition, answer.status]).toEqual([condition, status])
      expect(answer.headers.etag).toBe(etag)
      if (status === 304) expect(answer.body.length).toBe(0)
    }
  })

  test("the feed's tag is of what is sent, so that each address has its own", async () => {
    const { port } = new URL(server.url)
    const [one, two] = await Promise.all(
      ['one.local', 'two.local'].map(name => ask(server, FEED_PATH, { host: `${name}:${port}` }))
    )
    expect(one?.headers.etag).not.toBe(two?.headers.etag)
    expect(two?.text).toContain(`<enclosure url="http://two.local:${port}${MP3}"/>`)
    expect(two?.text).toContain('<source>http://localhost:74740/shows/')
  })

  test('audio that was made again is a new state at the same address, also where its size and date are the same', async () => {
    const path = join(home, EPISODE, 'transcript.vtt')
    const before = await ask(server, `${EPISODE}/transcript.vtt`)
    await writeFile(`${path}.new`, 'WEBVTX')
    const date = new Date(String(before.headers['last-modified']))
    await utimes(`${path}.new`, date, date)
    await rename(`${path}.new`, path)
    const after = await ask(server, `${EPISODE}/transcript.vtt`, {
      'if-none-match': String(before.headers.etag)
    })
    expect([after.status, after.text]).toEqual([200, 'WEBVTX'])
  })

  test.each([
    [MP3, 'public, max-age=300'],
    [FEED_PATH, 'no-cache']
  ])('%s is cached as long as it may be: %s', async (path, value) => {
    expect((await ask(server, path)).headers['cache-control']).toBe(value)
  })
})

describe('compression', () => {
  test.each([
    [FEED_PATH, FEED.length],
    [`${EPISODE}/notes.html`, NOTES.length]
  ])('%s is sent as gzip to those who take it', async (path, bytes) => {
    const plain = await ask(server, path)
    const packed = await ask(server, path, { 'accept-encoding': 'gzip, br' })
    expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([
      undefined,
      'gzip'
    ])
    expect([plain.headers.vary, packed.headers.vary]).toEqual(['Accept-Encoding', 'Accept-Encoding'])
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true)
    expect(packed.body.length).toBeLessThan(bytes)
    const again = { 'accept-encoding': 'gzip', 'if-none-match': String(packed.headers.etag) }
    expect((await ask(server, path, again)).status).toBe(304)
  })

  test.each([MP3, `${EPISODE}/transcript.vtt`])('%s is sent as it is', async path => {
    const { headers } = await ask(server, path, { 'accept-encoding': 'gzip' })
    expect(headers['content-encoding']).toBeUndefined()
  })
})

describe('what others may do', () => {
  test.each(['chapters.json', 'transcript.vtt'])('a player of another site may read %s', async name => {
    const path = `${EPISODE}/${name}`
    const preflight = { origin: 'https://player.example', 'access-control-request-method': 'GET' }
    const asked = await ask(
      server,
      path,
      { ...preflight, 'access-control-request-headers': 'range' },
      'OPTIONS'
    )
    expect(asked.status).toBe(204)
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET,HEAD',
      'access-control-allow-headers': expect.stringContaining('Range')
    })
    const { headers } = await ask(server, path, { origin: 'https://player.example' })
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['access-control-expose-headers']).toContain('Content-Range')
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is answered with what is allowed', async method => {
    const answer = await ask(server, FEED_PATH, {}, method)
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })

  test.each([FEED_PATH, MP3, `${EPISODE}/notes.html`, '/shows/morning/nothing'])(
    '%s comes with headers that keep it in its place',
    async path => {
      const { headers } = await ask(server, path)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'")
      })
      expect(headers['x-powered-by']).toBeUndefined()
    }
  )
})

describe('what is not shared', () => {
  beforeAll(async () => {
    const outside = join(await newHome(), '2026-11-20')
    await mkdir(outside)
    await writeFile(join(outside, 'episode.mp3'), 'secret')
    const episodes = join(home, 'shows/morning/episodes')
    await symlink(outside, join(episodes, '2026-11-20'))
    await mkdir(join(episodes, '2026-11-21/notes.html'), { recursive: true })
    await symlink(join(outside, 'episode.mp3'), join(episodes, '2026-11-21/episode.mp3'))
  })

  test.each([
    ['a folder', '/shows/morning/episodes/2026-11-21/notes.html'],
    ['a list', '/shows/morning/episodes/'],
    ['a list of all', '/shows'],
    ['a link to a folder elsewhere', '/shows/morning/episodes/2026-11-20/episode.mp3'],
    ['a link to a file elsewhere', '/shows/morning/episodes/2026-11-21/episode.mp3'],
    ['the workshop', `${EPISODE}/script.json`],
    ['a way out', `${EPISODE}/../../show.json`],
    ['a hidden way out', `${EPISODE}/..%2f..%2f..%2f..%2frun%2fserver.json`],
    ['a way out twice hidden', `${EPISODE}/%252e%252e%252fscript.json`],
    ['a way out with backslashes', `${EPISODE}/..%5cscript.json`],
    ['a name with a null', `${EPISODE}/episode.mp3%00.html`],
    ['what every object has', `${EPISODE}/constructor`]
  ])('%s is not given', async (_, path) => {
    const { status, text } = await ask(server, path)
    expect([status, text.includes('secret'), text.includes('{}')]).toEqual([404, false, false])
  })
})

const openBig = async (): Promise<number> => {
  const fds = await readdir('/proc/self/fd')
  const targets = await Promise.all(fds.map(fd => readlink(`/proc/self/fd/${fd}`).catch(() => '')))
  return targets.filter(target => target.startsWith(home) && target.endsWith('.mp3')).length
}

test.skipIf(!existsSync('/proc/self/fd'))(
  'files are closed when clients go away in the middle, or ask for little (needs /proc)',
  async () => {
    await mkdir(join(home, 'shows/big/episodes/2026-11-22'), { recursive: true })
    const path = '/shows/big/episodes/2026-11-22/episode.mp3'
    await writeFile(join(home, path), Buffer.alloc(20 << 20))
    const collected: string[] = []
    const note = ({ message }: Error) => void collected.push(message)
    process.on('warning', note)
    const { hostname, port } = new URL(server.url)
    const leave = (headers: string) =>
      new Promise<void>((resolve, reject) => {
        const socket = connect(Number(port), hostname, () =>
          socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n${headers}\r\n`)
        )
        socket.once('data', () => socket.destroy()).once('close', () => resolve())
        socket.once('error', reject)
      })
    await Promise.all(Array.from({ length: 20 }, () => leave('')))
    await Promise.all(Array.from({ length: 20 }, () => leave('range: bytes=0-9000000,10000000-\r\n')))
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        ask(
          server,
          path,
          index % 2 === 0 ? {} : { range: 'bytes=99999999-' },
          index % 2 === 0 ? 'HEAD' : 'GET'
        )
      )
    )
    await vi.waitFor(async () => expect(await openBig()).toBe(0), 5000)
    process.off('warning', note)
    // Node closes what is forgotten when it collects it, and says so.
    expect(collected.filter(message => message.includes('Closing file descriptor'))).toEqual([])
    expect((await ask(server, MP3)).body.equals(AUDIO)).toBe(true)
  }
)

test.each([
  ['gzip', 'gzip'],
  ['br, gzip;q=0.5', 'gzip'],
  ['gzip;q=0', undefined],
  ['gzip;q=0.0, br', undefined],
  ['x-gzip', undefined]
])('a client that takes %s gets the feed as %s, each with a tag of its own', async (accepted, encoding) => {
  const plain = await ask(server, FEED_PATH)
  const { headers } = await ask(server, FEED_PATH, { 'accept-encoding': accepted })
  expect(headers['content-encoding']).toBe(encoding)
  expect(headers.etag === plain.headers.etag).toBe(encoding === undefined)
})

test('a feed that was written again is sent as it is now', async () => {
  const path = join(home, 'shows/second/feed.xml')
  await mkdir(join(home, 'shows/second'))
  await writeFile(path, '<rss>one</rss>')
  const before = await ask(server, '/shows/second/feed.xml')
  await writeFile(`${path}.new`, '<rss>two</rss>')
  await rename(`${path}.new`, path)
  const after = await ask(server, '/shows/second/feed.xml', { 'if-none-match': String(before.headers.etag) })
  expect([before.text, after.status, after.text]).toEqual(['<rss>one</rss>', 200, '<rss>two</rss>'])
})
