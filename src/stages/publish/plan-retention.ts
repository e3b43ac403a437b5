import type { Episode } from '../../domain/episode.ts'
import { newestFirst } from './newest-first.ts'

/** Which episodes lose their audio: all but the newest `keep` of those that have theirs. One that was just made anew is spared this time. */
export const planRetention = (
  episodes: readonly Episode[],
  keep: number | undefined,
  justMade: string
): Episode[] =>
  keep === undefined
    ? []
    : episodes
        .filter(({ audioRemovedAt }) => audioRemovedAt === undefined)
        .toSorted(newestFirst)
        .slice(keep)
        .filter(({ episode }) => episode !== justMade)
