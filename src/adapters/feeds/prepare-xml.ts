/** Elements whose text may be markup that nobody escaped. */
const BODIES = new Set([
  'content',
  'summary',
  'description',
  'title',
  'content:encoded',
  'atom:content',
  'atom:summary'
])

const BARE_AMPERSAND = /&(?!(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|amp|lt|gt|quot|apos);)/g

const ROOT = /<(?:\?xml|!--|!DOCTYPE|\?xml-stylesheet|(?:[\w-]{1,20}:)?(?:rss|feed|rdf|channel|html|opml)\b)/i

/** Inside a DOCTYPE's subset, its end does not count in quotation marks and comments. */
const SUBSET_PART = /"[^"]*"|'[^']*'|<!--[^]*?-->|\]\s*>/g

/** Where a DOCTYPE that starts at `from` ends, its internal subset included; the end of the text where it never does. */
function endOfDoctype(text: string, from: number): number {
  const close = text.indexOf('>', from)
  const subset = text.indexOf('[', from)
  if (close === -1) return text.length
  if (subset === -1 || subset > close) return close + 1
  SUBSET_PART.lastIndex = subset
  for (let part = SUBSET_PART.exec(text); part !== null; part = SUBSET_PART.exec(text))
    if (part[0].startsWith(']')) return SUBSET_PART.lastIndex
  return text.length
}

const endOf = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from)
  return at === -1 ? text.length : at + mark.length
}

const inCdata = (markup: string): string => `<![CDATA[${markup.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

/**
 * Feed text as a strict XML parser and rss-parser can take it: what stands before the XML is cut, DOCTYPE and comments
 * are cut, bare ampersands and HTML's entities are escaped, and markup inside titles and bodies becomes CDATA, which
 * keeps its order (xml2js gathers children by name).
 */
export function prepareXml(text: string): string {
  const start = text.slice(0, 20_000).search(ROOT)
  return rewrite(start > 0 ? text.slice(start) : text)
}

function rewrite(text: string): string {
  const out: string[] = []
  const neverClosed = new Set<string>()
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('<', at)
    if (open === -1) break
    out.push(text.slice(at, open).replace(BARE_AMPERSAND, '&amp;'))
    at = copyMarkup(text, open, out, neverClosed)
  }
  out.push(text.slice(at).replace(BARE_AMPERSAND, '&amp;'))
  return out.join('')
}

/** Writes what begins with the "<" at `open`, and gives the place after it. */
function copyMarkup(text: string, open: number, out: string[], neverClosed: Set<string>): number {
  if (text.startsWith('<![CDATA[', open)) return copyTo(text, open, endOf(text, ']]>', open), out)
  if (text.startsWith('<!--', open)) return endOf(text, '-->', open)
  if (/^<!doctype/i.test(text.slice(open, open + 9))) return endOfDoctype(text, open)
  const tagEnd = endOf(text, '>', open)
  const tag = text.slice(open, tagEnd)
  out.push(tag.replace(BARE_AMPERSAND, '&amp;'))
  const name = /^<([\w:]{1,20})(?=[\s>])/.exec(tag)?.[1] ?? ''
  if (!BODIES.has(name) || tag.endsWith('/>') || neverClosed.has(name)) return tagEnd
  const close = text.indexOf(`</${name}>`, tagEnd)
  if (close === -1) neverClosed.add(name)
  const inside = text.slice(tagEnd, Math.max(close, tagEnd))
  if (!hasRawMarkup(inside)) return tagEnd
  out.push(inCdata(inside))
  return close
}

const hasRawMarkup = (inside: string): boolean =>
  /<(?!!\[CDATA\[|!--)/.test(inside) && !inside.includes('<![CDATA[')

function copyTo(text: string, from: number, to: number, out: string[]): number {
  out.push(text.slice(from, to))
  return to
}
