import type { Item } from '../../domain/feed.ts'
import { splitSentences } from '../../domain/sentences.ts'
import { countWords } from '../../domain/text.ts'

const FULL_WORDS = 120
const MIN_SENTENCE_WORDS = 12
const MIN_NEW_WORDS = 4

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []

/**
 * How much of the story a cleaned text carries. One whole sentence of 12 words that says more than the title is news,
 * if thin; less than that is a headline.
 */
export function substanceOf(title: string, text: string): Item['substance'] {
  const known = new Set(wordsOf(title))
  const added = new Set(wordsOf(text).filter(word => !known.has(word)))
  const sentences = splitSentences(text)
  const words = countWords(text)
  const tells =
    sentences.some(sentence => countWords(sentence) >= MIN_SENTENCE_WORDS) ||
    (sentences.length > 1 && words >= 25)
  if (!tells || added.size < MIN_NEW_WORDS) return 'headline'
  return words >= FULL_WORDS ? 'full' : 'summary'
}
