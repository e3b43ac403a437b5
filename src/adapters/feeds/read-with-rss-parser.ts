import Parser from 'rss-parser'
import { buildEntry } from './feed-entry.ts'
import type { FeedEntry, FeedTree } from './feed-entry.ts'
import { guardRssParser } from './guard-rss-parser.ts'
import { FEED_FIELDS, ITEM_FIELDS } from './item-fields.ts'

guardRssParser()

/** rss-parser throws away the whole feed over one bad Atom date, so it never sees them under their own names. */
const RENAMED: Record<string, string> = {
  published: 'date:published',
  updated: 'date:updated',
  issued: 'date:issued',
  modified: 'date:modified'
}

const OWN_NAME = Object.fromEntries(Object.entries(RENAMED).map(([name, renamed]) => [renamed, name]))

/** Fields are kept apart from those that rss-parser works out by itself, with all their elements and attributes. */
const RAW = 'raw:'
const rawField = (name: string) => [name, RAW + name, { keepArray: true }]
const rawFields = (names: readonly string[]) =>
  [...names.map(name => RENAMED[name] ?? name), '$'].map(rawField)

const KEYS = { text: '_', attributes: '$' }

function toEntry(parsed: Record<string, unknown>): FeedEntry {
  const raw = Object.entries(parsed).filter(([name]) => name.startsWith(RAW))
  const children = raw.map(([name, values]): [string, unknown] => {
    const own = name.slice(RAW.length)
    return [OWN_NAME[own] ?? own, values]
  })
  return buildEntry(children, parsed[`${RAW}$`], KEYS)
}

/** Reads prepared XML with rss-parser, which knows RSS 0.9 to 2.0, RDF and Atom, and throws where XML is not well-formed. */
export async function readWithRssParser(xml: string): Promise<FeedTree> {
  const parser = new Parser<Record<string, unknown>, Record<string, unknown>>({
    defaultRSS: 2,
    customFields: { feed: rawFields(FEED_FIELDS) as [], item: rawFields(ITEM_FIELDS) as [] },
    xml2js: { tagNameProcessors: [(name: string) => RENAMED[name] ?? name] }
  })
  const feed = await parser.parseString(xml)
  return { feed: toEntry({ ...feed }), entries: feed.items.map(toEntry) }
}
