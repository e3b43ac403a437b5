import { countWords } from '../../../../domain/text.ts'
import type { TurnFault } from '../fault.ts'
import type { Reading } from '../reading.ts'

/** A listener loses the thread of a longer turn. */
export const MOST_TURN_WORDS = 120

/** As long as 120 long words: a word without end is no turn either. */
const MOST_TURN_CHARACTERS = 1200

/** Words that a turn may have: some freedom around its budget. */
export function lengthsFor(budget: number | undefined): { least: number; most: number } {
  if (budget === undefined) return { least: 1, most: MOST_TURN_WORDS }
  const most = Math.min(MOST_TURN_WORDS, Math.max(budget * 1.6, budget + 12))
  return { least: Math.max(1, Math.min(budget * 0.4, budget - 8)), most }
}

/** Turns that are empty, or far from the length that was asked for. */
export function checkLength({ turn, context }: Reading): TurnFault[] {
  const words = countWords(turn.text)
  if (words === 0)
    return [{ kind: 'empty', text: turn.text, message: 'it is empty; say something or leave the turn out' }]
  if (turn.text.length > MOST_TURN_CHARACTERS)
    return [
      {
        kind: 'length',
        text: turn.text.slice(0, 60),
        message: `it has ${turn.text.length} characters; at most ${MOST_TURN_CHARACTERS} can be followed`
      }
    ]
  const budget = turn.wordBudget ?? context.wordBudgets?.[turn.id]
  const { least, most } = lengthsFor(budget)
  if (words >= least && words <= most) return []
  const asked =
    budget === undefined
      ? `at most ${most} can be followed`
      : `${Math.ceil(least)} to ${Math.floor(most)} fit its time`
  return [{ kind: 'length', text: turn.text.slice(0, 60), message: `it has ${words} words; ${asked}` }]
}
