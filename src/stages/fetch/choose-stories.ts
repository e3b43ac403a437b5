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

/** Of the stories that one outlet alone has, no feed leads more than this share while others have something near as good. */
const MOST_OF_ONE_FEED = 0.4
const NEAR_AS_GOOD = 0.25

/** Has the feed that leads a story had its share? What several outlets have is nobody's share. */
function isOver(
  story: Scored | undefined,
  chosen: readonly Scored[],
  wanted: number,
  feeds: number
): boolean {
  if (story === undefined || story.candidate.items.length > 1) return false
  const own = chosen.filter(other => feedOf(other) === feedOf(story) && other.candidate.items.length === 1)
  return own.length >= Math.max(1, Math.ceil(wanted * MOST_OF_ONE_FEED), Math.ceil(wanted / feeds))
}

/** The place of the best; of the best that is within its feed's share, where that is near as good. */
function pickBest(values: readonly number[], isOver: (at: number) => boolean): number {
  const highest = Math.max(...values)
  const within = values.map((value, at) => (isOver(at) ? 0 : value))
  const best = Math.max(...within)
  return best >= highest * NEAR_AS_GOOD ? within.indexOf(best) : values.indexOf(highest)
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
  const feeds = new Set(stories.map(feedOf)).size
  const chosen: Scored[] = []
  while (left.length > 0 && chosen.length < most && (chosen.length < wanted || !hasEnough(chosen))) {
    const isReserve = chosen.length >= wanted
    const values = left.map(story => worth(story, chosen) * (isReserve ? fill(story) : 1))
    const share = Math.max(wanted, chosen.length + 1)
    const best = pickBest(values, at => isOver(left[at], chosen, share, feeds))
    chosen.push(...left.splice(best, 1))
  }
  return chosen
}
