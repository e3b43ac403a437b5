import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { request, STATUS_CODES } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DeskError, type EpisodeDesk } from '../../src/jobs/episode-desk.ts'
import type { JobQueue } from '../../src/jobs/queue/job-queue.ts'
import { readServerFile, type ServerFile } from '../../src/server/server-file.ts'
import { startServer, type RunningServer } from '../../src/server/start-server.ts'
import { newHome } from '../helpers/new-home.ts'

const AUDIO = Buffer.from('0123456789')
const FEED = '<rss><link>http://localhost:7474/</link></rss>'

const desk = {
  status: async (ref: { episode: string }) => ({ ref, state: 'unknown' }),
  renderAgain: async () => {
    throw new DeskError('there is no such episode')
  }
} as unknown as EpisodeDesk

let home: string
let server: RunningServer
let file: ServerFile

/** fetch() sets the Host header and cleans paths by itself, so raw requests are made by hand. */
const raw = (
  path: string,
  headers: Record<string, string> = {},
  method = 'GET'
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    const sent = request(
      { hostname, port, path, method, headers, setHost: headers.host === undefined },
      response => {
        let body = ''
        response
          .on('data', chunk => (body += chunk))
          .on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
      }
    )
    sent.once('error', reject).end()
  })

const api = (path: string, init: RequestInit = {}, token = file.token) =>
  fetch(`${server.url}/api${path}`, { ...init, headers: { authorization: `Bearer ${token}` } })

beforeAll(async () => {
  home = await newHome()
  const episode = join(home, 'shows/morning/episodes/2026-11-22')
  await mkdir(episode, { recursive: true })
  await writeFile(join(home, 'shows/morning/feed.xml'), FEED)
  await writeFile(join(episode, 'episode.mp3'), AUDIO)
  for (const name of ['script.json', 'chapters.json', 'transcript.vtt'])
    await writeFile(join(episode, name), '{}')
  server = await startServer({
    home,
    desk,
    queue: { onEvent: () => () => {} } as unknown as JobQueue,
    port: 0,
    host: '127.0.0.1',
    shows: { publicUrl: undefined }
  })
  file = (await readServerFile(home)) ?? expect.fail('no server.json')
})
afterAll(() => server.close())

describe('the API for other commands', () => {
  test('leaves its address and token where only its owner reads them', async () => {
    expect((await stat(join(home, 'run/server.json'))).mode & 0o777).toBe(0o600)
    expect(await (await api('/desk/instance')).json()).toEqual({ instanceId: file.instanceId })
  })

  test.each([
    ['without the token', () => fetch(`${server.url}/api/desk/instance`), 401],
    ['with a wrong token', () => api('/desk/instance', {}, 'wrong'), 401],
    ['for a name that is not one', () => api('/desk/episodes/..%2f..%2fetc/2026-11-22'), 400],
    ['with a body that is not JSON', () => api('/desk/episodes', { method: 'POST', body: '{' }), 400],
    ['with a request that does not hold', () => api('/desk/episodes', { method: 'POST', body: '{}' }), 400],
    [
      'to render what is not there',
      () => api('/desk/episodes/nope/2026-11-22/render', { method: 'POST', body: '{}' }),
      409
    ],
    ['for what it does not have', () => api('/nothing'), 404],
    ['in a way that it does not know', () => api('/desk/queue', { method: 'DELETE' }), 405]
  ])('asked %s, answers with the fault', async (_, ask, status) => {
    const answer = await ask()
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({
      type: 'about:blank',
      title: STATUS_CODES[status],
      status,
      detail: expect.stringMatching(/\S/)
    })
  })
})

test('a request that does not hold is told fault by fault', async () => {
  const answer = await api('/desk/episodes', { method: 'POST', body: '{"episode":"monday"}' })
  expect(await answer.json()).toMatchObject({
    errors: expect.arrayContaining([{ detail: expect.stringContaining('2026-11-22'), pointer: '#/episode' }])
  })
})

test('a method that the API does not know is answered with those that it does', async () => {
  expect((await api('/desk/queue', { method: 'DELETE' })).headers.get('allow')).toBe('GET, HEAD')
})

describe('shows', () => {
  const EPISODE = '/shows/morning/episodes/2026-11-22'

  test("the feed's addresses are those that the listener asked", async () => {
    const { port } = new URL(server.url)
    const { body, headers } = await raw('/shows/morning/feed.xml', { host: `pods.local:${port}` })
    expect([body, headers['content-type']]).toEqual([
      `<rss><link>http://pods.local:${port}/</link></rss>`,
      'application/rss+xml; charset=utf-8'
    ])
  })

  test.each(['x"y&z', 'x$&', 'a b', '<script>', ''])(
    'a Host header that is no address is refused: %j',
    async host => {
      expect((await raw('/shows/morning/feed.xml', { host })).status).toBe(400)
    }
  )

  test('audio is given whole, in parts, and as a head', async () => {
    const whole = await fetch(`${server.url}${EPISODE}/episode.mp3`)
    expect([
      whole.status,
      whole.headers.get('content-type'),
      whole.headers.get('accept-ranges'),
      await whole.text()
    ]).toEqual([200, 'audio/mpeg', 'bytes', '0123456789'])
    const part = await fetch(`${server.url}${EPISODE}/episode.mp3`, { headers: { range: 'bytes=2-4' } })
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      'bytes 2-4/10',
      '234'
    ])
    const head = await fetch(`${server.url}${EPISODE}/episode.mp3`, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), head.headers.get('accept-ranges')]).toEqual([
      200,
      '10',
      'bytes'
    ])
  })

  test.each([
    ['chapters.json', 'application/json+chapters'],
    ['transcript.vtt', 'text/vtt; charset=utf-8']
  ])('%s has its own type, and other sites may read it', async (name, type) => {
    const { headers } = await fetch(`${server.url}${EPISODE}/${name}`)
    expect([headers.get('content-type'), headers.get('access-control-allow-origin')]).toEqual([type, '*'])
  })

  test.each([
    `${EPISODE}/script.json`,
    '/shows/morning/show.json',
    '/shows/../run/server.json',
    '/shows/morning/..%2f..%2frun%2fserver.json',
    '/shows/morning/episodes/..%2f..%2f..%2frun/server.json',
    '/run/server.json',
    '/shows/evening/feed.xml'
  ])('%s is not given', async path => {
    const answer = await raw(path)
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain(file.token)
  })
})

test('a public address wins over the one that was asked, also in a feed made before it was set', async () => {
  const other = await startServer({
    home: await copyOf(home),
    desk,
    queue: { onEvent: () => () => {} } as unknown as JobQueue,
    port: 0,
    host: '127.0.0.1',
    shows: { publicUrl: 'https://pods.example.org' }
  })
  expect(await (await fetch(`${other.url}/shows/morning/feed.xml`)).text()).toBe(
    '<rss><link>https://pods.example.org/</link></rss>'
  )
  await other.close()
})

async function copyOf(from: string): Promise<string> {
  const to = await newHome()
  await mkdir(join(to, 'shows/morning'), { recursive: true })
  await writeFile(join(to, 'shows/morning/feed.xml'), await readFile(join(from, 'shows/morning/feed.xml')))
  return to
}

test('a body over 1 MiB is refused, and its connection closed', async () => {
  const answer = await api('/desk/episodes', { method: 'POST', body: 'x'.repeat(1 << 21) })
  expect(answer.status).toBe(413)
})
