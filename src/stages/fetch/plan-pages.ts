import type { Item } from '../../domain/feed.ts'
import type { PageWish } from '../../domain/page-decision.ts'
import { buildGroupCandidate } from './build-candidate.ts'
import type { Candidate } from './build-candidate.ts'
import { chooseStories } from './choose-stories.ts'
import { ageOf, planClock } from './freshness.ts'
import { groupItems } from './group-items.ts'
import { unchangedFunnel } from './offer.ts'
import type { RundownRequest } from './plan-rundown.ts'
import { scoreStory, standingOf } from './score-story.ts'
import { mostStories } from './share-air-time.ts'
import { sortItems } from './sort-items.ts'
import { partWanted, wishFactor } from './topic-wishes.ts'

/** Stories whose pages are read, for each one that is wanted: pages decide which of them have something to tell. */
const TIMES_WANTED = 2
const MOST_PAGES = 40
/** Nobody's server is asked for more at a time. */
const MOST_OF_ONE_HOST = 10
/** Until its page is read, every story counts as one with enough to tell. */
const ENOUGH_WORDS = 80

/** The stories that would be told if each had enough to tell, best first. */
function promising(request: RundownRequest): Candidate[] {
  const { show, feeds, now } = request
  if (unchangedFunnel(request) !== null) return []
  const { usable, headlines } = sortItems(feeds.flatMap(feed => feed.items))
  const { fresh } = groupItems([...usable, ...headlines], request)
  const candidates = partWanted(fresh.map(buildGroupCandidate), show).wanted.map(candidate => ({
    ...candidate,
    words: Math.max(candidate.words, ENOUGH_WORDS)
  }))
  const clock = planClock(candidates, now, show.stories)
  const standing = standingOf(show, feeds)
  const scored = candidates.flatMap(candidate => {
    const age = ageOf(candidate, clock, now)
    if (age !== null && age > clock.maxAgeHours) return []
    return [{ candidate, score: scoreStory(candidate, age, standing) * wishFactor(candidate, show) }]
  })
  const wanted = Math.min(show.stories, mostStories(show.minutes)) * TIMES_WANTED
  return chooseStories(scored, wanted, wanted, () => true).map(({ candidate }) => candidate)
}

const isOnWeb = (url: string): boolean => /^https?:/i.test(url)

/** Whose feed came from the web and lets its pages be read. */
const openFeeds = ({ show, feeds }: RundownRequest): Set<string> => {
  const open = new Set(
    show.feeds.filter(({ url, pages = true }) => pages && isOnWeb(url)).map(({ url }) => url)
  )
  return new Set(feeds.filter(({ url }) => open.has(url)).map(({ feedId }) => feedId))
}

function wishOf(item: Item, open: ReadonlySet<string>): PageWish[] {
  if (item.substance === 'full' || item.url === null || !open.has(item.feedId)) return []
  return [{ itemId: item.id, feedId: item.feedId, url: item.url }]
}

/** Which pages to read, those of the best stories first; a feed that carries whole articles needs none. Pure. */
export function planPages(request: RundownRequest): PageWish[] {
  const open = openFeeds(request)
  const asked = new Set<string>()
  const ofHost = new Map<string, number>()
  return promising(request)
    .flatMap(({ items }) => items.flatMap(item => wishOf(item, open)))
    .filter(({ url }) => {
      const { host } = new URL(url)
      const count = (ofHost.get(host) ?? 0) + 1
      if (asked.has(url) || count > MOST_OF_ONE_HOST) return false
      asked.add(url)
      ofHost.set(host, count)
      return true
    })
    .slice(0, MOST_PAGES)
}
