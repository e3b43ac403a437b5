import { compareEpisodes } from '../domain/compare-episodes.ts'
import type { EpisodeRef } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import { rundownSchema } from '../domain/rundown.ts'
import type { LastOffer } from '../stages/fetch/plan-rundown.ts'

/** What the show's latest published episode before this one could choose from; null where that is not known. */
export async function lastOffer(library: Library, ref: EpisodeRef): Promise<LastOffer | null> {
  const before = (await library.episodes(ref.show))
    .filter(episode => compareEpisodes(episode, ref.episode) < 0)
    .sort((a, b) => compareEpisodes(b, a))
  for (const episode of before) {
    if (!(await library.has({ show: ref.show, episode }, 'episode.json'))) continue
    const rundown = await library
      .readJson({ show: ref.show, episode }, 'rundown.json', rundownSchema)
      .catch(() => null)
    return rundown?.offer === undefined ? null : { episode, offer: rundown.offer }
  }
  return null
}
