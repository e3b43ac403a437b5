import { countWords } from '../../../../domain/text.ts'
import { continued } from '../language/continued.ts'
import type { Names } from '../language/names.ts'
import { SPEECH_VERBS } from '../language/word-lists.ts'
import { CREDITS_ADDED, CREDITS_AFTER, CREDITS_BEFORE } from '../phrases/sources.ts'
import type { Candidate } from '../sentences/candidates.ts'
import type { PhraseBook } from './phrase-book.ts'
import type { Line } from './script-part.ts'

const MOST_WORDS = 28
const OF_SOMEBODY = new RegExp(
  `\\b(?:${SPEECH_VERBS}|according to|stud(?:y|ies)|report|survey|poll|seen by|obtained by)\\b`
)

/** Has the sentence room for its source, and no other that it is from? */
export const isCreditable = (text: string): boolean =>
  countWords(text) <= MOST_WORDS && !/["“”‘:;–—()]/.test(text) && !OF_SOMEBODY.test(text)

export interface CreditContext {
  names: Names
  book: PhraseBook
}

const withText = (candidate: Candidate, text: string): Line => ({
  text,
  from: candidate,
  items: [candidate.item]
})

/** "The Wire reports that …" Null where the sentence cannot go on so. */
export function creditedBefore(
  candidate: Candidate,
  outlet: string,
  isAdded: boolean,
  { names, book }: CreditContext
): Line | null {
  const rest = isCreditable(candidate.text) ? continued(candidate.text, word => names.proper.has(word)) : null
  const start = rest === null ? null : book.pickPlain(isAdded ? CREDITS_ADDED : CREDITS_BEFORE, { outlet })
  return start === null ? null : withText(candidate, `${start} ${rest}`)
}

/** "…, according to the Wire." Null where the sentence has no room for it. */
export function creditedAfter(candidate: Candidate, outlet: string, { book }: CreditContext): Line | null {
  const end = isCreditable(candidate.text) ? book.pickPlain(CREDITS_AFTER, { outlet }) : null
  return end === null ? null : withText(candidate, candidate.text.replace(/\.$/, `, ${end}.`))
}
