import type { FetchKind, HttpEntry } from '../../domain/http-entry.ts'
import type { ByteFetcher, FetchedBytes } from './ports.ts'

export interface FetchOptions {
  /** Opens every private address; `fetch.allow` and `isOwnHost` open some. */
  allowPrivateAddresses: boolean
  signal?: AbortSignal
  /** What is asked for; a feed where it is not said. */
  kind?: FetchKind
  /** The person who configured the address meant its host, private or not; where it redirects to is another matter. */
  isOwnHost?: boolean
  /** A person waits for this: a feed that failed often is asked all the same. */
  isByHand?: boolean
  /** An answer that this process was given in the last so many ms will do. */
  recentMs?: number
  /** Asked ahead of somebody who will ask the same soon: a failure is theirs as well, so that the server is not asked for it twice. */
  isAhead?: boolean
  /** At least so long between two requests to the host, as its robots.txt may ask. */
  pauseMs?: number
}

export interface FetchedAnswer extends FetchedBytes {
  /** Unchanged: the same bytes as the time before. */
  status: 'fresh' | 'unchanged'
  /** Why it was not asked, where it was not: "asked 3 minutes ago; not before 06:15 UTC". */
  reason: string | null
}

/** One for feeds, pages, images and robots.txt: remembers what it saw, and asks no host more often than it likes. */
export interface WebFetcher extends ByteFetcher {
  fetchBytes(url: string, options: FetchOptions): Promise<FetchedAnswer>
}

/** What is remembered of addresses. An entry that cannot be read counts as none. */
export interface HttpCache {
  find(url: string): Promise<{ entry: HttpEntry; body: Uint8Array | null } | null>
  /** `body`: where there is a new one; without it the one that is there is kept. */
  save(url: string, entry: HttpEntry, body?: Uint8Array): Promise<void>
  entries(): Promise<HttpEntry[]>
  /** Forgets what was not asked since; says how many addresses that were. */
  prune(unusedSince: Date): Promise<number>
}

/** May a page be fetched, after the robots.txt of its host? */
export type RobotsCheck = (
  url: string,
  options: FetchOptions
) => Promise<{
  allowed: boolean
  /** Why not; null where it is allowed. */
  reason: string | null
  /** Seconds between two requests, where the host asks for them. */
  crawlDelaySeconds: number | null
}>
