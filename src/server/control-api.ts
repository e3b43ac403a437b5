import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { z } from 'zod'
import { episodeRefSchema, episodeRequestSchema } from '../domain/episode.ts'
import { countJobs } from '../jobs/count-jobs.ts'
import { DeskError, type EpisodeDesk } from '../jobs/episode-desk.ts'
import type { JobQueue } from '../jobs/queue/job-queue.ts'
import type { RateLimit } from './limit-rate.ts'
import { problem } from './problem.ts'
import { sameSecret } from './same-secret.ts'

export interface ControlContext {
  desk: EpisodeDesk
  queue: JobQueue
  instanceId: string
  token: string
  /** Of those that come without the token. */
  limit: RateLimit
}

const MOST_BODY_BYTES = 1 << 20

function answerFault(error: Error, context: Context): Response {
  if (error instanceof z.ZodError)
    return problem(
      context,
      400,
      z.prettifyError(error),
      error.issues.map(({ path, message }) => ({
        detail: message,
        pointer: `#/${path.map(String).join('/')}`
      }))
    )
  if (error instanceof SyntaxError) return problem(context, 400, error.message)
  return problem(context, error instanceof DeskError ? 409 : 500, error.message)
}

/** What another command of the same machine may ask of this process. Every route needs the token of server.json. */
export function createControlApi({ desk, queue, instanceId, token, limit }: ControlContext): Hono {
  const api = new Hono()
  api.use(async (context, next) => {
    if (sameSecret(context.req.header('authorization') ?? '', `Bearer ${token}`)) return next()
    const seconds = limit.wait(context)
    if (seconds > 0) {
      context.header('retry-after', String(seconds))
      return problem(context, 429, 'Too many requests without the token from this address.')
    }
    context.header('www-authenticate', 'Bearer')
    return problem(context, 401, 'This needs the token of run/server.json as a bearer token.')
  })
  api.onError(answerFault)
  api.use(
    bodyLimit({
      maxSize: MOST_BODY_BYTES,
      onError: context => problem(context, 413, 'The body is over 1 MiB.')
    })
  )
  api.get('/instance', context => context.json({ instanceId }))
  api.get('/queue', async context => context.json(await countJobs(queue)))
  api.post('/episodes', async context => {
    const request = episodeRequestSchema.parse(await context.req.json())
    return context.json({ asked: await desk.request(request) })
  })
  api.get('/episodes/:show/:episode', async context =>
    context.json(await desk.status(episodeRefSchema.parse(context.req.param())))
  )
  api.post('/episodes/:show/:episode/render', async context => {
    await desk.renderAgain(episodeRefSchema.parse(context.req.param()))
    return context.json({})
  })
  api.post('/episodes/:show/:episode/cancel', async context => {
    const { reason } = z.object({ reason: z.string() }).parse(await context.req.json())
    return context.json({ cancelled: await desk.cancel(episodeRefSchema.parse(context.req.param()), reason) })
  })
  api.use(
    methodNotAllowed({
      app: api,
      onMethodNotAllowed(context, methods) {
        context.header('allow', methods.join(', '))
        return problem(context, 405, `Here it is ${methods.join(' or ')}, not ${context.req.method}.`)
      }
    })
  )
  api.all('*', context => problem(context, 404, 'The API has no such address.'))
  return api
}
