import type { Story } from '../../../domain/rundown.ts'
import type { EarlierEpisode } from './earlier-episode.ts'
import { isSameStory } from './same-story.ts'
import { spokenDaySince } from './spoken-day-since.ts'

/** That an earlier episode told a story, and what it said. */
export interface Told {
  episode: string
  /** Calendar day, YYYY-MM-DD. */
  date: string
  lines: string[]
}

/** Every earlier episode that told the story, in the order given. */
export const timesTold = (story: Story, earlier: readonly EarlierEpisode[]): Told[] =>
  earlier.flatMap(({ episode, date, stories }) => {
    const lines = stories.filter(each => isSameStory(story, each)).flatMap(each => each.lines)
    return lines.length === 0 ? [] : [{ episode, date, lines }]
  })

/** The latest earlier episode that told the story, with what its day is called today; null where none did. `earlier` is newest first, `today` YYYY-MM-DD. */
export function toldBefore(
  story: Story,
  earlier: readonly EarlierEpisode[],
  today: string
): (Told & { spokenDay: string }) | null {
  const [told] = timesTold(story, earlier)
  return told === undefined ? null : { ...told, spokenDay: spokenDaySince(told.date, today) }
}
