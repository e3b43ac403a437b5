import type { Candidate } from './build-candidate.ts'

export interface Scored {
  candidate: Candidate
  score: number
}

/** Each earlier choice from the same feed, or on the same topic, makes the next one worth less; the less, the more outlets have it. */
const SAME_FEED = 0.8
const SAME_TOPIC = 0.88

const feedOf = ({ candidate }: Scored): string => candidate.items[0]?.feedId ?? ''

function worth(story: Scored, chosen: readonly Scored[]): number {
  const feed = chosen.filter(other => feedOf(other) === feedOf(story)).length
  const { topic } = story.candidate
  const related = topic === null ? 0 : chosen.filter(other => other.candidate.topic === topic).length
  return story.score * (SAME_FEED ** feed * SAME_TOPIC ** related) ** (1 / story.candidate.items.length)
}

/** What is chosen to fill the time must have something to fill it with. */
const FULL_WORDS = 60
const fill = ({ candidate }: Scored): number => 0.3 + 0.7 * Math.min(1, candidate.words / FULL_WORDS)

const firstBy = (a: Scored, b: Scored): number => (a.candidate.id < b.candidate.id ? -1 : 1)

/**
 * Takes `wanted` stories, the most worth first, with an eye to variety; then more, up to `most`, for as long as
 * `hasEnough` says that the chosen ones cannot fill the time.
 */
export function chooseStories(
  stories: readonly Scored[],
  wanted: number,
  most: number,
  hasEnough: (chosen: readonly Scored[]) => boolean
): Scored[] {
  const left = [...stories].sort(firstBy)
  const chosen: Scored[] = []
  while (left.length > 0 && chosen.length < most && (chosen.length < wanted || !hasEnough(chosen))) {
    const isReserve = chosen.length >= wanted
    const values = left.map(story => worth(story, chosen) * (isReserve ? fill(story) : 1))
    const best = values.indexOf(Math.max(...values))
    chosen.push(...left.splice(best, 1))
  }
  return chosen
}
