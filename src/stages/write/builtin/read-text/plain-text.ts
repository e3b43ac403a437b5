import { cleanText, oneLine } from '../../../../domain/text.ts'
import { findUnspeakable } from '../../unspeakable.ts'

const ENTITIES: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”'
}

/** Links say their words, pictures and footnote marks say nothing. */
const withoutLinks = (text: string): string =>
  text
    .replace(/!\[[^\]]{0,300}\]\([^)]{0,2000}\)/g, '')
    .replace(/\[([^\]]{1,300})\](?:\([^)]{0,2000}\)|\[[^\]]{0,300}\])/g, '$1')
    .replace(/\[\^?\d{1,3}\]|\[\^[^\]]{1,40}\]/g, '')
    .replace(/<?\bhttps?:\/\/(?:www\.)?([\p{L}\d.-]+)(?:[/?#][^\s>)]*)?>?/giu, '$1')
    .replace(/\bwww\.(?=[\p{L}\d])/giu, '')
    .replace(/\b([a-z0-9-]{1,63}\.(?:com|org|net|co\.uk))\/[^\s)]*/gi, '$1')
    .replace(/(\S)@(?=\S{1,100}\.\S)/g, '$1 at ')

/** Emphasis, tags, entities and other marks of a page. */
const withoutMarks = (text: string): string =>
  text
    .replace(/<\/?[a-z!][^<>]{0,2000}>/gi, '')
    .replace(/&([a-z]{2,8}|#\d{1,6});/gi, (_all, name: string) => ENTITIES[name.toLowerCase()] ?? '')
    .replace(/\*\*|__|~~|`+/g, '')
    .replace(/(^|[\s(“"‘'—–])[*_](?=\S)/g, '$1')
    .replace(/(\S)[*_](?=[\s.,;:!?)”"’'—–…]|$)/g, '$1')
    .replace(/(^|\s)[#@](?=[\p{L}_])/gu, '$1')
    .replace(/=>|[{}\\|]/g, ' ')
    .replace(/[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{fe0f}]/gu, mark =>
      /[©®™]/.test(mark) ? mark : ''
    )

const MOST_DIRECTION_WORDS = 3

/** "[laughs]" is nothing to say; other words in brackets are, without them. */
const withoutDirections = (text: string): string =>
  text.replace(/\[([^\]]{0,300})\]|\(([^()]{0,300})\)/g, (all: string, square?: string, round?: string) => {
    const inside = square ?? round ?? ''
    const isDirection = findUnspeakable(`(${inside})`) === 'a stage direction'
    if (isDirection && inside.split(/\s+/).length <= MOST_DIRECTION_WORDS) return ''
    return isDirection || square !== undefined ? inside : all
  })

/** What is longer is no word. */
const withoutRuns = (text: string): string => text.replace(/\S{101,}/g, '')

/** What is said of a piece of Markdown, on one line. */
export const plainText = (markdown: string): string =>
  oneLine(
    withoutDirections(withoutMarks(withoutRuns(withoutLinks(cleanText(markdown).replace(/\u00ad/g, '')))))
  )
    .replace(/ +([.,;:!?])/g, '$1')
    .replace(/^(?:(?:[-*+•]|#{1,6}) +)+/, '')
    .replace(/;$/, '.')
