import type { Candidate } from '../sentences/candidates.ts'
import { overlapOf, stemOf, tokensOf } from '../language/words.ts'

const MOST_OVERLAP_SAME_ITEM = 0.65
const MOST_OVERLAP = 0.45
const MOST_OVERLAP_SAME_FIGURES = 0.55

/** Figures with the marks of money and share that they have. */
export const figuresOf = (text: string): string[] =>
  tokensOf(text).filter(word => /^[$£€]?\d[\d.,]*(?:%|m|bn|k)?$/.test(word))

const MEASURE = /(?<![\p{L}\d.,-])(\d[\d.,]*) (?:(?:million|billion) )?(\p{Ll}{3,}|%)/gu
const measuresOf = (text: string): Map<string, string> =>
  new Map([...text.matchAll(MEASURE)].map(([, figure = '', unit = '']) => [stemOf(unit), figure]))

const CLASH_OVERLAP = 0.35

/** Do two outlets give another figure for what is likely the same thing? */
function clashes(candidate: Candidate, other: Candidate): boolean {
  if (candidate.item.id === other.item.id || overlapOf(candidate.stems, other.stems) < CLASH_OVERLAP)
    return false
  const told = measuresOf(other.text)
  return [...measuresOf(candidate.text)].some(([unit, figure]) => (told.get(unit) ?? figure) !== figure)
}

/** Half of it in the same words, and no figure in it that was not in them. */
function hasNothingNew(candidate: Candidate, other: Candidate): boolean {
  const figures = figuresOf(candidate.text)
  const told = figuresOf(other.text)
  return (
    figures.length > 0 &&
    figures.every(figure => told.includes(figure)) &&
    overlapOf(candidate.stems, other.stems) >= MOST_OVERLAP_SAME_FIGURES
  )
}

/** Is a sentence told already, or another figure for what was told? */
export function isTold(candidate: Candidate, told: readonly Candidate[]): boolean {
  return told.some(
    other =>
      other.text === candidate.text ||
      clashes(candidate, other) ||
      hasNothingNew(candidate, other) ||
      overlapOf(candidate.stems, other.stems) >=
        (other.item.id === candidate.item.id ? MOST_OVERLAP_SAME_ITEM : MOST_OVERLAP)
  )
}
