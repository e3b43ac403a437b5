import { FUNCTION_WORDS } from './word-lists.ts'

/** Words as written, without the punctuation around them; a possessive keeps its name only. */
export const tokensOf = (text: string): string[] =>
  text
    .split(/[\s—–/]+/)
    .map(word => word.replace(/^[^\p{L}\p{N}$£€]+|[^\p{L}\p{N}%]+$/gu, '').replace(/['’]s$/, ''))
    .filter(word => word !== '')

const ENDINGS = [
  'ations',
  'ation',
  'ments',
  'ment',
  'ings',
  'ing',
  'ies',
  'ied',
  'ers',
  'er',
  'ed',
  'es',
  's',
  'e',
  'y'
]

/** A crude stem, the same for most forms of an English word. */
export function stemOf(word: string): string {
  const lower = word.toLowerCase().replace(/^[$£€]|%$/g, '')
  if (lower.length < 5 || /\d/.test(lower)) return lower.replace(/s$/, '')
  const ending = ENDINGS.find(end => lower.endsWith(end) && lower.length - end.length >= 3)
  return ending === undefined ? lower : lower.slice(0, -ending.length)
}

/** Stems of the words that carry content. */
export const contentStems = (text: string): Set<string> =>
  new Set(
    tokensOf(text)
      .filter(word => !FUNCTION_WORDS.has(word.toLowerCase()))
      .map(stemOf)
  )

/** Share of the smaller set that the other has too, 0 to 1. */
export function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size)
  if (smaller === 0) return 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared / smaller
}

export const startsUpper = (word: string): boolean => /^\p{Lu}/u.test(word)

/** First letter as at the start of a sentence; quotation marks before it stay. */
export const capitalised = (text: string): string =>
  text.replace(
    /^(["“‘'(]*)(\p{Ll})(?!\p{Ll}?\p{Lu})/u,
    (_all, marks: string, letter: string) => marks + letter.toUpperCase()
  )

/** The text without what stands between double quotation marks. */
export const outsideQuotes = (text: string): string => text.replace(/“[^”]*”|"[^"]*"/g, '“”')

/** Share of the words that were not heard yet, 0 to 1. */
export function noveltyOf(stems: ReadonlySet<string>, heard: ReadonlySet<string>): number {
  const fresh = [...stems].filter(stem => !heard.has(stem)).length
  return stems.size === 0 ? 0 : fresh / stems.size
}
