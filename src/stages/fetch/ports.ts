import type { FeedKind, Item, RememberedFeed } from '../../domain/feed.ts'
import type { Rundown } from '../../domain/rundown.ts'
import type { TextDecision } from './decide-text.ts'
import type { FetchOptions } from './fetch-ports.ts'
import type { FeedOrigin, MadeFeed } from './make-feed.ts'
import type { PageText } from './page-ports.ts'
import type { PageWish } from '../../domain/page-decision.ts'
import type { RundownRequest } from './plan-rundown.ts'

export interface FetchedBytes {
  bytes: Uint8Array
  /** The Content-Type header as sent, or null. */
  contentType: string | null
  /** The address after redirects. */
  finalUrl: string
  /** Unchanged: the same bytes as the time before. */
  status?: 'fresh' | 'unchanged'
  /** Why it was not asked, where it was not. */
  reason?: string | null
}

/** Brings the bytes behind an address, within limits of size and time; throws a StageError that says what was wrong. */
export interface ByteFetcher {
  fetchBytes(url: string, options: FetchOptions): Promise<FetchedBytes>
  /** Told by whoever read the bytes: an address that answers with what cannot be read fails as well. `wrong`: null where it was read. */
  noteRead?(url: string, wrong: string | null): Promise<void>
}

/** An entry as the feed has it: strings are untrusted and may hold markup. */
export interface RawItem {
  guid: string | null
  title: string
  url: string | null
  date: string | null
  categories: string[]
  /** The longest body that the entry has: HTML or text. */
  content: string
}

export interface RawFeed {
  kind: FeedKind
  title: string
  link: string | null
  /** Items that the feed has. */
  found: number
  /** The first 500 of them. */
  items: RawItem[]
}

/** Decodes and parses the bytes of a feed, off the main thread; throws where they are none. */
export interface FeedReader {
  readFeed(bytes: Uint8Array, contentType: string | null): Promise<RawFeed>
}

/** What feeds gave the last time. One that cannot be read counts as forgotten. */
export interface FeedMemory {
  find(feedId: string): Promise<RememberedFeed | null>
  keep(feedId: string, feed: RememberedFeed): Promise<void>
}

/** The work on news that takes long for the event loop; off the main thread where it can be. */
export interface NewsDesk {
  /** The feed's plain name, and its entries as items, at most 500, each id once. */
  feed(raw: RawFeed, origin: FeedOrigin): Promise<MadeFeed>
  /** Which pages are worth reading before the rundown is made. */
  pages(request: RundownRequest): Promise<PageWish[]>
  /** What to tell of an item whose page was read. */
  text(item: Item, page: PageText): Promise<TextDecision>
  /** Said by whoever will soon ask: a thread takes half a second to start. */
  warm?(): void
  /** Throws a StageError where there is nothing to tell. */
  rundown(request: RundownRequest): Promise<Omit<Rundown, 'inputHash'>>
}
