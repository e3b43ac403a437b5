import { countWords } from '../../../domain/text.ts'
import { isQuestion } from './hanging-question.ts'
import type { Proposal } from './studio.ts'

const MOST_WORDS = 90

/** Turns in a row by one host as one, as long as it can be followed, and may be heard after those before it. */
export function joinTurns(
  turns: readonly Proposal[],
  mayBeHeard: (turn: Proposal, before: readonly Proposal[]) => boolean
): Proposal[] {
  const joined: Proposal[] = []
  for (const turn of turns) {
    const last = joined.pop()
    const both = last === undefined ? null : bothOf(last, turn)
    if (both !== null && mayBeHeard(both, joined)) joined.push(both)
    else joined.push(...(last === undefined ? [] : [last]), turn)
  }
  return joined
}

/** Two turns as one; null where they are not one host's in one style, or too long, or one asks and the other answers. */
function bothOf(one: Proposal, other: Proposal): Proposal | null {
  const fits =
    one.host === other.host &&
    one.style === other.style &&
    countWords(one.text) + countWords(other.text) <= MOST_WORDS &&
    !isQuestion(one.text)
  if (!fits) return null
  return { ...one, text: `${one.text} ${other.text}`, items: [...new Set([...one.items, ...other.items])] }
}
