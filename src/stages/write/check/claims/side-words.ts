import { OPPOSITES } from './opposites.ts'

/** A word or phrase of one side of a pair of opposites, where it stands. */
export interface SideWord {
  pair: number
  sign: 1 | -1
  word: string
  index: number
}

type Taken = Pick<SideWord, 'pair' | 'sign'>

const isWord = (alternative: string): boolean => /^[a-z]+$/.test(alternative)

/** Splits a pattern at the bars that stand in no bracket. */
const alternativesOf = (pattern: string): string[] => pattern.split(/\|(?![^(]*\))/)

const SIDES = OPPOSITES.flatMap((sides, pair) =>
  sides.map((pattern, at) => ({
    pair,
    sign: at === 0 ? (1 as const) : (-1 as const),
    alternatives: alternativesOf(pattern)
  }))
)

/** The sides of single words: looked up, since there are hundreds. */
const WORDS: ReadonlyMap<string, readonly Taken[]> = SIDES.reduce((words, { pair, sign, alternatives }) => {
  for (const word of alternatives.filter(isWord))
    words.set(word, [...(words.get(word) ?? []), { pair, sign }])
  return words
}, new Map<string, Taken[]>())

const PHRASES = SIDES.map(({ pair, sign, alternatives }) => ({
  pair,
  sign,
  phrases: alternatives.filter(each => !isWord(each)).join('|')
}))
  .filter(({ phrases }) => phrases !== '')
  .map(({ phrases, ...side }) => ({ ...side, pattern: new RegExp(`\\b(?:${phrases})\\b`, 'g') }))

/** Every word of a folded text that takes a side. */
export function sideWordsIn(text: string): SideWord[] {
  const words = [...text.matchAll(/[a-z]+/g)].flatMap(({ 0: word, index }) =>
    (WORDS.get(word) ?? []).map(taken => ({ ...taken, word, index }))
  )
  const phrases = PHRASES.flatMap(({ pair, sign, pattern }) =>
    [...text.matchAll(pattern)].map(({ 0: word, index }) => ({ pair, sign, word, index }))
  )
  return [...words, ...phrases]
}
