import type { Item } from '../../domain/feed.ts'

import { COMMON_WORDS, STOP_WORDS } from './common-words.ts'

/** Weight of each term. */
export type Terms = Map<string, number>

/** What an item is about, before the rarity of its terms is known. */
export interface StoryTerms {
  terms: Terms
  /** Terms that name somebody or something. */
  names: Set<string>
}

const TITLE_WEIGHT = 2
const LEAD_WEIGHT = 1
const NAME_FACTOR = 1.6
const COMMON_FACTOR = 0.6
/** What a word adds when it comes again. */
const REPEATED = 0.3
const LEAD_WORDS = 60

/** Different endings of one word should meet; it need not be linguistics. */
function stem(word: string): string {
  if (/\d/.test(word) || word.length < 4) return word
  return word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=.{3})(?:ing|ed|es|s)$/, '')
    .replace(/(?<=.{3})e$/, '')
}

/** "MAI-Voice-1", "6,500" and "4%" are one word each. */
const WORD = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*%?/gu

/** In a Title Written Like This, capitals say nothing. */
function capitalsTell(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? []
  return words.filter(word => /^\p{Lu}/u.test(word)).length < words.length * 0.6
}

function isName(word: string, before: string, namesShow: boolean): boolean {
  if (/\d/.test(word) || /.\p{Lu}/u.test(word)) return true
  return namesShow && /^\p{Lu}/u.test(word) && !/(?:^|[.!?:]["”’]?\s+["“‘]?)$/.test(before)
}

function addTerms({ terms, names }: StoryTerms, text: string, weight: number): void {
  const namesShow = capitalsTell(text)
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replace(/['’]s?$/, '')
    const lower = word.toLowerCase()
    const key = stem(lower)
    if (key.length < 2 || STOP_WORDS.has(lower)) continue
    const isCommon = COMMON_WORDS.has(lower)
    const before = text.slice(Math.max(0, match.index - 4), match.index)
    const isNamed = !isCommon && isName(word, before, namesShow)
    if (isNamed && /\p{L}/u.test(word)) names.add(key)
    const added = weight * (isNamed ? NAME_FACTOR : isCommon ? COMMON_FACTOR : 1)
    const known = terms.get(key)
    terms.set(key, known === undefined ? added : Math.max(known, added) + REPEATED * added)
  }
}

/** The words that tell what an item is about: its title's count double, names and numbers more than other words. */
export function storyTerms(item: Pick<Item, 'title' | 'text'>): StoryTerms {
  const found: StoryTerms = { terms: new Map(), names: new Set() }
  addTerms(found, item.title, TITLE_WEIGHT)
  addTerms(found, item.text.split(/\s+/, LEAD_WORDS).join(' '), LEAD_WEIGHT)
  return found
}
