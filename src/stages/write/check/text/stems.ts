import { bareForm } from './bare-form.ts'
import { IRREGULAR, SAME_SENSE } from './word-forms.ts'
import { STOP_WORDS } from './stop-words.ts'
import type { Token } from './token.ts'

const cache = new Map<string, string>()
const MOST_CACHED = 20_000

function readStem(word: string): string {
  const base = IRREGULAR.get(word) ?? IRREGULAR.get(word.replace(/s$/, '')) ?? word
  return SAME_SENSE.get(base) ?? SAME_SENSE.get(bareForm(base)) ?? bareForm(base)
}

/** The same for the forms of an English word and for its near synonyms; the word is folded. */
export function stemOf(word: string): string {
  const bare = word.replace(/'s$|'$/, '')
  const known = cache.get(bare)
  if (known !== undefined) return known
  const stem = readStem(bare)
  if (cache.size < MOST_CACHED) cache.set(bare, stem)
  return stem
}

const isContent = ({ kind, lower }: Token): boolean =>
  kind === 'identifier' || (kind === 'word' && lower.length > 1 && !STOP_WORDS.has(lower))

/** Stems of the words that carry content, in order. */
export const contentStems = (tokens: readonly Token[]): string[] =>
  tokens.filter(isContent).map(({ lower }) => stemOf(lower))
