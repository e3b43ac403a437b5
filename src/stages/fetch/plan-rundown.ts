import type { FetchedFeed, Item } from '../../domain/feed.ts'
import type { LeftOut, Rundown, Story } from '../../domain/rundown.ts'
import type { Show } from '../../domain/show.ts'
import { buildCandidate } from './build-candidate.ts'
import type { Candidate } from './build-candidate.ts'
import { chooseStories } from './choose-stories.ts'
import type { Scored } from './choose-stories.ts'
import { clusterItems } from './cluster-items.ts'
import { ageOf, outscored, planClock, tooOld } from './freshness.ts'
import type { Clock } from './freshness.ts'
import { orderStories } from './order-stories.ts'
import { noFeedAnswered, nothingToTell } from './rundown-errors.ts'
import type { FeedFailure } from './rundown-errors.ts'
import { scoreStory, standingOf } from './score-story.ts'
import { mostStories, shareAirTime, storySeconds, usableSeconds } from './share-air-time.ts'
import { sortItems } from './sort-items.ts'

export interface RundownRequest {
  show: Show
  episode: string
  /** Calendar day that the hosts say, YYYY-MM-DD. */
  date: string
  now: Date
  feeds: readonly FetchedFeed[]
  failures: readonly FeedFailure[]
  /** Ids of items that earlier episodes rest on. */
  toldItemIds: ReadonlySet<string>
}

/**
 * Chooses and orders the stories of an episode. Pure: the same request gives the same rundown. No stories where all
 * that could be told was told before; throws a StageError where no feed answered or no item has anything to tell.
 */
export function planRundown(request: RundownRequest): Omit<Rundown, 'inputHash'> {
  if (request.feeds.length === 0) throw noFeedAnswered(request.show.id, request.failures)
  const sorted = sortItems(request.feeds.flatMap(feed => feed.items))
  if (sorted.usable.length === 0) throw nothingToTell(request.show.id, sorted, request.failures)
  const { fresh, told } = partTold(clusterItems(sorted.usable), request.toldItemIds)
  const { tellable, untellable } = partTellable(fresh.map(buildCandidate))
  const { scored, old, clock } = scoreAll(tellable, request)
  const chosen = orderStories(choose(scored, request.show))
  const stories = toStories(chosen, request.show)
  return {
    show: request.show.id,
    episode: request.episode,
    date: request.date,
    stories,
    funnel: {
      feedsAsked: request.feeds.length + request.failures.length,
      feedsAnswered: request.feeds.length,
      feedsFailed: [...request.failures],
      itemsSeen: sorted.seen,
      itemsTold: told.flat().length,
      itemsHeadlineOnly: sorted.headlines,
      itemsOld: old.reduce((sum, { items }) => sum + items, 0),
      stories: fresh.length + told.length,
      storiesChosen: stories.length,
      storiesLeftOut: [
        ...told.map(group => leftOut(buildCandidate(group), 'told in an earlier episode')),
        ...old.map(({ reason }) => reason),
        ...notChosen(scored, chosen, clock),
        ...untellable.map(candidate => leftOut(candidate, 'no sentence of it can be said as news')),
        ...sorted.leftOut
      ]
    }
  }
}

/** A story is told when any of its items was: other outlets' versions of it are not news. */
function partTold(groups: Item[][], told: ReadonlySet<string>): { fresh: Item[][]; told: Item[][] } {
  const wasTold = (group: Item[]): boolean => group.some(item => told.has(item.id))
  return { fresh: groups.filter(group => !wasTold(group)), told: groups.filter(wasTold) }
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
    else scored.push({ candidate, score: scoreStory(candidate, age, standing) })
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

function toStories(chosen: Scored[], { minutes }: Show): Story[] {
  const budgets = shareAirTime(
    minutes,
    chosen.map(({ candidate }) => candidate)
  )
  return chosen.map(({ candidate, score }, at) => ({
    id: candidate.id,
    title: candidate.items[0]?.title ?? '',
    items: candidate.items,
    outlets: candidate.items.map(item => item.outlet),
    topic: candidate.topic,
    score: Number(score.toFixed(4)),
    budgetSeconds: budgets[at] ?? 0
  }))
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
