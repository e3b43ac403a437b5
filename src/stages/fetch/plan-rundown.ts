import type { FetchedFeed, Item } from '../../domain/feed.ts'
import type { LeftOut, Rundown, Story } from '../../domain/rundown.ts'
import type { Show } from '../../domain/show.ts'
import { buildCandidate, buildGroupCandidate } from './build-candidate.ts'
import type { Candidate } from './build-candidate.ts'
import { buildStory } from './build-story.ts'
import { chooseStories } from './choose-stories.ts'
import type { Scored } from './choose-stories.ts'
import { ageOf, outscored, planClock, tooOld } from './freshness.ts'
import type { Clock } from './freshness.ts'
import { groupItems } from './group-items.ts'
import { offerOf, unchangedFunnel } from './offer.ts'
import { orderStories } from './order-stories.ts'
import { noFeedAnswered, nothingToTell } from './rundown-errors.ts'
import type { FeedFailure } from './rundown-errors.ts'
import { scoreStory, standingOf } from './score-story.ts'
import { mostStories, shareAirTime, storySeconds, usableSeconds } from './share-air-time.ts'
import { sortItems } from './sort-items.ts'
import type { ToldStory } from './told-story.ts'
import { partWanted, wishFactor } from './topic-wishes.ts'

export interface RundownRequest {
  show: Show
  episode: string
  /** Calendar day that the hosts say, YYYY-MM-DD. */
  date: string
  now: Date
  feeds: readonly FetchedFeed[]
  failures: readonly FeedFailure[]
  /** What earlier episodes told; absent where that may be told again. */
  told?: readonly ToldStory[]
  /** That of the latest episode; nothing is told where there is no more than it could choose from. */
  last?: Rundown | null
}

const HEADLINE_ALONE = 'only a headline, with nothing to tell it from'

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

const byUrl = (a: FetchedFeed, b: FetchedFeed): number => (a.url < b.url ? -1 : 1)

/**
 * Chooses and orders the stories of an episode. Pure: the same request gives the same rundown, whatever the order of the
 * feeds. No stories where all that could be told was told before, or where nothing has changed since; throws a StageError where no feed answered or no item
 * has anything to tell.
 */
export function planRundown(unordered: RundownRequest): Omit<Rundown, 'inputHash'> {
  const request = { ...unordered, feeds: [...unordered.feeds].sort(byUrl) }
  const { show, feeds, failures } = request
  if (feeds.length === 0) throw noFeedAnswered(show.id, failures)
  const about = { show: show.id, episode: request.episode, date: request.date, offer: offerOf(show, feeds) }
  const unchanged = unchangedFunnel(request)
  if (unchanged !== null) return { ...about, stories: [], funnel: unchanged }
  const sorted = sortItems(feeds.flatMap(feed => feed.items))
  if (sorted.usable.length === 0) throw nothingToTell(show.id, sorted, failures)
  const { fresh, told } = groupItems(sorted.usable, request)
  const { wanted, unwanted } = partWanted(fresh.map(buildGroupCandidate), show)
  const { tellable, untellable } = partTellable(wanted)
  const { scored, old, clock } = scoreAll(tellable, request)
  const chosen = orderStories(choose(scored, show))
  const stories = toStories(chosen, show, rightsOf(request))
  return {
    ...about,
    stories,
    funnel: {
      feedsAsked: feeds.length + failures.length,
      feedsAnswered: feeds.length,
      feedsUnchanged: feeds.filter(({ unchanged }) => unchanged).length,
      feedsFailed: [...failures],
      itemsSeen: sorted.seen,
      itemsTold: told.flat().length,
      itemsHeadlineOnly: sorted.headlines.length,
      itemsNew: sum(feeds.map(feed => feed.newItems ?? feed.items.length)),
      itemsClustered: sorted.usable.length,
      itemsFullText: sorted.usable.filter(({ substance }) => substance === 'full').length,
      itemsOld: old.reduce((sum, { items }) => sum + items, 0),
      stories: fresh.length + told.length,
      storiesScored: scored.length,
      storiesChosen: stories.length,
      storiesLeftOut: [
        ...told.map(group => leftOut(buildCandidate(group), 'told in an earlier episode')),
        ...old.map(({ reason }) => reason),
        ...notChosen(scored, chosen, clock),
        ...unwanted.map(({ candidate, topic }) =>
          leftOut(candidate, `on "${topic}", which the show leaves out`)
        ),
        ...untellable.map(candidate => leftOut(candidate, 'no sentence of it can be said as news')),
        ...sorted.headlines.map(({ title, outlet }) => ({ title, outlet, reason: HEADLINE_ALONE })),
        ...sorted.leftOut
      ]
    }
  }
}

