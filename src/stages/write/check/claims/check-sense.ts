import type { TurnFault } from '../fault.ts'
import { COMMON_WORDS } from '../names/common-words.ts'
import type { Statement } from '../read-statement.ts'
import type { Reading } from '../reading.ts'
import { STOP_WORDS, TALK_WORDS } from '../text/stop-words.ts'
import { stemOf } from '../text/stems.ts'

const TWICE = /\b(the|a|an|of|to|and|or|is|was|in|for|with|by|from|on|at|it|they|we|he|she)\s+\1\b/i
const CUT_OFF = /\b(?:the|a|an|of|and|or|than|their|its|his|my|our|your)["']?[.!]?$/i
const FEW_WORDS = 4

/** A short sentence in which no word is of the items, of English small words, or of small talk. */
function isNonsense({ tokens }: Statement, { stems, ownWords }: Reading): boolean {
  const words = tokens
    .filter(({ kind }) => kind === 'word')
    .map(({ lower }) => lower.replace(/'\p{L}+$/u, ''))
  const isKnown = (word: string): boolean =>
    STOP_WORDS.has(word) ||
    TALK_WORDS.has(word) ||
    COMMON_WORDS.has(word) ||
    ownWords.has(word) ||
    stems.has(stemOf(word))
  return words.length >= 2 && words.length <= FEW_WORDS && !words.some(isKnown)
}

/** What no person would say: a small word twice, a sentence that stops short, words that are none. */
export const checkSense = (reading: Reading): TurnFault[] =>
  reading.sentences.flatMap(said => {
    const broken = TWICE.exec(said.text)?.[0] ?? CUT_OFF.exec(said.text)?.[0]
    if (broken !== undefined)
      return [
        { kind: 'claim' as const, text: broken, message: `"${broken}" is no end or part of a sentence` }
      ]
    return isNonsense(said, reading)
      ? [
          {
            kind: 'claim' as const,
            text: said.text,
            message: `no word of "${said.text}" is in the cited items`
          }
        ]
      : []
  })
