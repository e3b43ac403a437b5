import type { Item } from '../../domain/feed.ts'
import { splitSentences } from '../../domain/sentences.ts'
import { STOP_WORDS } from './common-words.ts'
import { sharedStem } from './same-words.ts'
import { stemOf } from './word-stem.ts'

type Told = Pick<Item, 'title' | 'text'>

/** A sentence is news by its words alone where it has at least so many that carry content, */
const LEAST_STEMS = 5
/** and no more than this share of them was told. */
const MOST_KNOWN = 0.5
/** With a new number or name in it, so many new words are enough, that one counted. */
const LEAST_NEW = 2
const MOST_CHARACTERS = 10_000

const WORD = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*%?/gu

interface Said {
  stems: Set<string>
  figures: Set<string>
  names: Set<string>
}

const plain = (word: string): string => word.replace(/['’]s?$/, '')

/** The words of a sentence that carry content, and which of them are numbers and names. */
function read(sentence: string): Said {
  const said: Said = { stems: new Set(), figures: new Set(), names: new Set() }
  for (const [at, written] of (sentence.match(WORD) ?? []).map(plain).entries()) {
    const lower = written.toLowerCase()
    if (STOP_WORDS.has(lower)) continue
    const stem = sharedStem(stemOf(lower))
    said.stems.add(stem)
    if (/\d/.test(written)) said.figures.add(lower.replaceAll(',', ''))
    else if (at > 0 && /^\p{Lu}/u.test(written)) said.names.add(stem)
  }
  return said
}

const textOf = ({ title, text }: Told): string => `${title}.\n\n${text.slice(0, MOST_CHARACTERS)}`

const hasOther = (said: ReadonlySet<string>, known: ReadonlySet<string>): boolean =>
  [...said].some(each => !known.has(each))

/**
 * The first sentence of an item's text that has a fact of which the told items say nothing: a number, a name, or a
 * sentence mostly in other words. Null where it only repeats them. The day of the week is no fact.
 */
export function whatIsNew(item: Told, told: readonly Told[]): string | null {
  const known = read(told.map(textOf).join('\n\n'))
  const everything = new Set([...known.stems, ...known.figures])
  const isNew = (sentence: string): boolean => {
    const said = read(sentence)
    const other = [...said.stems].filter(stem => !everything.has(stem)).length
    if (hasOther(said.figures, known.figures) || hasOther(said.names, known.stems)) return other >= LEAST_NEW
    return said.stems.size >= LEAST_STEMS && other > said.stems.size * (1 - MOST_KNOWN)
  }
  return splitSentences(item.text.slice(0, MOST_CHARACTERS)).find(isNew) ?? null
}
