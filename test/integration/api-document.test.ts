import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createMemoryLibrary } from '../../src/adapters/memory-library/create-memory-library.ts'
import { createEpisodeDesk } from '../../src/jobs/episode-desk.ts'
import type { JobQueue } from '../../src/jobs/queue/job-queue.ts'
import { startServer, type RunningServer } from '../../src/server/start-server.ts'
import { newHome } from '../helpers/new-home.ts'
import { openQueue } from '../helpers/open-queue.ts'
import { exampleRequest } from '../helpers/publish-example.ts'
import { publishedEpisode } from '../helpers/published-episode.ts'
import { ask, serverSettings } from '../helpers/served-library.ts'

const TOKEN = 'a-token-of-at-least-24-characters'
const { show, episode } = exampleRequest
const ID = `${show.id}-${episode}`
const THERE = '2026-01-01'

const contentSchema = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }))
const operationSchema = z.object({
  responses: z.record(z.string(), z.object({ content: contentSchema }))
})
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) })
})

let queue: JobQueue
let server: RunningServer
let document: z.infer<typeof documentSchema>

beforeAll(async () => {
  queue = await openQueue()
  const library = createMemoryLibrary()
  const ref = { show: show.id, episode: THERE }
  await library.writeJson(ref, 'request.json', { ...exampleRequest, episode: THERE })
  await library.writeJson(ref, 'episode.json', publishedEpisode(ref))
  await library.writeFile(ref, 'episode.mp3', 'sound')
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
        shows: [show],
        request: async (_, { another }) => (another ? exampleRequest : { ...exampleRequest, episode: THERE })
      }
    }
  })
  document = documentSchema.parse(JSON.parse((await ask(server, '/api/openapi.json')).text))
})
afterAll(async () => {
  await server.close()
  await queue.close()
})

/** What the document says that an answer of this kind holds. */
function schemaOf(method: string, path: string, status: number, type: string): z.ZodType {
  const said = document.paths[path]?.[method]?.responses[status]?.content[type]
  if (said === undefined) throw new Error(`${method} ${path} says nothing of ${status} as ${type}`)
  const whole = { ...said.schema, $defs: document.components.schemas }
  const text = JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/')
  return z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0])
}

const wish = (body: object | string, headers: Record<string, string> = {}) => ({
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers }
})
const other = { headers: { authorization: 'Bearer wrong' } }

test.each<[number, string, string, string, RequestInit]>([
  [200, 'get', '/shows', '/shows', {}],
  [401, 'get', '/shows', '/shows', other],
  [202, 'post', '/episodes', '/episodes', wish({ show: show.id, another: true }, { 'idempotency-key': 'a' })],
  [422, 'post', '/episodes', '/episodes', wish({ show: show.id }, { 'idempotency-key': 'a' })],
  [200, 'post', '/episodes', '/episodes', wish({ show: show.id })],
  [400, 'post', '/episodes', '/episodes', wish({ show: show.id, minutes: 0 })],
  [400, 'post', '/episodes', '/episodes', wish('{')],
  [404, 'post', '/episodes', '/episodes', wish({ show: 'nothing' })],
  [413, 'post', '/episodes', '/episodes', wish('x'.repeat(2_000_000))],
  [415, 'post', '/episodes', '/episodes', wish({}, { 'content-type': 'text/plain' })],
  [200, 'get', '/episodes/{id}', `/episodes/${ID}`, {}],
  [200, 'get', '/episodes/{id}', `/episodes/${show.id}-${THERE}`, {}],
  [404, 'get', '/episodes/{id}', '/episodes/nothing', {}],
  [200, 'post', '/episodes/{id}/cancel', `/episodes/${ID}/cancel`, {}],
  [404, 'post', '/episodes/{id}/cancel', '/episodes/nothing/cancel', {}],
  [401, 'get', '/episodes/{id}/events', `/episodes/${ID}/events`, other],
  [404, 'get', '/episodes/{id}/events', '/episodes/nothing/events', {}]
])('an answer %i to %s %s is as the OpenAPI document says', async (status, method, path, asked, init) => {
  const headers = { authorization: `Bearer ${TOKEN}`, ...init.headers }
  const answer = await fetch(`${server.url}/api${asked}`, { ...init, method: method.toUpperCase(), headers })
  expect(answer.status).toBe(status)
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const schema = schemaOf(method, path, status, type)
  expect(schema.safeParse(await answer.json()).error).toBeUndefined()
  expect(schema.safeParse({ nothing: 'of this' }).success).toBe(false)
})

test('each state that is sent to those who follow is as the OpenAPI document says', async () => {
  const answer = await fetch(`${server.url}/api/episodes/${ID}/events`, {
    headers: { authorization: `Bearer ${TOKEN}` }
  })
  const states = [...(await answer.text()).matchAll(/^event: state\ndata: (.*)$/gm)].map(
    ([, data = '']) => data
  )
  expect(states).not.toHaveLength(0)
  const schema = schemaOf('get', '/episodes/{id}/events', 200, 'text/event-stream')
  for (const state of states) expect(schema.safeParse(JSON.parse(state)).error).toBeUndefined()
})
