import { feedHealthOf } from '../../domain/feed-health.ts'
import type { FeedHealth } from '../../domain/feed-health.ts'
import type { HttpCache } from '../../stages/fetch/fetch-ports.ts'

/** Every feed that was ever asked, those that fail first. */
export async function listFeedHealth(cache: Pick<HttpCache, 'entries'>): Promise<FeedHealth[]> {
  const feeds = (await cache.entries()).filter(({ kind }) => kind === 'feed').map(feedHealthOf)
  return feeds.sort((a, b) => b.failures - a.failures || (a.url < b.url ? -1 : 1))
}
