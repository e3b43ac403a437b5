import type { Assignment } from '../../ports.ts'
import type { StoryPool } from '../choose/story-pool.ts'
import { composeEpisode, type Composed } from './compose-episode.ts'
import { estimateSeconds, type SecondsToSay } from './estimate-seconds.ts'
import { mannerOf } from './manner.ts'
import { pickStories, storyCount, tellablesOf } from './pick-stories.ts'

const TRIES = 8
const CLOSE_ENOUGH = 0.015
const FAR = 0.03
const MOST_STRETCH = 4
/** Welcome, line-up and close. */
const FRAME_SECONDS = 40
const LEAST_STORY_SECONDS = 15
const MOST_COUNTS = 6

const wishedSeconds = ({ show, soundSeconds = 0 }: Assignment): number => show.minutes * 60 - soundSeconds

const secondsOf = ({ opening, stories, close }: Composed, secondsToSay: SecondsToSay): number =>
  estimateSeconds([opening, ...stories.map(({ parts }) => parts), close], secondsToSay)

/** Is an episode about as long as the show asks, or longer? */
export const isFilled = (assignment: Assignment, composed: Composed, secondsToSay: SecondsToSay): boolean =>
  secondsOf(composed, secondsToSay) >= wishedSeconds(assignment) * (1 - FAR)

interface Fitted {
  composed: Composed
  seconds: number
}

/** Stretches the stories' budgets until the episode is as long as wished, or their material is used up; the closest is kept. */
function fitStories(
  pools: readonly StoryPool[],
  wished: number,
  composeAt: (pools: readonly StoryPool[], stretch: number) => Fitted
): Fitted {
  const missBy = ({ seconds }: Fitted): number => Math.abs(seconds / wished - 1)
  const budget = pools.reduce((sum, { story }) => sum + story.budgetSeconds, 0)
  let stretch = (0.85 * Math.max(wished - FRAME_SECONDS, wished / 3)) / Math.max(1, budget)
  let best = composeAt(pools, stretch)
  for (let attempt = 1, last = best; attempt < TRIES && missBy(best) > CLOSE_ENOUGH; attempt++) {
    stretch = Math.min(MOST_STRETCH, Math.max(0.1, stretch * (wished / last.seconds) ** 1.2))
    last = composeAt(pools, stretch)
    if (missBy(last) < missBy(best)) best = last
  }
  return best
}

/**
 * Composes an episode as long as the show asks: of as many stories as the show wishes and the minutes allow, of more
 * where those have too little to say, of fewer where they do not fit.
 */
export function fitLength(
  assignment: Assignment,
  pools: readonly StoryPool[],
  paceOf: (host: string) => number,
  secondsToSay: SecondsToSay
): Composed {
  const { show, rundown } = assignment
  const wished = wishedSeconds(assignment)
  const paces = show.hosts.map(({ name }) => paceOf(name))
  const pace = paces.reduce((sum, each) => sum + each, 0) / paces.length
  const composeAt = (chosen: readonly StoryPool[], stretch: number): Fitted => {
    const wordsOf = ({ story }: StoryPool): number =>
      (Math.max(LEAST_STORY_SECONDS, story.budgetSeconds * stretch) * pace) / 60
    const composed = composeEpisode(assignment, chosen, wordsOf)
    return { composed, seconds: secondsOf(composed, secondsToSay) }
  }
  const tellables = tellablesOf(pools, pace)
  const opener = rundown.stories[0]?.id
  const tried = new Map<number, Fitted>()
  const manner = mannerOf(show.format)
  const asked = Math.ceil(show.stories * manner.storyShare)
  let count = storyCount(tellables, Math.max(wished - FRAME_SECONDS, 1), asked, manner)
  while (tried.size < MOST_COUNTS && count > 0 && count <= tellables.length && !tried.has(count)) {
    const fitted = fitStories(pickStories(tellables, count, opener, manner.depthSeconds), wished, composeAt)
    tried.set(count, fitted)
    if (Math.abs(fitted.seconds / wished - 1) <= FAR) break
    count += fitted.seconds > wished ? -1 : 1
  }
  const missBy = ({ seconds }: Fitted): number => Math.abs(seconds / wished - 1)
  const [best] = [...tried.values()].sort((a, b) => missBy(a) - missBy(b))
  return best?.composed ?? composeAt(pools, 1).composed
}
