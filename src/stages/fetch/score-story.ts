import type { FetchedFeed } from '../../domain/feed.ts'
import type { Show } from '../../domain/show.ts'
import type { Candidate } from './build-candidate.ts'
import { freshnessOf } from './freshness.ts'
import { newsFactor } from './news-factor.ts'

const MAX_COUNTED_OUTLETS = 4
const EACH_OUTLET = 1
const ENOUGH_WORDS = 80
const PLACE = 0.4

/** What is known of feeds and items beyond the stories themselves. */
export interface Standing {
  /** Configured weight of a feed. */
  weightOf(feedId: string): number
  /** 1 for the first item of a feed, falling to 0 for the last: editors put first what matters. */
  placeOf(itemId: string): number
}

export function standingOf(show: Show, feeds: readonly FetchedFeed[]): Standing {
  const byUrl = new Map(show.feeds.map(({ url, weight }) => [url, weight]))
  const weights = new Map(feeds.map(feed => [feed.feedId, byUrl.get(feed.url) ?? 1]))
  const places = new Map(
    feeds.flatMap(({ items }) => items.map((item, at) => [item.id, 1 - at / items.length] as const))
  )
  return { weightOf: feedId => weights.get(feedId) ?? 1, placeOf: itemId => places.get(itemId) ?? 0 }
}

/**
 * How much a story is worth telling: outlets, freshness, substance and place in its feed, times the weight of its best
 * feed; opinion is worth less.
 */
export function scoreStory(candidate: Candidate, ageHours: number | null, standing: Standing): number {
  const { items } = candidate
  const outlets = (Math.min(items.length, MAX_COUNTED_OUTLETS) - 1) * EACH_OUTLET
  const substance = Math.min(1, candidate.words / ENOUGH_WORDS)
  const place = PLACE * Math.max(...items.map(item => standing.placeOf(item.id)))
  const weight = Math.max(...items.map(item => standing.weightOf(item.feedId)))
  const news = Math.max(...items.map(newsFactor))
  return weight * news * (outlets + freshnessOf(ageHours) + substance + place)
}
