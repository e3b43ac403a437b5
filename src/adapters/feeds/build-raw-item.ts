import type { RawItem } from '../../stages/fetch/ports.ts'
import { bodyOf } from './decode-base64.ts'
import type { FeedElement, FeedEntry } from './feed-entry.ts'
import { MAX_CATEGORIES, MAX_CONTENT, MAX_FIELD } from './feed-limits.ts'
import { BODIES, CATEGORIES, DATES, GUIDS, LINKS, TITLES } from './item-fields.ts'
import { joinAddress } from './join-address.ts'

export const elementsOf = (entry: FeedEntry, names: readonly string[]): FeedElement[] =>
  names.flatMap(name => entry.children.get(name.toLowerCase()) ?? [])

export const clip = (text: string | null | undefined, length = MAX_FIELD): string | null =>
  text === null || text === undefined || text === '' ? null : text.slice(0, length)

export const firstText = (entry: FeedEntry, names: readonly string[]): string | null =>
  clip(elementsOf(entry, names).find(element => element.text !== null)?.text)

const isPage = ({ text, attributes: { rel = 'alternate', href } }: FeedElement): boolean =>
  href === undefined ? text !== null : rel.toLowerCase() === 'alternate'

const isHtml = ({ attributes: { type } }: FeedElement): boolean => type === undefined || /html/i.test(type)

/** The page that an entry, or a feed, is about, resolved against `base` and its own xml:base. */
export function linkOf(entry: FeedEntry, base: string): string | null {
  const pages = elementsOf(entry, LINKS).filter(isPage)
  const link = pages.find(isHtml) ?? pages[0]
  const address = link?.attributes.href ?? link?.text ?? null
  if (address === null) return null
  const bases = [entry.attributes.xmlbase, link?.attributes.xmlbase]
  return clip(
    joinAddress(
      bases.reduce<string>((own, next) => joinAddress(own, next ?? own), base),
      address
    )
  )
}

function longestBody(entry: FeedEntry): string {
  const bodies = elementsOf(entry, BODIES).map(({ text, attributes }) => bodyOf(text ?? '', attributes))
  return bodies.reduce((a, b) => (b.length > a.length ? b : a), '').slice(0, MAX_CONTENT)
}

const categoriesOf = (entry: FeedEntry): string[] =>
  elementsOf(entry, CATEGORIES)
    .flatMap(({ text, attributes }) => attributes.label || text || attributes.term || [])
    .map(category => category.slice(0, 200))
    .slice(0, MAX_CATEGORIES)

/** An entry as the fetch stage takes it. `base` is the feed's own xml:base, or an empty text. */
export function buildRawItem(entry: FeedEntry, base: string): RawItem {
  const about = entry.attributes['rdf:about'] ?? entry.attributes.about
  return {
    guid: firstText(entry, GUIDS) ?? clip(about),
    title: firstText(entry, TITLES) ?? '',
    url: linkOf(entry, base) ?? clip(entry.attributes.href),
    date: firstText(entry, DATES) ?? clip(entry.attributes.lastmod),
    categories: categoriesOf(entry),
    content: longestBody(entry)
  }
}
