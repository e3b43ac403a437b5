import { splitSentences } from '../../../../domain/sentences.ts'
import { contentStems, tokensOf } from '../language/words.ts'
import type { Candidate } from '../sentences/candidates.ts'

/** Of the words of a sentence that carry content: with so many in one earlier sentence, it says nothing new. */
const MOST_HELD = 0.7
/** Of a sentence with fewer, all of them. */
const LEAST_STEMS = 4

const figuresIn = (text: string): string[] => tokensOf(text).filter(word => /\d/.test(word))

/** Did one of these lines say the sentence, in the same or nearly the same words? With another figure in it, it is news. */
export function createToldTest(lines: readonly string[]): (candidate: Candidate) => boolean {
  const told = lines.flatMap(splitSentences).map(text => ({
    stems: contentStems(text),
    figures: new Set(figuresIn(text))
  }))
  return ({ text, stems }) => {
    const least = stems.size < LEAST_STEMS ? stems.size : MOST_HELD * stems.size
    return told.some(
      earlier =>
        [...stems].filter(stem => earlier.stems.has(stem)).length >= least &&
        figuresIn(text).every(figure => earlier.figures.has(figure))
    )
  }
}
