import { compareEpisodes } from '../domain/compare-episodes.ts'
import type { EpisodeRef } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import { rundownSchema, type Rundown } from '../domain/rundown.ts'

/** The rundown of the show's latest published episode before this one; null where there is none that can be read. */
export async function lastRundown(library: Library, { show, episode }: EpisodeRef): Promise<Rundown | null> {
  const before = (await library.episodes(show))
    .filter(other => compareEpisodes(other, episode) < 0)
    .sort((a, b) => compareEpisodes(b, a))
  for (const other of before)
    if (await library.has({ show, episode: other }, 'episode.json'))
      return library.readJson({ show, episode: other }, 'rundown.json', rundownSchema).catch(() => null)
  return null
}
