import { episodeIdSchema, type EpisodeRef } from '../../domain/episode.ts'
import { slugSchema } from '../../domain/show.ts'

/** An episode's name in the API: that of its job, "morning-brief-2026-11-22". */
export const nameOfEpisode = ({ show, episode }: EpisodeRef): string => `${show}-${episode}`

/** Null for what is no such name. */
export function parseEpisodeName(name: string): EpisodeRef | null {
  const [, show, episode] = /^(.+?)-(\d{4}-\d{2}-\d{2}(?:-\d{1,2})?)$/.exec(name) ?? []
  const known = slugSchema.safeParse(show).success && episodeIdSchema.safeParse(episode).success
  return known && show !== undefined && episode !== undefined ? { show, episode } : null
}
