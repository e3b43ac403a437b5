import { episodeRequestSchema, type Episode, type EpisodeRequest } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import type { Show } from '../domain/show.ts'
import { newestFirst } from '../stages/publish/newest-first.ts'

/** The show as its newest episode knows it: an old one that is made again was asked for with settings of its day. */
export async function currentShow(
  library: Library,
  { show, episode }: EpisodeRequest,
  episodes: readonly Episode[]
): Promise<Show> {
  const [newest] = episodes.toSorted(newestFirst)
  if (newest === undefined || newest.episode === episode) return show
  const ref = { show: show.id, episode: newest.episode }
  const request = await library.readJson(ref, 'request.json', episodeRequestSchema).catch(() => null)
  return request?.show ?? show
}
