import { cleanText, oneLine } from '../../domain/text.ts'

/** One line of text that any XML or JSON file may hold. XML 1.0 has no U+FFFE and U+FFFF. */
export const plainLine = (text: string): string =>
  oneLine(cleanText(text.toWellFormed()).replace(/[\ufffe\uffff]/g, ''))

function endAtWord(head: string): string {
  const space = head.lastIndexOf(' ')
  const cut = space > head.length / 2 ? head.slice(0, space) : head
  return `${cut.replace(/[\ud800-\udbff]$/, '').replace(/[\s,;:–—-]{1,8}$/, '')}…`
}

/** At most `max` characters, cut between words, with an ellipsis where something is missing. */
export const cutText = (text: string, max: number): string =>
  text.length <= max ? text : endAtWord(text.slice(0, max - 1))

export const utf8Bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

/** At most `max` bytes of UTF-8, cut between words, with an ellipsis where something is missing. */
export function cutBytes(text: string, max: number): string {
  if (utf8Bytes(text) <= max) return text
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(max - utf8Bytes('…')))
  return endAtWord(text.slice(0, read))
}
