import type { FetchedFeed, RememberedFeed } from '../../domain/feed.ts'
import { hashOf, sha256 } from '../../domain/hash.ts'
import type { FeedSource } from '../../domain/show.ts'
import { shownUrl } from '../../domain/shown-url.ts'
import { StageError } from '../../domain/stage-error.ts'
import type { FetchOptions } from './fetch-ports.ts'
import { noteFirstSeen } from './first-seen.ts'
import type { ByteFetcher, FeedMemory, FeedReader, FetchedBytes, NewsDesk, RawFeed } from './ports.ts'

export interface FetchFeedOptions extends FetchOptions {
  /** When items without a date are seen. */
  now?: Date
}

export interface FetchFeedPorts {
  fetcher: ByteFetcher
  reader: FeedReader
  news: Pick<NewsDesk, 'feed'>
  /** Without it every time is the first. */
  memory?: FeedMemory
}

/** Changes when items come to be made of the same bytes in another way. */
const ITEMS_FORMAT = 3

/** Names the artefact of a feed: 16 hexadecimal digits, the same for the same configured address. */
export const feedIdOf = (url: string): string => sha256(url).slice(0, 16)

/**
 * Brings one feed and makes its items; those of the last time where its bytes are the same. Throws a StageError that
 * names the feed and what was wrong with it.
 */
export async function fetchFeed(
  source: FeedSource,
  { now = new Date(), ...options }: FetchFeedOptions,
  { reader, news, ...ports }: FetchFeedPorts
): Promise<FetchedFeed> {
  const { fetched, known, made, told, recalled } = await askFeed(source, options, ports)
  if (recalled !== null) {
    await ports.fetcher.noteRead?.(source.url, null)
    return recalled
  }
  const raw = await readNamed(source.url, fetched, { ...ports, reader })
  options.signal?.throwIfAborted()
  const { feed, firstSeen } = noteFirstSeen(await toFeed(source, fetched, raw, news), known, now)
  const kept: RememberedFeed = { ...made, feed, firstSeen }
  // What cannot be kept is made anew the next time; what is here is good all the same.
  await ports.memory?.keep(feed.feedId, kept).catch(() => undefined)
  return { ...feed, newItems: countNew(feed, known), ...told }
}

/** The feed of the last time, where its bytes are still the same; else null. Reads nothing new. */
export async function recallFeed(
  source: FeedSource,
  options: FetchOptions,
  ports: Pick<FetchFeedPorts, 'fetcher' | 'memory'>
): Promise<FetchedFeed | null> {
  return (await askFeed(source, options, ports)).recalled
}

async function askFeed(
  source: FeedSource,
  options: FetchOptions,
  { fetcher, memory }: Pick<FetchFeedPorts, 'fetcher' | 'memory'>
) {
  const fetched = await fetcher.fetchBytes(source.url, options)
  const known = (await memory?.find(feedIdOf(source.url))) ?? null
  const made = { body: sha256(fetched.bytes), madeAs: hashOf([ITEMS_FORMAT, source.title, fetched.finalUrl]) }
  // Another process may have been given the new bytes, and only asked whether they still hold.
  const unchanged = known === null ? fetched.status === 'unchanged' : known.body === made.body
  const told = { unchanged, note: fetched.reason }
  const isSame = known?.body === made.body && known.madeAs === made.madeAs
  const recalled: FetchedFeed | null = isSame ? { ...known.feed, newItems: 0, ...told } : null
  return { fetched, known, made, told, recalled }
}

function countNew({ items }: FetchedFeed, known: RememberedFeed | null): number {
  const before = new Set(known?.feed.items.map(({ id }) => id))
  return items.filter(({ id }) => !before.has(id)).length
}

async function toFeed(
  source: FeedSource,
  { bytes, finalUrl }: FetchedBytes,
  raw: RawFeed,
  news: FetchFeedPorts['news']
): Promise<FetchedFeed> {
  const { url } = source
  const feedId = feedIdOf(url)
  const made = await news.feed(raw, { feedId, url, finalUrl, named: source.title })
  return { feedId, url, kind: raw.kind, bytes: bytes.length, found: raw.found, ...made }
}

/** A reader does not know where its text came from. */
async function readNamed(
  url: string,
  { bytes, contentType }: FetchedBytes,
  { reader, fetcher }: Pick<FetchFeedPorts, 'reader' | 'fetcher'>
): Promise<RawFeed> {
  try {
    const raw = await reader.readFeed(bytes, contentType)
    await fetcher.noteRead?.(url, null)
    return raw
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const wrong = `${shownUrl(url)}: ${said}`
    await fetcher.noteRead?.(url, wrong)
    const retryable = error instanceof StageError && error.retryable
    throw new StageError('fetch', wrong, { retryable, cause: error })
  }
}
