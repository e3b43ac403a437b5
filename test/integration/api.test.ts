import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createMemoryLibrary } from '../../src/adapters/memory-library/create-memory-library.ts'
import { ConfigError } from '../../src/config/config-error.ts'
import { episodeRequestSchema, type EpisodeRequest } from '../../src/domain/episode.ts'
import type { Library } from '../../src/domain/library.ts'
import type { Show } from '../../src/domain/show.ts'
import { STAGES } from '../../src/domain/stages.ts'
import { createEpisodeDesk } from '../../src/jobs/episode-desk.ts'
import { jobsAfter } from '../../src/jobs/jobs-after.ts'
import { episodeJobSchema } from '../../src/jobs/payloads.ts'
import type { JobQueue, StageWorker } from '../../src/jobs/queue/job-queue.ts'
import type { EpisodeState } from '../../src/server/api/api-schemas.ts'
import { startServer, type RunningServer } from '../../src/server/start-server.ts'
import { createGate, type Gate } from '../helpers/create-gate.ts'
import { newHome } from '../helpers/new-home.ts'
import { openQueue } from '../helpers/open-queue.ts'
import { publishedEpisode } from '../helpers/published-episode.ts'
import { sampleShow } from '../helpers/sample-show.ts'
import { serverSettings } from '../helpers/served-library.ts'

const TOKEN = 'a-token-of-at-least-24-characters'
const broken: Show = { ...sampleShow, id: 'broken', title: 'Broken' }

let queue: JobQueue
let workers: StageWorker[]
let library: Library
let server: RunningServer
let gate: Gate | null
/** Which episodes were fetched, and for how many minutes. */
let fetched: string[]
/** Each test has a day of its own. */
let day = 0
let number = 1

const today = () => `2026-01-${String(day).padStart(2, '0')}`

const requestOf = (show: Show, another: boolean): EpisodeRequest => ({
  show,
  episode: another ? `${today()}-${(number += 1)}` : today(),
  date: today(),
  now: new Date().toISOString(),
  writer: 'builtin',
  speech: 'flite',
  publicUrl: 'http://localhost:7474',
  allowPrivateAddresses: false,
  skipTold: true
})

const ask = (path: string, init: RequestInit & { key?: string; token?: string } = {}) =>
  fetch(`${server.url}/api${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${init.token ?? TOKEN}`,
      ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(init.key === undefined ? {} : { 'idempotency-key': init.key })
    }
  })

const wish = (wanted: Record<string, unknown>, key?: string) =>
  ask('/episodes', { method: 'POST', body: JSON.stringify({ show: sampleShow.id, ...wanted }), key })

const stateOf = async (answer: Response) => (await answer.json()) as EpisodeState

async function ended(id: string): Promise<EpisodeState> {
  const events = await (await ask(`/episodes/${id}/events`)).text()
  expect(events).toContain('event: end')
  return stateOf(await ask(`/episodes/${id}`))
}

beforeAll(async () => {
  queue = await openQueue()
  workers = STAGES.map(stage =>
    queue.work(
      stage,
      async (job, signal) => {
        const payload = episodeJobSchema.parse(job.data)
        if (stage === 'fetch') {
          const request = await library.readJson(payload, 'request.json', episodeRequestSchema)
          fetched.push(`${payload.episode}: ${request?.show.minutes} minutes`)
          await gate?.passed
          signal.throwIfAborted()
        }
        const next = jobsAfter(stage, 'done', payload)
        for (const request of next) await queue.add({ ...request, attempts: 1 })
        if (stage === 'publish') await library.writeJson(payload, 'episode.json', publishedEpisode(payload))
        if (stage === 'publish') await library.writeFile(payload, 'episode.mp3', 'sound')
        return {
          outcome: 'done',
          skipped: false,
          seconds: 0,
          next: next.map(({ stage, id }) => ({ stage, id }))
        }
      },
      { concurrency: 2, onError: () => {} }
    )
  )
})

