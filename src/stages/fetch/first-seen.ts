import type { FetchedFeed, RememberedFeed } from '../../domain/feed.ts'

/** Beside the items that the feed has now, so many that have left it: some feeds show them in turn. */
const MOST_LEFT = 500

/** Gives items without a date the time at which they were first seen. An item keeps it, also while the feed leaves it out. */
export function noteFirstSeen(
  feed: FetchedFeed,
  known: RememberedFeed | null,
  now: Date
): Pick<RememberedFeed, 'feed' | 'firstSeen'> {
  const before = known?.firstSeen ?? {}
  const undated = new Set(feed.items.filter(item => item.publishedAt === null).map(({ id }) => id))
  const left = Object.entries(before).filter(([id]) => !undated.has(id))
  const seen = [...undated].map(id => [id, before[id] ?? now.toISOString()] as const)
  const firstSeen = Object.fromEntries([...left.slice(-MOST_LEFT), ...seen])
  return {
    feed: {
      ...feed,
      items: feed.items.map(item =>
        undated.has(item.id) ? { ...item, firstSeenAt: firstSeen[item.id] } : item
      )
    },
    firstSeen
  }
}
