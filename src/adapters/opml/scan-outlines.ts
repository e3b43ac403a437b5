import { MOST_FIELD, MOST_OUTLINES } from './opml-limits.ts'
import type { Outline } from './outline.ts'
import { WEIGHT_ATTRIBUTE } from './weight-attribute.ts'

/** Comments are cut; one that never ends is text. */
function withoutComments(text: string): string {
  const parts: string[] = []
  let from = 0
  for (let open = text.indexOf('<!--'); open !== -1; open = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', open)
    if (close === -1) break
    parts.push(text.slice(from, open))
    from = close + 3
  }
  return [...parts, text.slice(from)].join('')
}

const OUTLINE = /<(?:[\w-]{1,40}:)?outline(?=[\s/>])/gi

/** What may be the attributes of an outline: up to the next tag of a list, as ">" and markup stand in titles unescaped. */
const END = /<\/?(?:[\w-]{1,40}:)?(?:outline|body|opml)[\s/>]/i

/** Names end where a quote was forgotten too: `text="News xmlUrl="https://…"`. */
const attribute = (name: string): RegExp =>
  new RegExp(`(?<![\\w:-])${name}\\s{0,100}=\\s{0,100}(?:"([^"]*)|'([^']*)|([^\\s"'<>]+))`, 'i')

const ATTRIBUTES = {
  xmlUrl: attribute('xmlUrl'),
  url: attribute('url'),
  type: attribute('type'),
  title: attribute('title'),
  text: attribute('text'),
  weight: attribute(WEIGHT_ATTRIBUTE)
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const characterOf = (code: number): string =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : ''

/** Character references and the names of XML, once; other names stay: in an address they are none. */
const decoded = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
    (found, decimal?: string, hexadecimal?: string, name?: string) => {
      if (decimal !== undefined) return characterOf(Number(decimal))
      if (hexadecimal !== undefined) return characterOf(Number.parseInt(hexadecimal, 16))
      return NAMED[name ?? ''] ?? found
    }
  )

/** Where the closing quote was forgotten, the value runs on to the opening one of the next attribute. */
const NEXT_ATTRIBUTE = /\s[\w:-]{1,40}\s?=\s?$/

function valueOf(pattern: RegExp, tag: string): string | undefined {
  const [, double, single, bare] = pattern.exec(tag) ?? []
  const value = double ?? single ?? bare?.replace(/\/$/, '')
  return value === undefined ? undefined : decoded(value.slice(0, MOST_FIELD).replace(NEXT_ATTRIBUTE, ''))
}

const read = (tag: string): Outline =>
  Object.fromEntries(Object.entries(ATTRIBUTES).map(([name, pattern]) => [name, valueOf(pattern, tag)]))

/** The outlines of a text that may be far from well-formed, in time that grows with its length alone. */
export function scanOutlines(text: string): Outline[] {
  const starts = withoutComments(text)
    .split(OUTLINE)
    .slice(1, MOST_OUTLINES + 1)
  return starts.map(start => read(start.slice(0, END.exec(start)?.index)))
}
