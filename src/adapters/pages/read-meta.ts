import type { DomDocument, DomElement } from './dom.ts'
import { plainField, webAddress } from './plain-field.ts'

/** What the tags in a page's head say, by name in lower case; the first of a name counts, but for `robots`. */
export interface PageMeta {
  of(...names: string[]): string | null
  addressIn(...names: string[]): string | null
  /** Every robots directive, for all and for feed readers, in lower case. */
  robots: string[]
  /** Relative addresses are resolved against it. */
  base: string
  canonicalUrl: string | null
}

const ROBOTS = new Set(['robots', 'duologue'])

const nameOf = (tag: DomElement): string =>
  (tag.getAttribute('property') ?? tag.getAttribute('name') ?? tag.getAttribute('itemprop') ?? '')
    .trim()
    .toLowerCase()

const hrefOf = (document: DomDocument, selector: string): string | null =>
  document.querySelector(selector)?.getAttribute('href') ?? null

/** Reads the head's tags; `url` is where the page came from. */
export function readMeta(document: DomDocument, url: string): PageMeta {
  const values = new Map<string, string>()
  const robots: string[] = []
  for (const tag of document.querySelectorAll('meta[content]')) {
    const [name, content] = [nameOf(tag), tag.getAttribute('content') ?? '']
    if (ROBOTS.has(name)) robots.push(...content.toLowerCase().slice(0, 1000).split(','))
    if (name !== '' && !values.has(name) && content.trim() !== '') values.set(name, content)
  }
  const base = webAddress(hrefOf(document, 'base[href]'), url) ?? url
  const first = (names: string[]): string | null => names.map(name => values.get(name)).find(Boolean) ?? null
  return {
    of: (...names) => plainField(first(names)),
    addressIn: (...names) => webAddress(first(names), base),
    robots: robots.map(directive => directive.trim()).filter(directive => directive !== ''),
    base,
    canonicalUrl: webAddress(hrefOf(document, 'link[rel="canonical"][href]') ?? values.get('og:url'), base)
  }
}
