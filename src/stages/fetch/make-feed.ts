import { canParseUrl } from '../../domain/can-parse-url.ts'
import type { FetchedFeed } from '../../domain/feed.ts'
import { hashOf } from '../../domain/hash.ts'
import { buildItems } from './build-items.ts'
import { titleToPlain } from './html-to-plain.ts'
import { outletName } from './outlet-name.ts'
import type { RawFeed } from './ports.ts'

/** What is known of a feed besides what it says. */
export interface FeedOrigin {
  feedId: string
  /** Configured address: part of every item's id. */
  url: string
  /** Where its bytes came from. */
  finalUrl: string
  /** The publisher's name, where the configuration gives one. */
  named: string | undefined
}

export type MadeFeed = Pick<FetchedFeed, 'title' | 'content' | 'items'>

/** The feed's plain name, and its entries as items, at most 500, each id once. */
export async function makeFeed(
  raw: RawFeed,
  { feedId, url, finalUrl, named }: FeedOrigin
): Promise<MadeFeed> {
  const outlet = outletName(named, raw.title, finalUrl)
  const items = await buildItems(raw.items, { feedId, url, base: baseOf(raw, finalUrl), outlet })
  return { title: titleToPlain(raw.title) || outlet, content: hashOf(items), items }
}

const baseOf = (raw: RawFeed, finalUrl: string): string =>
  raw.link !== null && canParseUrl(raw.link, finalUrl) ? new URL(raw.link, finalUrl).href : finalUrl
