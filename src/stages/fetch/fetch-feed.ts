import type { FetchedFeed, RememberedFeed } from '../../domain/feed.ts'
import { hashOf, sha256 } from '../../domain/hash.ts'
import type { FeedSource } from '../../domain/show.ts'
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
  if (recalled !== null) return recalled
  const raw = await readNamed(source.url, fetched, reader)
  options.signal?.throwIfAborted()
  const { feed, firstSeen } = noteFirstSeen(await toFeed(source, fetched, raw, news), known, now)
  await ports.memory?.keep(feed.feedId, { ...made, feed, firstSeen } satisfies RememberedFeed)
  return { ...feed, newItems: countNew(feed, known), ...told }
}

/** The feed of the last time, where its server says that it is still the same; else null. Reads nothing new. */
export async function recallFeed(
  source: FeedSource,
  options: FetchOptions,
  ports: Pick<FetchFeedPorts, 'fetcher' | 'memory'>
): Promise<FetchedFeed | null> {
  const { recalled } = await askFeed(source, options, ports)
  return recalled?.unchanged === true ? recalled : null
}

async function askFeed(
  source: FeedSource,
  options: FetchOptions,
  { fetcher, memory }: Pick<FetchFeedPorts, 'fetcher' | 'memory'>
) {
  const fetched = await fetcher.fetchBytes(source.url, options)
  const known = (await memory?.find(feedIdOf(source.url))) ?? null
  const made = { body: sha256(fetched.bytes), madeAs: hashOf([ITEMS_FORMAT, source.title, fetched.finalUrl]) }
  const told = { unchanged: fetched.status === 'unchanged', note: fetched.reason }
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
  reader: FeedReader
): Promise<RawFeed> {
  try {
    return await reader.readFeed(bytes, contentType)
  } catch (error) {
    const wrong = error instanceof Error ? error.message : String(error)
    const retryable = error instanceof StageError && error.retryable
    throw new StageError('fetch', `${url}: ${wrong}`, { retryable, cause: error })
  }
}
