import type { Item } from '../../../../domain/feed.ts'
import { countWords } from '../../../../domain/text.ts'
import { addsToSomething, leansBack, namesPerson } from '../language/leaning.ts'
import type { Names } from '../language/names.ts'
import { isPersonIn } from '../language/names.ts'
import { isHeadlinese, sentenceFault } from './sentence-faults.ts'
import { trimSentence } from './trim-sentence.ts'
import { usableText } from './usable-text.ts'
import { contentStems } from '../language/words.ts'

/** A sentence of an item that a host could say. */
export interface Candidate {
  item: Item
  /** Place among all sentences of the item, from 0. */
  index: number
  /** As the item has it. */
  source: string
  /** As it is said. */
  text: string
  words: number
  stems: ReadonlySet<string>
  /** Needs the sentence before it, spoken directly before it. */
  leans: boolean
  /** Cannot be the first of its story. */
  adds: boolean
  /** A full name that was set for a surname alone; null where none was. */
  completed: string | null
  /** Could "he" or "she" in the next sentence stand for someone in this one? */
  namesPerson: boolean
}

const MOST_CHARACTERS = 600

/** The line under the headline stands before the text. */
const LAST_STANDFIRST = 1

/** The sentences of an item that can be said, in their order. */
export function candidatesOf(item: Item, names: Names, episodeDate: string): Candidate[] {
  const isPerson = (word: string): boolean => isPersonIn(names, word)
  return usableText(item).flatMap((source, index) => {
    if (source === null || source.length > MOST_CHARACTERS) return []
    const text = trimSentence(source, item.publishedAt, episodeDate)
    if (text === null || sentenceFault(text) !== null) return []
    if (index <= LAST_STANDFIRST && isHeadlinese(text)) return []
    return {
      item,
      index,
      source,
      text,
      words: countWords(text),
      stems: contentStems(text),
      leans: leansBack(text, isPerson),
      adds: addsToSomething(text),
      completed: null,
      namesPerson: namesPerson(text, isPerson)
    }
  })
}
