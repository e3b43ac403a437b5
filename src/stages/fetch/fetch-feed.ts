import type { FetchedFeed } from '../../domain/feed.ts'
import { sha256 } from '../../domain/hash.ts'
import type { FeedSource } from '../../domain/show.ts'
import { StageError } from '../../domain/stage-error.ts'
import { buildItems } from './build-items.ts'
import { decodeText } from './decode-text.ts'
import { titleToPlain } from './html-to-plain.ts'
import { outletName } from './outlet-name.ts'
import type { ByteFetcher, FeedReader, RawFeed } from './ports.ts'

export interface FetchFeedOptions {
  allowPrivateAddresses: boolean
  signal?: AbortSignal
}

export interface FetchFeedPorts {
  fetcher: ByteFetcher
  reader: FeedReader
}

/** Names the artefact of a feed: 16 hexadecimal digits, the same for the same configured address. */
export const feedIdOf = (url: string): string => sha256(url).slice(0, 16)

/** Brings one feed and makes its items. Throws a StageError that names the feed and what was wrong with it. */
export async function fetchFeed(
  source: FeedSource,
  options: FetchFeedOptions,
  { fetcher, reader }: FetchFeedPorts
): Promise<FetchedFeed> {
  const { bytes, contentType, finalUrl } = await fetcher.fetchBytes(source.url, options)
  const raw = await readNamed(source.url, decodeText(bytes, contentType), reader)
  options.signal?.throwIfAborted()
  const outlet = outletName(source.title, raw.title, finalUrl)
  const feed = { feedId: feedIdOf(source.url), url: source.url, base: baseOf(raw, finalUrl), outlet }
  return {
    feedId: feed.feedId,
    url: source.url,
    title: titleToPlain(raw.title) || outlet,
    kind: raw.kind,
    bytes: bytes.length,
    items: await buildItems(raw.items, feed)
  }
}

/** A reader does not know where its text came from. */
async function readNamed(url: string, text: string, reader: FeedReader): Promise<RawFeed> {
  try {
    return await reader.readFeed(text)
  } catch (error) {
    const wrong = error instanceof Error ? error.message : String(error)
    const retryable = error instanceof StageError && error.retryable
    throw new StageError('fetch', `${url}: ${wrong}`, { retryable, cause: error })
  }
}

const baseOf = (raw: RawFeed, finalUrl: string): string =>
  raw.link !== null && URL.canParse(raw.link, finalUrl) ? new URL(raw.link, finalUrl).href : finalUrl