beforeEach(async () => {
  day += 1
  number = 1
  fetched = []
  gate = null
  library = createMemoryLibrary()
  await server?.close()
  server = await startServer({
    home: await newHome(),
    desk: createEpisodeDesk(queue, library),
    queue,
    port: 0,
    host: '127.0.0.1',
    shows: {
      publicUrl: undefined,
      library,
      server: serverSettings({ apiToken: TOKEN }),
      orders: {
        shows: [sampleShow, broken],
        async request(show, { another }) {
          if (show.id === broken.id) throw new ConfigError('duologue.yaml', [])
          return requestOf(show, another)
        }
      }
    }
  })
})

afterAll(async () => {
  await server.close()
  for (const worker of workers) await worker.close(1000)
  await queue.close()
})

describe('an episode that is asked for', () => {
  test('is made, followed from stage to stage, and can then be heard', async () => {
    gate = createGate()
    const answer = await wish({ minutes: 3 })
    const asked = await stateOf(answer)
    const id = `morning-${today()}`
    expect([answer.status, answer.headers.get('location'), asked.id]).toEqual([
      202,
      `/api/episodes/${id}`,
      id
    ])
    expect([asked.isPublished, asked.links.audio]).toEqual([false, null])

    const following = await ask(`/episodes/${id}/events`)
    expect(following.headers.get('content-type')).toBe('text/event-stream')
    gate.open()
    const events = (await following.text()).split('\n\n').filter(event => event !== '')
    const states = events
      .filter(event => event.includes('event: state'))
      .map(event => JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '') as EpisodeState)
    expect(states.at(-1)).toMatchObject({ state: 'done', isPublished: true, reason: null })
    expect(states.at(-1)?.stages.map(({ stage, state }) => `${stage} ${state}`)).toEqual(
      STAGES.map(stage => `${stage} done`)
    )
    expect(events.at(-1)).toContain('event: end')
    expect(fetched).toEqual([`${today()}: 3 minutes`])
    expect((await ended(id)).links.audio).toBe(`/shows/morning/episodes/${today()}/morning-${today()}.mp3`)
    expect((await wish({})).status).toBe(200)
  })

  test('is joined by whoever asks for it meanwhile', async () => {
    gate = createGate()
    const answers = await Promise.all([wish({}), wish({}), wish({})])
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
    gate.open()
    await ended(`morning-${today()}`)
    expect(fetched).toHaveLength(1)
  })

  test('can be cancelled, and says why it ended', async () => {
    gate = createGate()
    const { id } = await stateOf(await wish({}))
    while (fetched.length === 0) await new Promise(resolve => setTimeout(resolve, 10))
    const cancelled = ask(`/episodes/${id}/cancel`, { method: 'POST' })
    expect(await (await cancelled).json()).toEqual({ cancelled: true })
    gate.open()
    expect(await ended(id)).toMatchObject({
      state: 'failed',
      isPublished: false,
      reason: expect.stringContaining('cancelled')
    })
    const again = ask(`/episodes/${id}/cancel`, { method: 'POST' })
    expect(await (await again).json()).toEqual({ cancelled: false })
  })

  test('stops at its script where that was asked for', async () => {
    const { id, episode } = await stateOf(await wish({ scriptOnly: true }))
    await ended(id)
    const stored = await library.readJson({ show: 'morning', episode }, 'request.json', episodeRequestSchema)
    expect(stored?.scriptOnly).toBe(true)
  })
})

describe('an Idempotency-Key', () => {
  test('makes one episode, however often and however fast it comes', async () => {
    const key = randomUUID()
    const answers = await Promise.all([1, 2, 3, 4].map(() => wish({ another: true }, key)))
    const states = await Promise.all(answers.map(stateOf))
    expect(new Set(states.map(({ id }) => id)).size).toBe(1)
    await ended(states[0]?.id ?? '')
    expect(fetched).toHaveLength(1)
    expect((await stateOf(await wish({ another: true }, key))).id).toBe(states[0]?.id)
    expect(fetched).toHaveLength(1)
  })

  test('of another is another episode', async () => {
    const one = await stateOf(await wish({ another: true }, randomUUID()))
    const two = await stateOf(await wish({ another: true }, randomUUID()))
    expect(two.id).not.toBe(one.id)
    await Promise.all([ended(one.id), ended(two.id)])
  })

  test('holds for one body only', async () => {
    const key = randomUUID()
    await ended((await stateOf(await wish({ another: true }, key))).id)
    expect((await wish({ another: true, minutes: 9 }, key)).status).toBe(422)
  })

  test('of an episode that was cancelled does not start it again', async () => {
    gate = createGate()
    const key = randomUUID()
    const { id } = await stateOf(await wish({ another: true }, key))
    while (fetched.length === 0) await new Promise(resolve => setTimeout(resolve, 10))
    await ask(`/episodes/${id}/cancel`, { method: 'POST' })
    gate.open()
    await ended(id)
    expect(await stateOf(await wish({ another: true }, key))).toMatchObject({ id, state: 'failed' })
    expect(fetched).toHaveLength(1)
  })
})

