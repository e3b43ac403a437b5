import { episodeSchema, type Episode } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'

/** Every published episode of a show; one whose file cannot be read is left out, so that it does not stop the next. */
export async function publishedEpisodes(library: Library, show: string): Promise<Episode[]> {
  const read = async (episode: string): Promise<Episode | null> => {
    const told = await library.readJson({ show, episode }, 'episode.json', episodeSchema).catch(() => null)
    return told === null ? null : { ...told, show, episode }
  }
  const episodes = await Promise.all((await library.episodes(show)).map(read))
  return episodes.filter(episode => episode !== null)
}

/** Those that can be heard. */
export const withAudio = (episodes: readonly Episode[]): Episode[] =>
  episodes.filter(({ audioRemovedAt }) => audioRemovedAt === undefined)
