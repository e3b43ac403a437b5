import { readdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createMemoryLibrary } from '../../src/adapters/memory-library/create-memory-library.ts'
import { createEpisodeDesk } from '../../src/jobs/episode-desk.ts'
import type { JobQueue } from '../../src/jobs/queue/job-queue.ts'
import { createApi } from '../../src/server/api/create-api.ts'
import { startServer, type RunningServer } from '../../src/server/start-server.ts'
import { eventually } from '../helpers/eventually.ts'
import { newHome } from '../helpers/new-home.ts'
import { openQueue } from '../helpers/open-queue.ts'
import { exampleRequest } from '../helpers/publish-example.ts'
import { ask, countedQueue, serverSettings } from '../helpers/served-library.ts'

const TOKEN = 'a-token-of-at-least-24-characters'
const AUTHORIZED = { authorization: `Bearer ${TOKEN}` }
const { show, episode } = exampleRequest
const EVENTS = `/api/episodes/${show.id}-${episode}/events`

let home: string
let queue: JobQueue
let server: RunningServer
/** How often a desk was asked how an episode stands. */
let looks: number

beforeAll(async () => void (queue = await openQueue()))
afterAll(() => queue.close())

beforeEach(async () => {
  home = await newHome()
  looks = 0
  const library = createMemoryLibrary()
  const desk = createEpisodeDesk(queue, library)
  server = await startServer({
    home,
    desk: {
      ...desk,
      status(ref) {
        looks += 1
        return desk.status(ref)
      }
    },
    queue,
    port: 0,
    host: '127.0.0.1',
    shows: {
      publicUrl: undefined,
      library,
      server: serverSettings({ apiToken: TOKEN, metricsToken: TOKEN }),
      orders: { shows: [show], request: async () => exampleRequest }
    }
  })
})
afterEach(() => server.close())

const wish = (headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/episodes`, {
    method: 'POST',
    body: JSON.stringify({ show: show.id }),
    headers: { ...AUTHORIZED, 'content-type': 'application/json', ...headers }
  })

describe('a token', () => {
  test.each([
    ['with its scheme in small letters', `bearer ${TOKEN}`, 200],
    ['with its scheme in capitals', `BEARER ${TOKEN}`, 200],
    ['after two blanks', `Bearer  ${TOKEN}`, 200],
    ['without its scheme', TOKEN, 401],
    ['of another scheme', `Basic ${TOKEN}`, 401],
    ['that is empty', 'Bearer ', 401],
    ['twice in one header', `Bearer ${TOKEN}, Bearer ${TOKEN}`, 401],
    ['with more behind it', `Bearer ${TOKEN}x`, 401]
  ])('%s (%j) is answered with %i', async (_, authorization, status) => {
    const answers = await Promise.all(
      ['/api/shows', '/metrics'].map(path => ask(server, path, { authorization }))
    )
    expect(answers.map(answer => answer.status)).toEqual([status, status === 401 ? 404 : status])
  })
})

test.each(['text/plain', 'application/x-www-form-urlencoded'])(
  'a body said to be %s is refused with what would be right',
  async type => {
    const answer = await wish({ 'content-type': type })
    expect([answer.status, await answer.json()]).toEqual([
      415,
      expect.objectContaining({ status: 415, detail: expect.stringContaining('application/json') })
    ])
  }
)

test('after a body that is too long the connection is closed, and the client is told so', async () => {
  const answer = await fetch(`${server.url}/api/episodes`, {
    method: 'POST',
    body: 'x'.repeat(2_000_000),
    headers: AUTHORIZED
  })
  expect([answer.status, answer.headers.get('connection')]).toEqual([413, 'close'])
})

test('the API does not say how the name of its server is to be reached from now on', async () => {
  const { headers } = await ask(server, '/api/shows', AUTHORIZED)
  expect(headers['strict-transport-security']).toBeUndefined()
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test.each(['', '{"fingerprint":', 'null', '{}'])(
  'a note of a key that holds %j is told, and nothing is made',
  async text => {
    await wish({ 'idempotency-key': 'mine' })
    const keys = join(home, 'run', 'keys')
    const [name = ''] = await readdir(keys)
    await writeFile(join(keys, name), text)
    const answer = await wish({ 'idempotency-key': 'mine' })
    const { detail } = (await answer.json()) as { detail: string }
    expect([answer.status, detail]).toEqual([409, expect.stringContaining(`run/keys/${name}`)])
    expect(detail).not.toContain(home)
    await rm(join(keys, name))
    expect((await wish({ 'idempotency-key': 'mine' })).status).toBe(202)
  }
)

describe('those who follow an episode', () => {
  test('by HEAD take no place, and nothing is looked up for them', async () => {
    await wish()
    for (let count = 0; count < 70; count++) {
      const { status, headers } = await ask(server, EVENTS, AUTHORIZED, 'HEAD')
      expect([status, headers['content-type']]).toEqual([200, 'text/event-stream'])
    }
    const before = looks
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(looks).toBe(before)
    const following = await fetch(`${server.url}${EVENTS}`, { headers: AUTHORIZED })
    expect(following.status).toBe(200)
    await following.body?.cancel()
  })

  test('without ever reading leave their places when they go', async () => {
    await wish()
    const follow = () => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => {})
      socket.pause().write(`GET ${EVENTS} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${TOKEN}\r\n\r\n`)
      return socket
    }
    const sockets = Array.from({ length: 64 }, follow)
    const statusOf = async () => {
      const answer = await fetch(`${server.url}${EVENTS}`, { headers: AUTHORIZED })
      await answer.body?.cancel()
      return answer.status
    }
    await eventually('all places are taken', async () => (await statusOf()) === 503)
    for (const socket of sockets) socket.destroy()
    await eventually('there are places again', async () => (await statusOf()) === 200)
  })

  test('do not keep the server from closing', async () => {
    await wish()
    const following = await fetch(`${server.url}${EVENTS}`, { headers: AUTHORIZED })
    const end = following.text().then(
      () => 'ended',
      () => 'cut'
    )
    await server.close()
    expect(await end).toBe('cut')
    const before = looks
    await new Promise(resolve => setTimeout(resolve, 700))
    expect(looks).toBeLessThanOrEqual(before + 1)
  })
})

describe('a queue that does not answer', () => {
  const never = () => new Promise<never>(() => {})

  test('is told as such by the API, which waits no longer than it should', async () => {
    const api = createApi({
      token: 'the-token-of-server-json',
      apiToken: TOKEN,
      limit: { wait: () => 0, handler: (_, next) => next() },
      queue,
      instanceId: 'one',
      desk: { request: never, renderAgain: never, status: never, cancel: never },
      episodes: null,
      patienceMs: 20
    })
    const answer = await api.request(`/desk/episodes/${show.id}/${episode}`, {
      headers: { authorization: 'Bearer the-token-of-server-json' }
    })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('queue does not answer') })
  })

  test('is told as such where the metrics are asked for', async () => {
    const silent = { ...countedQueue().queue, counts: never }
    const other = await startServer({
      home: await newHome(),
      desk: createEpisodeDesk(queue, createMemoryLibrary()),
      queue: silent,
      port: 0,
      host: '127.0.0.1',
      shows: { publicUrl: undefined, library: createMemoryLibrary(), server: serverSettings() }
    })
    const { status, text } = await ask(other, '/metrics')
    expect([status, text]).toEqual([503, 'The queue does not answer.'])
    await other.close()
  })
})
