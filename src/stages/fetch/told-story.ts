import type { Item } from '../../domain/feed.ts'

/** A story that an earlier episode of the show told. */
export interface ToldStory {
  episode: string
  /** Calendar day that the hosts of that episode said, YYYY-MM-DD. */
  date: string
  /** ISO 8601: up to when the episode could know of anything. */
  madeAt: string
  title: string
  /** What it was told from. */
  items: readonly Item[]
}
