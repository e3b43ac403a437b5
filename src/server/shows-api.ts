import { join } from 'node:path'
import { Hono, type Context } from 'hono'
import { cors } from 'hono/cors'
import { audioName } from '../domain/audio-name.ts'
import { episodeIdSchema } from '../domain/episode.ts'
import { slugSchema } from '../domain/show.ts'
import { createFeedCache } from './feed-cache.ts'
import { isInTheMaking } from './is-in-the-making.ts'
import { openSharedFile } from './open-shared-file.ts'
import { sendFile } from './send-file.ts'
import { serveFeed, type FeedPlace } from './serve-feed.ts'
import { isFeedFile, isTextType, typeOfEpisodeFile, typeOfShowFile } from './shared-files.ts'

/** Addresses stay when an episode is mixed again, so that what is cached is asked for again, at the cost of a 304. */
const CACHE_AUDIO = 'public, max-age=300'
/** What it is called in the library; the feed calls it by the episode's name. */
const AUDIO = 'episode.mp3'
const CACHE_TEXT = 'no-cache'
const PRIVATE = 'private, max-age=300'

const missing = (context: Context) => context.text('There is no such file.', 404)

/** Feeds, audio and what belongs to it. `under`: the path that all of it lies under, for the feed's own addresses. */
export function createShowsApi(place: FeedPlace, under: (context: Context) => string): Hono {
  const app = new Hono()
  const root = join(place.home, 'shows')
  const cache = createFeedCache()
  const send = async (context: Context, parts: string[], type: string | null): Promise<Response> => {
    const file = type === null ? null : await openSharedFile(root, parts)
    if (file === null || type === null) return missing(context)
    const text = isTextType(type)
    if (text) context.header('vary', 'Accept-Encoding')
    const audio = under(context) === '' ? CACHE_AUDIO : PRIVATE
    return sendFile(context, file, type, text ? CACHE_TEXT : audio)
  }

  app.use(
    '/shows/*',
    cors({
      origin: '*',
      allowMethods: ['GET', 'HEAD'],
      allowHeaders: ['Range', 'If-Range', 'If-None-Match', 'If-Modified-Since'],
      exposeHeaders: ['Accept-Ranges', 'Content-Range', 'Content-Length', 'ETag'],
      maxAge: 86_400
    })
  )
  app.get('/shows/:show/:file', async context => {
    const { show, file } = context.req.param()
    if (!slugSchema.safeParse(show).success) return missing(context)
    if (!isFeedFile(file)) return send(context, [show, file], typeOfShowFile(file))
    context.header('vary', 'Accept-Encoding')
    const feed = await serveFeed(context, { ...place, cache }, [show, file], under(context))
    return feed ?? context.text('There is no such show.', 404)
  })
  app.get('/shows/:show/episodes/:episode/:file', async context => {
    const { show, episode, file } = context.req.param()
    if (!slugSchema.safeParse(show).success || !episodeIdSchema.safeParse(episode).success)
      return missing(context)
    if (await isInTheMaking(join(root, show, 'episodes', episode))) return missing(context)
    const kept = file === audioName({ show, episode }) ? AUDIO : file
    return send(context, [show, 'episodes', episode, kept], typeOfEpisodeFile(kept))
  })
  return app
}
