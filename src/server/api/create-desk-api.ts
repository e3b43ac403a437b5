import { Hono } from 'hono'
import { z } from 'zod'
import { episodeRefSchema, episodeRequestSchema } from '../../domain/episode.ts'
import { countJobs } from '../../jobs/count-jobs.ts'
import type { EpisodeDesk } from '../../jobs/episode-desk.ts'
import type { JobQueue } from '../../jobs/queue/job-queue.ts'

export interface DeskContext {
  desk: EpisodeDesk
  queue: JobQueue
  instanceId: string
}

/** What another command of the same machine may ask of this process: `connectDesk` is the other side. */
export function createDeskApi({ desk, queue, instanceId }: DeskContext): Hono {
  const api = new Hono()
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
