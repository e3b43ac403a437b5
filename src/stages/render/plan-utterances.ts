import type { PlannedSentence } from './plan-take.ts'
import { plainWords } from './spoken-words.ts'

/** Sentences of a turn that are said in one call of the model. */
export type Utterance = readonly PlannedSentence[]

/** A call is no longer than this, unless a single sentence is. */
const MOST_CHARACTERS = 280

const lengthOf = (utterance: Utterance): number =>
  utterance.reduce((sum, { spoken }) => sum + plainWords(spoken).length + 1, -1)

/** Joins sentences that are too short for the model with the shorter of their neighbours; the order stays. */
export function planUtterances(
  sentences: readonly PlannedSentence[],
  { leastCharacters }: { leastCharacters: number }
): Utterance[] {
  const utterances: Utterance[] = sentences.map(sentence => [sentence])
  for (let at = 0; at < utterances.length;) {
    const short = lengthOf(utterances[at] ?? []) < leastCharacters
    const first = short ? neighbourOf(utterances, at) : null
    if (first === null) at++
    else {
      utterances.splice(first, 2, utterances.slice(first, first + 2).flat())
      at = first
    }
  }
  return utterances
}

/** The first of the two that become one: this and the next, or the one before and this. */
function neighbourOf(utterances: readonly Utterance[], at: number): number | null {
  const pairs = [at, at - 1].flatMap(first => {
    const [a, b] = [utterances[first], utterances[first + 1]]
    return a && b ? [{ first, length: lengthOf(a) + 1 + lengthOf(b) }] : []
  })
  const [best] = pairs.filter(({ length }) => length <= MOST_CHARACTERS).sort((a, b) => a.length - b.length)
  return best?.first ?? null
}
