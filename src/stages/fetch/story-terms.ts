import type { Item } from '../../domain/feed.ts'
import { unifySpellings } from './name-spelling.ts'
import { storyWords, type StoryWord, type WordKind } from './story-words.ts'

/** Weight of each term. */
export type Terms = Map<string, number>

/** What an item is about. */
export interface StoryTerms {
  /** A vector of length 1. */
  terms: Terms
  /** Terms that name somebody or something. */
  names: Set<string>
}

const FACTORS: Record<WordKind, number> = { name: 1.6, start: 1, number: 1.6, common: 0.6, word: 1 }
/** What a word adds when it comes again. */
const REPEATED = 0.3
/** Rarity is judged as if there were at least so many items: two items alone share every word. */
const MIN_COLLECTION = 40

/** Keys that are names wherever they stand: capitalised inside a sentence, and more often than not. */
function namesAmong(all: readonly StoryWord[][]): Set<string> {
  const asName = new Map<string, number>()
  for (const words of all)
    for (const { key, kind } of words)
      if (kind === 'name' || kind === 'word')
        asName.set(key, (asName.get(key) ?? 0) + (kind === 'name' ? 1 : -1))
  return new Set([...asName].filter(([, count]) => count > 0).map(([key]) => key))
}

function settle(
  words: readonly StoryWord[],
  names: ReadonlySet<string>,
  spelledAs: Map<string, string>
): StoryTerms {
  const found: StoryTerms = { terms: new Map(), names: new Set() }
  for (const { key: written, kind, weight } of words) {
    const isName = kind === 'name' || (kind === 'start' && names.has(written))
    const key = isName ? (spelledAs.get(written) ?? written) : written
    if (isName) found.names.add(key)
    const added = weight * FACTORS[isName ? 'name' : kind]
    const known = found.terms.get(key)
    found.terms.set(key, known === undefined ? added : Math.max(known, added) + REPEATED * added)
  }
  return found
}

function weighByRarity(all: readonly StoryTerms[]): StoryTerms[] {
  const inItems = new Map<string, number>()
  for (const { terms } of all)
    for (const term of terms.keys()) inItems.set(term, (inItems.get(term) ?? 0) + 1)
  const total = Math.max(all.length, MIN_COLLECTION)
  return all.map(({ terms, names }) => {
    const weighed = [...terms].map(
      ([term, weight]) => [term, weight * Math.log(1 + total / (inItems.get(term) ?? 1))] as const
    )
    const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1
    return { names, terms: new Map(weighed.map(([term, weight]) => [term, weight / length])) }
  })
}

/**
 * What each of the items is about, as a vector of its words: names and numbers count more than other words, rare words
 * more than those that many items have. Names go by one spelling.
 */
export function storyTerms(items: readonly Pick<Item, 'title' | 'text'>[]): StoryTerms[] {
  const all = storyWords(items)
  const names = namesAmong(all)
  const spelledAs = unifySpellings(names)
  return weighByRarity(all.map(words => settle(words, names, spelledAs)))
}
