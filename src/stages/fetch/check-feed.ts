import type { FeedKind, Item } from '../../domain/feed.ts'
import { cleanText, oneLine } from '../../domain/text.ts'
import { buildItems } from './build-items.ts'
import { titleToPlain } from './html-to-plain.ts'
import type { FeedReader, FetchedBytes, RawFeed } from './ports.ts'

/** What a feed gives, or why it gives nothing. */
export interface FeedCheck {
  /** As it was named. */
  source: string
  /** `empty`: a feed without an item. */
  status: 'ok' | 'empty' | 'failed'
  kind: FeedKind | null
  title: string | null
  /** That the feed has. */
  items: number
  /** ISO 8601 date of the newest item; null where none has a date. */
  newest: string | null
  /** Share of its items, of the first 500, whose text says more than the headline: 0 to 1. */
  withContent: number
  error: string | null
}

/** Reads a feed as an episode would and says what it has; a feed that fails is an answer, not an error. */
export async function checkFeed(
  source: string,
  bring: () => Promise<FetchedBytes>,
  reader: FeedReader
): Promise<FeedCheck> {
  try {
    const { bytes, contentType, finalUrl } = await bring()
    return await describe(source, finalUrl, await reader.readFeed(bytes, contentType))
  } catch (error) {
    return { source, status: 'failed', ...NOTHING, error: messageOf(error) }
  }
}

const NOTHING = { kind: null, title: null, items: 0, newest: null, withContent: 0 }

const MOST_CHARACTERS = 500

function messageOf(error: unknown): string {
  const message = oneLine(cleanText(error instanceof Error ? error.message : String(error)))
  return message.slice(0, MOST_CHARACTERS) || 'it failed without saying why'
}

async function describe(source: string, url: string, raw: RawFeed): Promise<FeedCheck> {
  const title = titleToPlain(raw.title)
  const items = await buildItems(raw.items, { feedId: '', url: source, base: url, outlet: title })
  return {
    source,
    status: raw.found === 0 ? 'empty' : 'ok',
    kind: raw.kind,
    title,
    items: raw.found,
    newest: newestOf(items),
    withContent: shareWithContent(items),
    error: null
  }
}

const newestOf = (items: readonly Item[]): string | null =>
  items.reduce<string | null>((newest, { publishedAt }) => later(newest, publishedAt), null)

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return Date.parse(other) > Date.parse(one) ? other : one
}

function shareWithContent(items: readonly Item[]): number {
  if (items.length === 0) return 0
  const share = items.filter(({ substance }) => substance !== 'headline').length / items.length
  return Math.round(share * 1000) / 1000
}
