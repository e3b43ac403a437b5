import { sharedOf } from '../claims/best-evidence.ts'
import type { CheckedTurn } from '../context.ts'
import type { TurnFault } from '../fault.ts'
import { readStatements, type Statement } from '../read-statement.ts'
import type { Reading } from '../reading.ts'
import { toldDaysOf } from './told-days.ts'
import { flatWords } from './word-runs.ts'

const LEAST_STEMS = 4
const MOST_ALIKE = 0.75
const MOST_STALE = 0.9
const LEAST_STALE_STEMS = 6
const LEAST_EXACT_WORDS = 5

/** Share of all content words of two sentences that both have. */
export function likeness(a: Statement, b: Statement): number {
  const shared = sharedOf(a.stems, b.stems)
  return shared / Math.max(1, a.stems.size + b.stems.size - shared)
}

/** Share of the content words of a sentence that an earlier one has. */
const heldBy = (said: Statement, earlier: Statement): number =>
  sharedOf(said.stems, earlier.stems) / Math.max(1, said.stems.size)

const textCache = new Map<string, Statement[]>()

function statementsOf(text: string): Statement[] {
  const known = textCache.get(text)
  if (known !== undefined) return known
  if (textCache.size > 256) textCache.clear()
  const read = readStatements(text)
  textCache.set(text, read)
  return read
}

const formOf = (said: Statement): string => flatWords(said.text).join(' ')

const isAgain = (said: Statement, earlier: Statement, sameSegment: boolean): boolean => {
  if (formOf(said) === formOf(earlier)) return flatWords(said.text).length >= LEAST_EXACT_WORDS || sameSegment
  if (sameSegment && said.stems.size >= 3 && said.amounts.length > 0 && likeness(said, earlier) === 1)
    return true
  return sameSegment && said.stems.size >= LEAST_STEMS && likeness(said, earlier) >= MOST_ALIKE
}

function repeatOf(said: Statement, turn: CheckedTurn, earlier: readonly CheckedTurn[]): TurnFault[] {
  const found = earlier.find(each =>
    statementsOf(each.text).some(old => isAgain(said, old, each.story !== null && turn.story !== null))
  )
  return found === undefined
    ? []
    : [{ kind: 'repetition', text: said.text, message: `turn ${found.id} says the same: "${found.text}"` }]
}

/** What was said before: in this turn, or in this episode. */
export const checkRepetition = ({ sentences, turn, context }: Reading): TurnFault[] =>
  sentences.flatMap((said, at) => {
    const inside = sentences.slice(0, at).some(old => isAgain(said, old, true))
    if (inside) return [{ kind: 'repetition', text: said.text, message: 'the turn says this twice' }]
    return repeatOf(said, turn, context.said ?? [])
  })

/** What an earlier episode told in nearly the same words, and the turn does not tell as such. */
export const checkStale = (reading: Reading): TurnFault[] => {
  const { sentences, isStory, context } = reading
  return isStory
    ? sentences.flatMap(said => {
        if (said.stems.size < LEAST_STALE_STEMS || toldDaysOf(said, reading).length > 0) return []
        const old = context.earlierEpisodes
          .flatMap(statementsOf)
          .find(each => heldBy(said, each) >= MOST_STALE)
        return old === undefined
          ? []
          : [{ kind: 'stale', text: said.text, message: `an earlier episode said: "${old.text}"` }]
      })
    : []
}
