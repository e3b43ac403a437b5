import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { secureHeaders } from 'hono/secure-headers'
import { timeout } from 'hono/timeout'
import type { RateLimit } from '../limit-rate.ts'
import { problem } from '../problem.ts'
import { answerFault } from './api-fault.ts'
import { createDeskApi, type DeskContext } from './create-desk-api.ts'
import { createEpisodesApi, type EpisodesApiContext } from './create-episodes-api.ts'
import { guardApi } from './guard-api.ts'

export interface ApiContext extends DeskContext {
  /** That of server.json, for other commands of this machine; it opens everything. */
  token: string
  /** For people and their programs; without it they use the one of server.json, which is new at each start. */
  apiToken: string | undefined
  /** Of those that come without a token. */
  limit: RateLimit
  /** Null where this process serves no shows. */
  episodes: EpisodesApiContext | null
  /** How long an answer may take, ms: a queue on a Redis that is away waits until it is back. */
  patienceMs?: number
}

const PATIENCE_MS = 20_000
const SILENT_QUEUE =
  'The queue does not answer. What was asked for is done when it answers again: ask then how it stands.'

const MOST_BODY_BYTES = 1 << 20

const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Duologue',
    version: '1',
    description: 'Asks for episodes, and says how they stand. Faults are problem details (RFC 9457).'
  },
  servers: [{ url: '/api' }]
}

/** Everything under /api: for programs under a bearer token, for other commands of this machine under /api/desk. */
export function createApi({
  token,
  apiToken,
  limit,
  episodes,
  patienceMs = PATIENCE_MS,
  ...desk
}: ApiContext): OpenAPIHono {
  const api = new OpenAPIHono()
  api.onError(answerFault)
  // Whether names are reached by TLS alone is for whoever owns them to say.
  api.use(secureHeaders({ strictTransportSecurity: false }))
  api.get('/openapi.json', limit.handler, context => context.json(api.getOpenAPI31Document(DOCUMENT)))
  const inDesk = guardApi([token], limit, 'This needs the token of run/server.json as a bearer token.')
  const others = apiToken === undefined ? [] : [apiToken]
  const inApi = guardApi(
    [token, ...others],
    limit,
    'This needs a bearer token: that of DUOLOGUE_API_TOKEN, or of run/server.json in the library.'
  )
  api.use('/desk/*', inDesk)
  api.use(inApi)
  api.use(
    bodyLimit({
      maxSize: MOST_BODY_BYTES,
      onError(context) {
        // The rest of the body is not read, so that nothing else can be asked on this connection.
        context.header('connection', 'close')
        return problem(context, 413, 'The body is over 1 MiB.')
      }
    })
  )
  api.use(timeout(patienceMs, () => new HTTPException(503, { message: SILENT_QUEUE })))
  api.route('/desk', createDeskApi(desk))
  if (episodes !== null) api.route('/', createEpisodesApi(episodes))
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  api.use(
    methodNotAllowed({
      app: api,
      onMethodNotAllowed(context, methods) {
        context.header('allow', methods.join(', '))
        return problem(context, 405, `Here it is ${methods.join(' or ')}, not ${context.req.method}.`)
      }
    })
  )
  api.all('*', context => problem(context, 404, 'The API has no such address; /api/openapi.json lists them.'))
  return api
}
