import type { Episode } from '../../domain/episode.ts'

/** Orders episodes as a feed lists them; of two at one time the one that was named later comes first. */
export const newestFirst = (a: Episode, b: Episode): number =>
  Date.parse(b.publishedAt) - Date.parse(a.publishedAt) ||
  b.episode.localeCompare(a.episode, 'en', { numeric: true })
