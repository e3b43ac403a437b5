import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { episodeRefSchema, episodeRequestSchema } from '../domain/episode.ts'
import { sha256 } from '../domain/hash.ts'
import { countJobs } from '../jobs/count-jobs.ts'
import { DeskError, type EpisodeDesk } from '../jobs/episode-desk.ts'
import type { JobQueue } from '../jobs/queue/job-queue.ts'

export interface ControlContext {
  desk: EpisodeDesk
  queue: JobQueue
  instanceId: string
  token: string
}

/** Hashing first makes the lengths equal, so that the comparison takes the same time whatever was sent. */
const sameSecret = (a: string, b: string) => timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)))

const MOST_BODY_BYTES = 1 << 20

const messageOf = (error: Error) => (error instanceof z.ZodError ? z.prettifyError(error) : error.message)

function statusOf(error: Error): 400 | 409 | 500 {
  if (error instanceof z.ZodError || error instanceof SyntaxError) return 400
  return error instanceof DeskError ? 409 : 500
}

/** What another command of the same machine may ask of this process. Every route needs the token of server.json. */
export function createControlApi({ desk, queue, instanceId, token }: ControlContext): Hono {
  const api = new Hono()
  api.use(async (context, next) => {
    if (sameSecret(context.req.header('authorization') ?? '', `Bearer ${token}`)) return next()
    return context.json({ error: 'This needs the token of run/server.json as a bearer token.' }, 401)
  })
  api.onError((error, context) => context.json({ error: messageOf(error) }, statusOf(error)))
  api.use(
    bodyLimit({
      maxSize: MOST_BODY_BYTES,
      onError: context => context.json({ error: 'The body is over 1 MiB.' }, 413)
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
  return api
}
