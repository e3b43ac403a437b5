import { createRoute } from '@hono/zod-openapi'
import {
  cancelledSchema,
  episodeStateSchema,
  keyHeaderSchema,
  nameParamSchema,
  problemSchema,
  showsSchema,
  wishSchema
} from './api-schemas.ts'

const TOKEN = [{ token: [] }]

const json = <Schema>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } }
})

const fault = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } }
})

const FAULTS = {
  401: fault('Without the token.'),
  429: fault('Too often without the token.'),
  503: fault('The queue does not answer.')
} as const

const NO_EPISODE = { 404: fault('There is no such episode.') } as const

export const listShows = createRoute({
  method: 'get',
  path: '/shows',
  summary: 'The shows that there are',
  security: TOKEN,
  responses: { 200: json('All shows of duologue.yaml.', showsSchema), ...FAULTS }
})

export const askForEpisode = createRoute({
  method: 'post',
  path: '/episodes',
  summary: "Asks for today's episode of a show",
  description:
    'It is made once, however often it is asked for: one that is being made is joined, one that failed goes on where it stopped.',
  security: TOKEN,
  request: {
    headers: keyHeaderSchema,
    body: { required: true, content: { 'application/json': { schema: wishSchema } } }
  },
  responses: {
    202: json('It is being made.', episodeStateSchema),
    200: json('It is there already.', episodeStateSchema),
    400: fault('The body does not hold.'),
    404: fault('There is no such show.'),
    409: fault('It cannot be made as things stand.'),
    413: fault('The body is over 1 MiB.'),
    415: fault('The body is not said to be JSON.'),
    422: fault('The key came with another body before.'),
    ...FAULTS
  }
})

export const getEpisode = createRoute({
  method: 'get',
  path: '/episodes/{id}',
  summary: 'How an episode stands',
  security: TOKEN,
  request: { params: nameParamSchema },
  responses: { 200: json('How it stands.', episodeStateSchema), ...NO_EPISODE, ...FAULTS }
})

export const cancelEpisode = createRoute({
  method: 'post',
  path: '/episodes/{id}/cancel',
  summary: 'Stops the making of an episode',
  security: TOKEN,
  request: { params: nameParamSchema },
  responses: { 200: json('What came of it.', cancelledSchema), ...NO_EPISODE, ...FAULTS }
})

export const followEpisode = createRoute({
  method: 'get',
  path: '/episodes/{id}/events',
  summary: 'Follows an episode until it is done or has failed',
  security: TOKEN,
  request: { params: nameParamSchema },
  responses: {
    200: {
      description:
        'Server-sent events. "state" has an EpisodeState as its data, at once and each time that it changes; "end" comes last.',
      content: { 'text/event-stream': { schema: episodeStateSchema } }
    },
    ...NO_EPISODE,
    ...FAULTS,
    503: fault('Too many are following, or the queue does not answer.')
  }
})
