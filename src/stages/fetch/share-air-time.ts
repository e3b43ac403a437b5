import type { Candidate } from './build-candidate.ts'

/** Welcome, line-up, close and music. */
const FRAME_SECONDS = 45
const WORDS_PER_SECOND = 2.6
/** Handing a story over and naming its source. */
const HANDOVER_SECONDS = 4
const MIN_STORY_SECONDS = 22
/** No story fills more of the episode than this, while others have something to say. */
const MAX_SHARE = 0.35

/** Seconds of an episode that stories may fill. */
export const storySeconds = (minutes: number): number =>
  Math.max(MIN_STORY_SECONDS, minutes * 60 - FRAME_SECONDS)

/** What one story could fill: as much as its items have words for that can be said. */
export const capacitySeconds = (candidate: Candidate): number =>
  HANDOVER_SECONDS + candidate.words / WORDS_PER_SECOND

/** The same, but no more than its share of an episode. */
export const usableSeconds = (candidate: Candidate, minutes: number): number =>
  Math.min(capacitySeconds(candidate), storySeconds(minutes) * MAX_SHARE)

/** Stories so many that each still has time to say something. */
export const mostStories = (minutes: number): number =>
  Math.max(1, Math.floor(storySeconds(minutes) / MIN_STORY_SECONDS))

const wish = (candidate: Candidate): number =>
  Math.sqrt(capacitySeconds(candidate)) * (1 + 0.3 * (candidate.items.length - 1))

/** Shares `seconds` by wish; what one story cannot use goes to the others. */
function share(
  seconds: number,
  stories: readonly Candidate[],
  limit: (story: Candidate) => number
): Map<Candidate, number> {
  const budgets = new Map<Candidate, number>()
  let open = [...stories]
  let left = seconds
  while (open.length > 0) {
    const wishes = open.reduce((sum, story) => sum + wish(story), 0)
    const perWish = left / wishes
    const full = open.filter(story => limit(story) <= wish(story) * perWish)
    if (full.length === 0) for (const story of open) budgets.set(story, wish(story) * perWish)
    for (const story of full) {
      budgets.set(story, limit(story))
      left -= limit(story)
    }
    open = full.length === 0 ? [] : open.filter(story => !full.includes(story))
  }
  return budgets
}

/**
 * Seconds for each story, in their order, whole: they add up to the show's length less its frame, or to what the
 * stories have words for where that is less.
 */
export function shareAirTime(minutes: number, stories: readonly Candidate[]): number[] {
  const seconds = storySeconds(minutes)
  const canFill = stories.reduce(
    (sum, story) => sum + Math.min(capacitySeconds(story), seconds * MAX_SHARE),
    0
  )
  const limit = (story: Candidate): number =>
    canFill >= seconds ? Math.min(capacitySeconds(story), seconds * MAX_SHARE) : capacitySeconds(story)
  const budgets = share(seconds, stories, limit)
  return inWhole(stories.map(story => budgets.get(story) ?? 0))
}

/** Each rounded, so that what is lost of one goes to the next and the sum stays. */
function inWhole(seconds: readonly number[]): number[] {
  let sum = 0
  return seconds.map(each => {
    const before = Math.round(sum)
    sum += each
    return Math.round(sum) - before
  })
}
