import { OpenAPIHono } from '@hono/zod-openapi'
import type { EpisodeRef } from '../../domain/episode.ts'
import type { EpisodeDesk } from '../../jobs/episode-desk.ts'
import { ApiFault } from './api-fault.ts'
import { askForEpisode, cancelEpisode, followEpisode, getEpisode, listShows } from './api-routes.ts'
import { askForWish, type Asking } from './ask-for-episode.ts'
import { parseEpisodeName } from './episode-name.ts'
import { readState, type StateSources } from './episode-state.ts'
import { createStateStream } from './stream-states.ts'

export interface EpisodesApiContext extends Asking, StateSources {
  desk: EpisodeDesk
}

const CANCELLED = 'it was asked for over the API'

const noEpisode = (id: string) =>
  new ApiFault(
    404,
    `There is no episode "${id}"; a name is that of its show and its day: morning-brief-2026-11-22.`
  )

function refOf(id: string): EpisodeRef {
  const ref = parseEpisodeName(id)
  if (ref === null) throw noEpisode(id)
  return ref
}

/** What people and their programs may ask for: shows and episodes. Tokens and faults are the caller's. */
export function createEpisodesApi(context: EpisodesApiContext): OpenAPIHono {
  const { orders, desk } = context
  const stream = createStateStream(context)
  const stateOf = async (ref: EpisodeRef, id: string) => {
    const state = await readState(context, ref)
    if (state === null) throw noEpisode(id)
    return state
  }
  const app = new OpenAPIHono({
    defaultHook(result) {
      if (!result.success) throw result.error
    }
  })

  app.openapi(listShows, answer =>
    answer.json(
      {
        shows: orders.shows.map(({ id, title, schedule, timeZone }) => ({
          id,
          title,
          schedule: schedule ?? null,
          timeZone
        }))
      },
      200
    )
  )
  app.openapi(askForEpisode, async answer => {
    const key = answer.req.valid('header')['idempotency-key']
    const { ref, isThere } = await askForWish(context, answer.req.valid('json'), key)
    const state = await stateOf(ref, ref.episode)
    answer.header('location', state.links.self)
    return answer.json(state, isThere ? 200 : 202)
  })
  app.openapi(getEpisode, async answer => {
    const { id } = answer.req.valid('param')
    return answer.json(await stateOf(refOf(id), id), 200)
  })
  app.openapi(cancelEpisode, async answer => {
    const { id } = answer.req.valid('param')
    const ref = refOf(id)
    await stateOf(ref, id)
    return answer.json({ cancelled: await desk.cancel(ref, CANCELLED) }, 200)
  })
  app.openapi(followEpisode, async answer => {
    const { id } = answer.req.valid('param')
    const ref = refOf(id)
    await stateOf(ref, id)
    return stream(answer, ref) as never
  })
  return app
}
