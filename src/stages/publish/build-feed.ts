import { generateRssFeed } from 'feedsmith'
import { describeFeedItem } from './describe-feed-item.ts'
import { describeFeed, type FeedInput } from './describe-feed.ts'
import { feedLinks, feedPageName } from './feed-links.ts'
import { newestFirst } from './newest-first.ts'
import { tidyFeedXml } from './tidy-feed-xml.ts'

/**
 * A quarter of a year of a daily show. Apps read the first page at every look and mostly that alone, so that it must
 * hold what people still go back to, and stay small: with the notes of six stories each it measures 640 KB, 95 KB packed.
 */
export const EPISODES_PER_PAGE = 100

export interface FeedPage {
  /** File in the show's folder. */
  readonly name: string
  /** Made when it is asked for, so that a long archive does not hold up everything else. */
  readonly xml: string
}

/**
 * The feed of a show: RSS 2.0 with the tags of Apple and Podcasting 2.0, newest episode first, one page or more.
 * Throws a StageError where the show cannot stand in a feed.
 */
export function buildFeed(input: FeedInput, perPage = EPISODES_PER_PAGE): FeedPage[] {
  const { show, publicUrl, hubs } = input
  const episodes = input.episodes.toSorted(newestFirst)
  const channel = describeFeed({ ...input, episodes })
  const last = Math.max(1, Math.ceil(episodes.length / perPage))
  return Array.from({ length: last }, (_, index) => {
    const links = feedLinks({ publicUrl, show: show.id, hubs }, { page: index + 1, last })
    const listed = episodes.slice(index * perPage, (index + 1) * perPage)
    return {
      name: feedPageName(index + 1),
      get xml() {
        const items = listed.map(episode => describeFeedItem(episode, publicUrl))
        return tidyFeedXml(generateRssFeed({ ...channel, atom: { links }, items }))
      }
    }
  })
}
