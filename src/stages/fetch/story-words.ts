import type { Item } from '../../domain/feed.ts'
import { COMMON_WORDS, STOP_WORDS } from './common-words.ts'
import { sharedStem } from './same-words.ts'
import { stemOf } from './word-stem.ts'

/** `start`: capitalised at the start of a sentence, so that only other texts tell whether it is a name. */
export type WordKind = 'name' | 'start' | 'number' | 'common' | 'word'

export interface StoryWord {
  key: string
  kind: WordKind
  weight: number
}

const TITLE_WEIGHT = 2
const LEAD_WEIGHT = 1
const LEAD_WORDS = 60
const MOST_CHARACTERS = 2000

/** "MAI-Voice-1", "6,500" and "4%" are one word each. */
const WORD = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*%?/gu
/** "International Monetary Fund", "Ministry of Defence". */
const LONG_NAME = /\p{Lu}[\p{L}’'-]+(?: (?:(?:of|for|and|on|the) ){0,2}\p{Lu}[\p{L}’'-]+){1,5}/gu
const ACRONYM = /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){1,5}\p{Lu})$/u
const SENTENCE_START = /(?:^|[.!?:]["”’]?\s+["“‘]?|^["“‘])$/
const CAPITAL = /\p{Lu}/u
const LEAST_INITIALS = 3

/** In a Title Written Like This, capitals say nothing. */
function capitalsTell(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? []
  return words.filter(word => /^\p{Lu}/u.test(word)).length < words.length * 0.6
}

function kindOf(word: string, lower: string, isSure: boolean): WordKind {
  if (COMMON_WORDS.has(lower)) return 'common'
  if (/\d/.test(word)) return /\p{L}/u.test(word) ? 'name' : 'number'
  if (/.\p{Lu}/u.test(word)) return 'name'
  if (!/^\p{Lu}/u.test(word)) return 'word'
  return isSure ? 'name' : 'start'
}

/** "Manning" is no form of "man". */
const keyOf = (lower: string, kind: WordKind): string =>
  sharedStem(kind === 'name' && /(?:ing|ed)$/.test(lower) ? lower : stemOf(lower))

type ReadWord = Omit<StoryWord, 'weight'> | null

/** `isSure`: a capital makes a name of it, as it starts no sentence. */
function readWord(written: string, isSure: boolean, capitalsTell: boolean): ReadWord {
  const word = written.replace(/['’]s?$/, '')
  const lower = word.toLowerCase()
  if (capitalsTell && ACRONYM.test(word)) return { key: sharedStem(lower.replaceAll('.', '')), kind: 'name' }
  if (STOP_WORDS.has(lower)) return null
  const kind = kindOf(word, lower, isSure)
  const key = keyOf(lower, kind)
  return key.length < 2 ? null : { key, kind }
}

type WordReader = typeof readWord

/** Most words of the news come again and again. */
function rememberWords(): WordReader {
  const places = [0, 1, 2].map(() => new Map<string, ReadWord>())
  return (written, isSure, tell) => {
    const known = places[tell ? (isSure ? 2 : 1) : 0]
    const found = known?.get(written)
    if (found !== undefined) return found
    const read = readWord(written, isSure, tell)
    known?.set(written, read)
    return read
  }
}

/** "imf", where the International Monetary Fund is named. */
const initialsIn = (text: string): string[] =>
  [...text.matchAll(LONG_NAME)]
    .map(([name]) => (name.match(/(?<![\p{L}’'])\p{Lu}/gu) ?? []).join('').toLowerCase())
    .filter(initials => initials.length >= LEAST_INITIALS)

/** Does a sentence go on here? Asked of capitals alone. */
const isInside = (text: string, at: number): boolean =>
  CAPITAL.test(text[at] ?? '') && !SENTENCE_START.test(text.slice(Math.max(0, at - 4), at))

function wordsIn(text: string, weight: number, read: WordReader): StoryWord[] {
  const tell = capitalsTell(text)
  const found: StoryWord[] = tell ? initialsIn(text).map(key => ({ key, kind: 'name', weight })) : []
  for (const match of text.matchAll(WORD)) {
    const word = read(match[0], tell && isInside(text, match.index), tell)
    if (word !== null) found.push({ key: word.key, kind: word.kind, weight })
  }
  return found
}

const firstWords = (text: string): string => text.slice(0, MOST_CHARACTERS).split(/\s+/, LEAD_WORDS).join(' ')

/** The words that tell what each item is about: its title's, which count double, and the first sixty of its text. */
export function storyWords(items: readonly Pick<Item, 'title' | 'text'>[]): StoryWord[][] {
  const read = rememberWords()
  return items.map(({ title, text }) => [
    ...wordsIn(title, TITLE_WEIGHT, read),
    ...wordsIn(firstWords(text), LEAD_WEIGHT, read)
  ])
}
