import { countWords } from '../../../domain/text.ts'
import type { PlacedTurn } from './place-turns.ts'

const MOST_WORDS = 90

/** Turns in a row by one host as one, as long as it can be followed; how each was written does not matter any more. */
export function joinTurns(turns: readonly PlacedTurn[]): PlacedTurn[] {
  const joined: PlacedTurn[] = []
  for (const turn of turns) {
    const last = joined.at(-1)
    const fits =
      last?.host === turn.host &&
      last.style === turn.style &&
      countWords(last.text) + countWords(turn.text) <= MOST_WORDS &&
      !last.text.endsWith('?')
    if (last === undefined || !fits) joined.push(turn)
    else
      joined[joined.length - 1] = {
        ...last,
        text: `${last.text} ${turn.text}`,
        items: [...new Set([...last.items, ...turn.items])]
      }
  }
  return joined
}
