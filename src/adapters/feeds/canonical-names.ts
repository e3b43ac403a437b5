import { isItem } from './create-item-keeper.ts'

/** The prefix under which the readers know a vocabulary. */
const VOCABULARIES: [address: RegExp, prefix: string][] = [
  [/^http:\/\/purl\.org\/dc\/elements\/1\.[01]\/?$/, 'dc'],
  [/^http:\/\/purl\.org\/dc\/terms\/?$/, 'dcterms'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/, 'content'],
  [/^http:\/\/www\.itunes\.com\/(?:dtds\/podcast-1\.0\.dtd|DTDs\/Podcast-1\.0\.dtd)$/i, 'itunes'],
  [/^http:\/\/search\.yahoo\.com\/mrss\/?$/, 'media'],
  [/^http:\/\/rssnamespace\.org\/feedburner\/ext\/1\.0$/, 'feedburner'],
  [/^http:\/\/www\.w3\.org\/1999\/xhtml$/, 'xhtml'],
  [/^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/, 'rdf'],
  [/^http:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns#.*)$/i, 'atom'],
  [/^http:\/\/(?:purl\.org\/rss\/1\.0|my\.netscape\.com\/rdf\/simple\/0\.9)\/$/i, ''],
  [/^http:\/\/(?:backend\.userland\.com\/rss\d{0,3}|blogs\.law\.harvard\.edu\/tech\/rss)$/i, '']
]

const DECLARATION = /\sxmlns:([\w.-]{1,200})\s{0,9}=\s{0,9}["']\s*([^"'<>]{1,200}?)\s*["']/g
const MAX_DECLARATIONS = 1_000

const prefixOf = (address: string): string | undefined =>
  VOCABULARIES.find(([known]) => known.test(address))?.[1]

function declaredPrefixes(text: string): Map<string, string> {
  const prefixes = new Map<string, string>()
  let seen = 0
  for (const [, own = '', address = ''] of text.matchAll(DECLARATION)) {
    if (++seen > MAX_DECLARATIONS) break
    const canonical = prefixOf(address)
    if (canonical !== undefined && !prefixes.has(own)) prefixes.set(own, canonical)
  }
  return prefixes
}

const ITEM = /<(?:([\w.-]{1,200}):)?(?:item|entry)(?=[\s/>])/gi

/** "a" for a feed of <a:entry>; null where an item stands without a prefix, or where there is none. */
function prefixOfItems(text: string): string | null {
  let first: string | null = null
  for (const [, prefix] of text.matchAll(ITEM)) {
    if (prefix === undefined) return null
    first ??= prefix
  }
  return first
}

/** Atom's entries count in any feed; its other elements are extensions there. */
const isAtomEntry = (vocabulary: string, name: string): boolean => vocabulary === 'atom' && isItem(name)

const FEED_ROOT = /<([\w.-]{1,200}):(?:feed|rss)[\s>]/

/**
 * Gives an element's name with the prefix that is usual for its vocabulary, whatever prefix the feed declares for it;
 * the prefix of items falls away.
 */
export function createNamer(text: string): (name: string) => string {
  const prefixes = declaredPrefixes(text)
  const bare = prefixOfItems(text) ?? FEED_ROOT.exec(text.slice(0, 5_000))?.[1] ?? null
  if (bare !== null) prefixes.set(bare, '')
  return name => {
    const colon = name.indexOf(':')
    if (colon === -1) return name
    const canonical = prefixes.get(name.slice(0, colon))
    if (canonical === undefined) return name
    const local = name.slice(colon + 1)
    return canonical === '' || isAtomEntry(canonical, local) ? local : `${canonical}:${local}`
  }
}
