import type { FeedKind } from '../../domain/feed.ts'

export interface FetchedBytes {
  bytes: Uint8Array
  /** The Content-Type header as sent, or null. */
  contentType: string | null
  /** The address after redirects. */
  finalUrl: string
}

/** Brings the bytes behind an address, within limits of size and time; throws a StageError that says what was wrong. */
export interface ByteFetcher {
  fetchBytes(
    url: string,
    options: { allowPrivateAddresses: boolean; signal?: AbortSignal }
  ): Promise<FetchedBytes>
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
  items: RawItem[]
}

/** Parses decoded feed text; throws where it is not a feed. */
export interface FeedReader {
  readFeed(text: string): Promise<RawFeed>
}
