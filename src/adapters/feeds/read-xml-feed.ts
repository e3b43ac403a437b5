import type { RawFeed } from '../../stages/fetch/ports.ts'
import { buildRawItem, clip, firstText, linkOf } from './build-raw-item.ts'
import type { FeedTree } from './feed-entry.ts'
import { MAX_ITEMS } from './feed-limits.ts'
import { FeedTextError } from './feed-text-error.ts'
import { TITLES } from './item-fields.ts'
import { prepareXml } from './prepare-xml.ts'
import type { PreparedXml } from './prepare-xml.ts'
import { readWithFeedparser } from './read-with-feedparser.ts'
import { readWithRssParser } from './read-with-rss-parser.ts'
import { validateXmlKind } from './validate-xml-kind.ts'

const brokenXml = (error: unknown): FeedTextError => {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  const place = /Line: (\d+)/.exec(String(error))?.[1]
  const where = place === undefined ? '' : ` near line ${Number(place) + 1}`
  return new FeedTextError(`this looks like a feed, but its XML is broken${where}: ${line}`)
}

const secondReading = (xml: string): Promise<FeedTree | null> => readWithFeedparser(xml).catch(() => null)

/** What the second reader finds where the first throws: its items, or a feed that has none and says its title. */
async function rescue({ xml, itemTags }: PreparedXml, error: unknown): Promise<FeedTree> {
  const second = await secondReading(xml)
  if (second === null || (itemTags > 0 && second.entries.length === 0)) throw brokenXml(error)
  if (second.entries.length === 0 && titleOf(second) === null)
    throw new FeedTextError('this begins like a feed, but there is neither a title nor an item in it')
  return second
}

/** The second reader takes over where the first throws, or finds fewer items than tags open one; the better is kept. */
async function readTree(prepared: PreparedXml): Promise<FeedTree> {
  let first: FeedTree
  try {
    first = await readWithRssParser(prepared.xml)
  } catch (error) {
    return rescue(prepared, error)
  }
  if (first.entries.length >= prepared.itemTags) return first
  const second = await secondReading(prepared.xml)
  return second !== null && second.entries.length > first.entries.length ? second : first
}

const titleOf = ({ feed }: FeedTree): string | null => firstText(feed, TITLES)

const ROOT_BASE =
  /<(?:rss|feed|rdf:RDF|channel)\s(?:[^>]{0,2000}?\s)?xmlbase\s{0,9}=\s{0,9}["']\s*([^"'>]{1,2000})/i

/** Reads RSS 0.9 to 2.0, RDF and Atom. A feed without entries has no items; text that is no feed throws a FeedTextError. */
export async function readXmlFeed(text: string): Promise<RawFeed> {
  const prepared = prepareXml(text)
  validateXmlKind(prepared)
  const head = prepared.xml.slice(0, 5_000)
  const tree = await readTree(prepared)
  const base = ROOT_BASE.exec(head)?.[1]?.trim() ?? ''
  return {
    kind: /<feed[\s>]/i.test(head) ? 'atom' : 'rss',
    title: titleOf(tree) ?? '',
    link: clip(linkOf(tree.feed, base)),
    found: tree.entries.length + prepared.skippedItems,
    items: tree.entries.slice(0, MAX_ITEMS).map(entry => buildRawItem(entry, base))
  }
}
