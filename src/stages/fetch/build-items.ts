import { canParseUrl } from '../../domain/can-parse-url.ts'
import { setImmediate } from 'node:timers/promises'
import type { Item } from '../../domain/feed.ts'
import { sha256 } from '../../domain/hash.ts'
import { cleanBody } from './clean-body.ts'
import { htmlToPlain, titleToPlain } from './html-to-plain.ts'
import { parseDate } from './parse-date.ts'
import type { RawItem } from './ports.ts'
import { stripTitleKicker } from './strip-lead-in.ts'
import { substanceOf } from './substance-of.ts'

export const MAX_ITEMS = 500
/** Characters of a body that are read: some 30,000 words, and what takes a tenth of a second. */
const MAX_CONTENT = 200_000
const MAX_TOPICS = 10
/** How long items are made before other work is let in. */
const TURN_MS = 10

/** What every item of a feed has in common. */
export interface FeedFacts {
  feedId: string
  /** Configured address: part of every item's id. */
  url: string
  /** Relative links are resolved against it. */
  base: string
  outlet: string
}

function absoluteUrl(url: string | null, base: string): string | null {
  const trimmed = url?.trim() ?? ''
  if (trimmed === '' || !canParseUrl(trimmed, base)) return null
  const absolute = new URL(trimmed, base)
  return absolute.protocol === 'http:' || absolute.protocol === 'https:' ? absolute.href : null
}

/** A guid is an address only where it is a whole one. */
const addressIn = (guid: string | null): string | null => (/^https?:\/\//i.test(guid ?? '') ? guid : null)

/** Feeds mix addresses, codes and names here; only names are of use. */
function topicsOf(categories: string[]): string[] {
  const names = categories.map(titleToPlain).filter(name => /^\p{L}[^:/=_]{1,58}$/u.test(name))
  return [...new Set(names)].slice(0, MAX_TOPICS)
}

/** "Floods in Peru - BBC News" in a feed of BBC News. */
function withoutOutlet(title: string, outlet: string): string {
  const suffix = [' - ', ' | ', ' – ', ' — '].map(mark => mark + outlet).find(end => title.endsWith(end))
  return suffix === undefined ? title : title.slice(0, -suffix.length)
}

function titleOf(raw: RawItem, outlet: string): string {
  return stripTitleKicker(withoutOutlet(titleToPlain(raw.title.slice(0, 4000)), outlet))
}

function buildItem(raw: RawItem, feed: FeedFacts): Item {
  const title = titleOf(raw, feed.outlet)
  const text = cleanBody(htmlToPlain(raw.content.slice(0, MAX_CONTENT)), title)
  const url = absoluteUrl(raw.url ?? addressIn(raw.guid), feed.base)
  return {
    id: sha256(`${feed.url}\n${raw.guid ?? raw.url ?? raw.title}`),
    feedId: feed.feedId,
    outlet: feed.outlet,
    title,
    url,
    publishedAt: parseDate(raw.date),
    topics: topicsOf(raw.categories),
    text,
    substance: title === '' ? 'headline' : substanceOf(title, text)
  }
}

const unique = (items: Item[]): Item[] => {
  const seen = new Set<string>()
  return items.filter(({ id }) => !seen.has(id) && seen.add(id))
}

/** The entries of a feed as items, at most 500, each id once. Lets other work in every 10 ms. */
export async function buildItems(entries: readonly RawItem[], feed: FeedFacts): Promise<Item[]> {
  const items: Item[] = []
  let since = performance.now()
  for (const raw of entries.slice(0, MAX_ITEMS)) {
    items.push(buildItem(raw, feed))
    if (performance.now() - since < TURN_MS) continue
    await setImmediate()
    since = performance.now()
  }
  return unique(items)
}
