import type { Handler } from 'hono'
import { episodeRefSchema } from '../../../domain/episode.ts'
import { placeOf } from '../place-of.ts'
import { readEpisode } from '../read/read-episode.ts'
import { readShow } from '../read/read-show.ts'
import { readTranscript } from '../read/read-transcript.ts'
import { episodePage } from '../views/episode-page.ts'
import { episodeText } from '../views/episode-text.ts'
import { feedAddress, send, sendMissing, sendNoAddress, type Pages } from './pages.ts'

/** In the list of a show, the titles of an episode are of the third level. */
const LEVEL_IN_LIST = 4

/** GET /shows/<show>/episodes/<episode>; with ?part=text what the page of the show puts under the episode. */
export const serveEpisode =
  (pages: Pages): Handler =>
  async context => {
    const ref = episodeRefSchema.safeParse(context.req.param())
    const own = `/shows/${context.req.param('show')}/episodes/${context.req.param('episode')}`
    const episode = ref.success ? await readEpisode(pages.home, ref.data) : null
    const show = episode === null ? null : await readShow(pages.home, episode.show)
    if (episode === null || show === null) return sendMissing(pages, context, 'episode', own)
    const text = await readTranscript(pages.home, episode)
    if (context.req.query('part') === 'text') return send(context, episodeText(episode, text, LEVEL_IN_LIST))
    const feed = feedAddress(pages, context, show.id, own)
    if (feed === null) return sendNoAddress(context)
    const { root } = placeOf(context.req.path, own)
    return send(context, episodePage({ show, episode, text, root, assets: pages.assets, feed }))
  }
