import { estimateSeconds, type SecondsToSay } from './estimate-seconds.ts'
import type { Composed } from './compose-episode.ts'
import { composeEpisode } from './compose-episode.ts'
import type { Assignment } from '../../ports.ts'
import type { StoryPool } from '../choose/story-pool.ts'

const TRIES = 8
const CLOSE_ENOUGH = 0.015
const MOST_STRETCH = 3

/** Composes until the episode is as long as the show asks, or its material is used up; the closest is kept. */
export function fitLength(
  assignment: Assignment,
  pools: readonly StoryPool[],
  paceOf: (host: string) => number,
  secondsToSay: SecondsToSay
): Composed {
  const wishedSeconds = assignment.show.minutes * 60 - (assignment.soundSeconds ?? 0)
  const paces = assignment.show.hosts.map(({ name }) => paceOf(name))
  const pace = paces.reduce((sum, each) => sum + each, 0) / paces.length
  const composeAt = (stretch: number) => {
    const composed = composeEpisode(
      assignment,
      pools,
      pool => ((pool.story.budgetSeconds * pace) / 60) * stretch
    )
    const segments = [composed.opening, ...composed.stories.map(({ parts }) => parts), composed.close]
    return { composed, seconds: estimateSeconds(segments, secondsToSay) }
  }
  const missBy = ({ seconds }: { seconds: number }): number => Math.abs(seconds / wishedSeconds - 1)
  let stretch = 0.85
  let best = composeAt(stretch)
  for (let attempt = 1, last = best; attempt < TRIES && missBy(best) > CLOSE_ENOUGH; attempt++) {
    stretch = Math.min(MOST_STRETCH, Math.max(0.2, stretch * (wishedSeconds / last.seconds) ** 1.2))
    last = composeAt(stretch)
    if (missBy(last) < missBy(best)) best = last
  }
  return best.composed
}
