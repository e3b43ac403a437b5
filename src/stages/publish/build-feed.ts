import { generateRssFeed } from 'feedsmith'
import type { Episode } from '../../domain/episode.ts'
import { describeFeedItem } from './describe-feed-item.ts'
import { describeFeed, type FeedInput } from './describe-feed.ts'
import { tidyFeedXml } from './tidy-feed-xml.ts'

const newestFirst = (a: Episode, b: Episode): number =>
  Date.parse(b.publishedAt) - Date.parse(a.publishedAt) ||
  b.episode.localeCompare(a.episode, 'en', { numeric: true })

/** feed.xml of a show: RSS 2.0 with the tags of Apple and Podcasting 2.0, newest episode first. Throws a StageError where the show cannot stand in a feed. */
export function buildFeed(input: FeedInput): string {
  const episodes = input.episodes.toSorted(newestFirst)
  const feed = describeFeed({ ...input, episodes })
  const items = episodes.map(episode => describeFeedItem(episode, input.publicUrl))
  return tidyFeedXml(generateRssFeed({ ...feed, items }))
}