describe('what cannot be answered is told as problem details', () => {
  const post =
    (body: string, init = {}) =>
    () =>
      ask('/episodes', { method: 'POST', body, ...init })

  test.each([
    ['without a token', 401, () => fetch(`${server.url}/api/shows`), 'DUOLOGUE_API_TOKEN'],
    ['with a token that is not one', 401, () => ask('/shows', { token: `${TOKEN}x` }), 'bearer'],
    ['with the token of programs, for what other commands ask', 401, () => ask('/desk/queue'), 'server.json'],
    ['for a show that is not there', 404, post('{"show":"evening"}'), 'there are: morning, broken'],
    ['for an episode that is not there', 404, () => ask('/episodes/morning-1999-01-01'), 'no episode'],
    ['for a name that is none', 404, () => ask('/episodes/..%2f..%2fetc'), 'morning-brief-2026-11-22'],
    ['to follow what is not there', 404, () => ask('/episodes/morning-1999-01-01/events'), 'no episode'],
    ['with a body that is not JSON', 400, post('{'), 'JSON'],
    ['with a length that cannot be', 400, post('{"show":"morning","minutes":600}'), '60'],
    ['with a field that it does not know', 400, post('{"show":"morning","voices":2}'), 'voices'],
    ['with no body', 400, () => ask('/episodes', { method: 'POST' }), ''],
    ['with a key that is none', 400, post('{"show":"morning"}', { key: 'a b' }), 'UUID'],
    ['for a show that cannot be made as configured', 409, post('{"show":"broken"}'), 'duologue.yaml'],
    ['in a way that it does not know', 405, () => ask('/shows', { method: 'PUT' }), 'GET'],
    ['for what it does not have', 404, () => ask('/nothing'), 'openapi.json']
  ])('asked %s: %i', async (_, status, asking, says) => {
    const answer = await asking()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    const body = (await answer.json()) as { detail: string }
    expect(body).toMatchObject({ type: 'about:blank', status })
    expect(body.detail).toContain(says)
  })
})

test('the shows are told with when they are made', async () => {
  expect(await (await ask('/shows')).json()).toEqual({
    shows: [
      { id: 'morning', title: 'The Morning', schedule: null, timeZone: 'Europe/London' },
      { id: 'broken', title: 'Broken', schedule: null, timeZone: 'Europe/London' }
    ]
  })
})

test('the OpenAPI document is made of the schemas that the server checks by', async () => {
  const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
    openapi: string
    paths: Record<string, Record<string, { security: unknown; responses: Record<string, unknown> }>>
    components: { schemas: Record<string, unknown>; securitySchemes: unknown }
  }
  expect(document.openapi).toBe('3.1.0')
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method} ${path}`)
  )
  expect(operations.sort()).toEqual([
    'get /episodes/{id}',
    'get /episodes/{id}/events',
    'get /shows',
    'post /episodes',
    'post /episodes/{id}/cancel'
  ])
  expect(Object.keys(document.paths['/episodes']?.post?.responses ?? {})).toEqual(
    expect.arrayContaining(['200', '202', '400', '401', '404', '409', '422', '429'])
  )
  expect(document.components.securitySchemes).toEqual({ token: { type: 'http', scheme: 'bearer' } })
  expect(document.components.schemas.EpisodeWish).toMatchObject({
    required: ['show'],
    properties: { minutes: { minimum: 1, maximum: 60 } },
    additionalProperties: false
  })
  expect(Object.keys(document.components.schemas).sort()).toEqual([
    'Cancelled',
    'EpisodeState',
    'EpisodeWish',
    'Problem',
    'Shows'
  ])
})
