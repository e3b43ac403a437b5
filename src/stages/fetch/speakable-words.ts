import { splitSentences } from '../../domain/sentences.ts'
import { countWords } from '../../domain/text.ts'

const LEAST_WORDS = 7
const MOST_WORDS = 40
/** A longer text is told by its beginning. */
const MOST_CHARACTERS = 20_000

const QUOTED = /“[^“”]{0,600}”|"[^"]{0,600}"/g
const TO_OR_BY_SOMEBODY =
  /\b(?:I|I['’]\w+|[Ww]e|[Ww]e['’]\w+|[Oo]ur|us|[Mm]y|me|[Yy]ou|[Yy]our|[Yy]ou['’]\w+)\b/
const OWN = /\b(?:I|I['’]\w+|[Ww]e|[Ww]e['’]\w+|[Oo]ur|us|[Mm]y|me)\b/
const LEANS =
  /^["“]?(?:He|She|It|They|This|That|These|Those|His|Her|Its|Their|But|And|So|Or|Then|There|Such|Both|However|Instead|Still|Yet|One|Some|Others?|Another)\b/

/** Of sentences that lean on the one before, not every one can be kept. */
const LEANING_SHARE = 0.4
/** Of the others, some fall to a day, a pronoun or a name that is not told. */
const SHARE = 0.7
/** Without a sentence near its beginning that stands alone, a text can hardly be told. */
const OPENING_SENTENCES = 5
const CLOSED_SHARE = 0.3
/** Text with so many sentences in the first person is an essay. */
const ESSAY_SHARE = 0.25

/** Is a text its author's own view or diary, so that nothing of it can be said as news? */
export function isEssay(text: string): boolean {
  const sentences = splitSentences(text.slice(0, MOST_CHARACTERS).replace(QUOTED, '“”'))
  const own = sentences.filter(sentence => OWN.test(sentence)).length
  return own >= 2 && own >= sentences.length * ESSAY_SHARE
}

function sayable(sentence: string): number {
  const words = countWords(sentence)
  const outside = sentence.replace(QUOTED, '')
  if (words < LEAST_WORDS || words > MOST_WORDS) return 0
  if (/[?!…]/.test(outside) || TO_OR_BY_SOMEBODY.test(outside) || /^["“‘']/.test(sentence)) return 0
  return words * (LEANS.test(sentence) ? LEANING_SHARE : SHARE)
}

/** About so many words of a text can be said by a host who has only the sentences of the source. */
export function speakableWords(text: string): number {
  const sentences = splitSentences(text.slice(0, MOST_CHARACTERS))
  const canOpen = sentences
    .slice(0, OPENING_SENTENCES)
    .some(sentence => sayable(sentence) > 0 && !LEANS.test(sentence))
  return sentences.reduce((sum, sentence) => sum + sayable(sentence), 0) * (canOpen ? 1 : CLOSED_SHARE)
}
