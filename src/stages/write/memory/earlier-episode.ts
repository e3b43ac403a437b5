/** A story as an earlier episode told it. */
export interface EarlierStory {
  id: string
  title: string
  itemIds: string[]
  /** What was said of it, turn by turn. */
  lines: string[]
}

/** An earlier episode of the show, as it was heard. */
export interface EarlierEpisode {
  /** 2026-11-22, or 2026-11-22-2. */
  episode: string
  /** Calendar day that the hosts said, YYYY-MM-DD. */
  date: string
  title: string
  stories: EarlierStory[]
  /** All that was said, opening and close included, turn by turn. */
  lines: string[]
}
