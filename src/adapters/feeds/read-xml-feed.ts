import Parser from 'rss-parser'
import type { RawFeed, RawItem } from '../../stages/fetch/ports.ts'
import { MAX_CATEGORIES, MAX_CONTENT, MAX_FIELD, MAX_ITEMS } from './feed-limits.ts'
import { FeedTextError } from './feed-text-error.ts'
import { guardRssParser } from './guard-rss-parser.ts'
import { prepareXml } from './prepare-xml.ts'
import { attributeOf, textOf } from './text-of.ts'
import { validateXmlKind } from './validate-xml-kind.ts'

guardRssParser()

/** rss-parser throws away the whole feed over one bad Atom date, so it never sees them under their own names. */
const RENAMED: Record<string, string> = {
  published: 'date:published',
  updated: 'date:updated',
  issued: 'date:published',
  modified: 'date:updated'
}

const CUSTOM_FIELDS = [
  'guid',
  'id',
  'description',
  'date:published',
  'date:updated',
  'dcterms:issued',
  'feedburner:origLink',
  ['category', 'categories', { keepArray: true }],
  ['dc:subject', 'subjects', { keepArray: true }]
]

/** "a:" for a root of <a:feed>. */
const rootPrefix = (xml: string): string =>
  /<([\w-]{1,20}:)(?:feed|rss)[\s>]/.exec(xml.slice(0, 5000))?.[1] ?? ''

function createParser(prefix: string): Parser<object, Record<string, unknown>> {
  const rename = (name: string): string => {
    const local = prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name
    return RENAMED[local] ?? local
  }
  return new Parser<object, Record<string, unknown>>({
    defaultRSS: 2,
    customFields: { item: CUSTOM_FIELDS as [] },
    xml2js: { tagNameProcessors: [rename] }
  })
}

const clip = (text: string | null, length: number): string | null => text?.slice(0, length) ?? null

const firstText = (entry: Record<string, unknown>, names: string[]): string | null =>
  clip(names.map(name => textOf(entry[name])).find(text => text !== null) ?? null, MAX_FIELD)

function longestBody(entry: Record<string, unknown>): string {
  const itunes = (entry.itunes ?? {}) as Record<string, unknown>
  const bodies = [entry['content:encoded'], entry.content, entry.description, entry.summary, itunes.summary]
  const longest = bodies.map(body => textOf(body) ?? '').reduce((a, b) => (b.length > a.length ? b : a))
  return longest.slice(0, MAX_CONTENT)
}

function categoriesOf(entry: Record<string, unknown>): string[] {
  const all: unknown[] = [entry.categories, entry.subjects].flatMap(list => (Array.isArray(list) ? list : []))
  return all
    .map(category => attributeOf(category, 'label') ?? textOf(category) ?? attributeOf(category, 'term'))
    .filter(category => category !== null)
    .map(category => category.slice(0, 200))
    .slice(0, MAX_CATEGORIES)
}

function toRawItem(entry: Record<string, unknown>): RawItem {
  return {
    guid: firstText(entry, ['guid', 'id', 'rdf:about']),
    title: firstText(entry, ['title']) ?? '',
    url: firstText(entry, ['feedburner:origLink', 'link']),
    date: firstText(entry, [
      'pubDate',
      'date:published',
      'dc:date',
      'date',
      'dcterms:issued',
      'date:updated'
    ]),
    categories: categoriesOf(entry),
    content: longestBody(entry)
  }
}

async function parse(xml: string): Promise<Parser.Output<Record<string, unknown>>> {
  try {
    return await createParser(rootPrefix(xml)).parseString(xml)
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    const place = /Line: (\d+)/.exec(String(error))?.[1]
    const where = place === undefined ? '' : ` near line ${Number(place) + 1}`
    throw new FeedTextError(`this looks like a feed, but its XML is broken${where}: ${line}`)
  }
}

/** Reads RSS 0.9 to 2.0, RDF and Atom. A feed without entries has no items; text that is no feed throws a FeedTextError. */
export async function readXmlFeed(text: string): Promise<RawFeed> {
  const xml = prepareXml(text)
  validateXmlKind(xml)
  const feed = await parse(xml)
  return {
    kind: /<(?:[\w-]{1,20}:)?feed[\s>]/.test(xml.slice(0, 5000)) ? 'atom' : 'rss',
    title: clip(textOf(feed.title), MAX_FIELD) ?? '',
    link: clip(textOf(feed.link), MAX_FIELD),
    items: feed.items.slice(0, MAX_ITEMS).map(toRawItem)
  }
}
