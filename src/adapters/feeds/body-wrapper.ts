import type { Finder } from './create-finder.ts'
import { CDATA } from './scan-markup.ts'

/** Elements whose text may be markup that nobody escaped. */
const BODIES = new Set([
  ...['content', 'summary', 'description', 'title', 'tagline', 'subtitle', 'content:encoded'],
  ...['atom:content', 'atom:summary', 'atom:title', 'xhtml:body', 'xhtml:div', 'body', 'fullitem'],
  ...['itunes:summary', 'media:description', 'dc:description', 'abstract']
])

/** Behind these a body has ended, whether or not it was closed. */
const BOUNDARY = /<\/?(?:[\w.-]{1,200}:)?(?:item|entry|channel|feed|rss)[\s/>]/gi

/** Where the closing tag begins, past all CDATA; -1 where an item or the text ends before it. */
function endOfBody(closing: string, from: number, find: Finder): number {
  for (let at = from; ;) {
    const [close, cdata, boundary] = [find(closing, at), find(CDATA, at), find(BOUNDARY, at)]
    const first = Math.min(...[close, cdata, boundary].filter(place => place !== -1))
    if (first === close || first !== cdata) return first === close ? close : -1
    const end = find(']]>', cdata)
    if (end === -1) return -1
    at = end
  }
}

/** CDATA within markup is text. */
const withoutCdata = (markup: string): string =>
  markup.replace(/<!\[CDATA\[([^]*?)\]\]>/g, (_, inside: string) =>
    inside.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  )

const inCdata = (markup: string): string => `${CDATA}${markup.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

/** Paragraphs of <xhtml:p> are paragraphs. */
function withoutXhtmlPrefix(markup: string, nameOf: (name: string) => string): string {
  const prefix = /<([\w.-]{1,200}:)/.exec(markup)?.[1] ?? ''
  if (prefix === '' || nameOf(`${prefix}p`) !== 'xhtml:p') return markup
  return markup.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</')
}

export interface WrappedBody {
  markup: string
  /** Where its closing tag begins. */
  end: number
}

/** Gives what stands inside a body from `from` on as CDATA, where it is raw markup; null where there is nothing to wrap. */
export function createBodyWrapper(text: string, find: Finder, nameOf: (name: string) => string) {
  return (rawName: string, from: number): WrappedBody | null => {
    if (!BODIES.has(nameOf(rawName).toLowerCase())) return null
    const markup = find('<', from)
    if (markup === -1 || text.startsWith('</', markup) || text.startsWith(CDATA, markup)) return null
    const end = endOfBody(`</${rawName}>`, from, find)
    if (end === -1) return null
    const inside = withoutCdata(text.slice(from, end))
    return /<(?!!--)/.test(inside) ? { markup: inCdata(withoutXhtmlPrefix(inside, nameOf)), end } : null
  }
}