/** A story with fewer words that can be said is none, while there are others. */
const LEAST_WORDS = 8

function partTellable(candidates: Candidate[]): { tellable: Candidate[]; untellable: Candidate[] } {
  const tellable = candidates.filter(({ words }) => words >= LEAST_WORDS)
  return tellable.length === 0
    ? { tellable: candidates, untellable: [] }
    : { tellable, untellable: candidates.filter(({ words }) => words < LEAST_WORDS) }
}

interface Scores {
  scored: Scored[]
  old: { reason: LeftOut; items: number }[]
  clock: Clock
}

function scoreAll(candidates: Candidate[], { show, feeds, now }: RundownRequest): Scores {
  const clock = planClock(candidates, now, show.stories)
  const standing = standingOf(show, feeds)
  const scored: Scored[] = []
  const old: Scores['old'] = []
  for (const candidate of candidates) {
    const age = ageOf(candidate, clock, now)
    if (age !== null && age > clock.maxAgeHours)
      old.push({ reason: leftOut(candidate, tooOld(age, clock)), items: candidate.items.length })
    else scored.push({ candidate, score: scoreStory(candidate, age, standing) * wishFactor(candidate, show) })
  }
  return { scored, old, clock }
}

/** What is sayable on paper is not all told: there is to be more than fits. */
const RESERVE = 2
const MOST_TIMES = 3

/** As many as the show asks for; up to three times as many where those have too few words for its minutes. */
function choose(scored: Scored[], { stories, minutes }: Show): Scored[] {
  const wanted = Math.min(stories, mostStories(minutes))
  const hasEnough = (chosen: readonly Scored[]): boolean =>
    chosen.reduce((sum, { candidate }) => sum + usableSeconds(candidate, minutes), 0) >=
    RESERVE * storySeconds(minutes)
  return chooseStories(scored, wanted, stories * MOST_TIMES, hasEnough)
}

/** What the feed of an item says of its use. */
function rightsOf({ show, feeds }: RundownRequest): (item: Item) => Pick<Item, 'excerpt' | 'cite'> {
  const sources = new Map(show.feeds.map(source => [source.url, source]))
  const byFeed = new Map(feeds.map(({ feedId, url }) => [feedId, sources.get(url)]))
  return ({ feedId }) => {
    const { excerpt, cite } = byFeed.get(feedId) ?? {}
    return { ...(excerpt === undefined ? {} : { excerpt }), ...(cite === undefined ? {} : { cite }) }
  }
}

function toStories(chosen: Scored[], { minutes }: Show, rights: ReturnType<typeof rightsOf>): Story[] {
  const budgets = shareAirTime(
    minutes,
    chosen.map(({ candidate }) => candidate)
  )
  return chosen.map(({ candidate, score }, at) => {
    const story = buildStory(candidate, score, budgets[at] ?? 0)
    return { ...story, items: story.items.map(item => ({ ...item, ...rights(item) })) }
  })
}

const leftOut = (candidate: Candidate, reason: string): LeftOut => ({
  title: candidate.items[0]?.title ?? '',
  outlet: candidate.items[0]?.outlet ?? '',
  reason
})

const notChosen = (scored: Scored[], chosen: Scored[], clock: Clock): LeftOut[] =>
  scored
    .filter(story => !chosen.includes(story))
    .sort((a, b) => b.score - a.score)
    .map(({ candidate, score }) => leftOut(candidate, outscored(score, clock)))
