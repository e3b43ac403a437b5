import { splitSentences } from '../../../../domain/sentences.ts'
import type { Turn } from '../../../../domain/script.ts'
import { contentStems, overlapOf } from '../language/words.ts'
import type { Candidate } from '../sentences/candidates.ts'

/** Sentences that a script says, by the words in them that carry content. */
export type Said = readonly ReadonlySet<string>[]

/** With fewer, "Here is more" would be like any sentence. */
const LEAST_STEMS = 4
const MOST_ALIKE = 0.45
/** Two sentences with figures, half alike, may give two figures for one thing. */
const MOST_ALIKE_FIGURES = 0.3
/** Of the words of a sentence, where it is what a turn says, with an "And" or a credit around it. */
const IS_IT = 0.8

const hasFigure = (stems: ReadonlySet<string>): boolean => [...stems].some(stem => /\d/.test(stem))

export const saidIn = (turns: readonly Pick<Turn, 'text'>[]): Said =>
  turns
    .flatMap(({ text }) => splitSentences(text))
    .map(contentStems)
    .filter(({ size }) => size >= LEAST_STEMS)

/** Is a sentence told already, or so nearly that it would be heard as told? */
export const isTold = ({ stems }: Candidate, said: Said): boolean =>
  said.some(other => {
    const most = hasFigure(stems) && hasFigure(other) ? MOST_ALIKE_FIGURES : MOST_ALIKE
    return overlapOf(stems, other) >= most
  })

/** Is it this very sentence that is said? */
export const isSaid = ({ stems }: Candidate, said: Said): boolean =>
  stems.size >= LEAST_STEMS &&
  said.some(other => overlapOf(stems, other) >= IS_IT && other.size >= stems.size * IS_IT)
