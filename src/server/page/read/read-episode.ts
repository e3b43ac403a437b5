import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { episodeSchema, type Episode, type EpisodeRef } from '../../../domain/episode.ts'
import { readJson } from './read-json.ts'

export interface EpisodeOnPage extends Episode {
  /** Old episodes may have lost their audio. */
  hasAudio: boolean
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false
  )

export const episodeDir = (home: string, { show, episode }: EpisodeRef): string =>
  join(home, 'shows', show, 'episodes', episode)

/** A published episode; null where there is none, or its time has not come. */
export async function readEpisode(
  home: string,
  ref: EpisodeRef,
  now = Date.now()
): Promise<EpisodeOnPage | null> {
  const dir = episodeDir(home, ref)
  const episode = await readJson(join(dir, 'episode.json'), episodeSchema)
  if (episode === null || !(Date.parse(episode.publishedAt) <= now)) return null
  const hasAudio = episode.audioRemovedAt === undefined && (await exists(join(dir, 'episode.mp3')))
  return { ...episode, ...ref, hasAudio }
}
