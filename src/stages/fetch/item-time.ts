import type { Item } from '../../domain/feed.ts'

/** When an item came out, or was first seen where its feed does not say; ISO 8601, null where neither is known. */
export const itemTime = ({
  publishedAt,
  firstSeenAt
}: Pick<Item, 'publishedAt' | 'firstSeenAt'>): string | null => publishedAt ?? firstSeenAt ?? null

/** For sorting: the newest first; what has no time last. */
export const newestItemFirst = (a: Item, b: Item): number =>
  (itemTime(b) ?? '').localeCompare(itemTime(a) ?? '') || (a.id < b.id ? -1 : 1)
