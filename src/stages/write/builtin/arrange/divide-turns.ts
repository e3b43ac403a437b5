import type { Candidate } from '../sentences/candidates.ts'
import type { SeededRandom } from '../language/seeded-random.ts'
import type { Placed } from '../choose/sequence.ts'

const MOST_TURNS = 5
const LEAST_TURNS = 2
const MOST_TURN_WORDS = 88
const WORDS_PER_TURN = 34

interface TurnLimits {
  mostTurns?: number
  wordsPerTurn?: number
  leastTurns?: number
  /** In one turn. */
  mostWords?: number
}

const wordsOf = (group: readonly Candidate[]): number => group.reduce((sum, { words }) => sum + words, 0)

/** Sentences that must stay together, together. */
function groupsOf(placed: readonly Placed[]): Candidate[][] {
  const groups: Candidate[][] = []
  for (const { candidate, glued } of placed) {
    if (glued) groups.at(-1)?.push(candidate)
    else groups.push([candidate])
  }
  return groups
}

/** How often the outlet changes, and one. */
const outletRunsOf = (sentences: readonly Candidate[]): number =>
  sentences.filter(({ item }, at) => item.outlet !== sentences[at - 1]?.item.outlet).length

function turnCount(
  words: number,
  groups: number,
  outletRuns: number,
  {
    mostTurns = MOST_TURNS,
    wordsPerTurn = WORDS_PER_TURN,
    leastTurns = LEAST_TURNS,
    mostWords = MOST_TURN_WORDS
  }: TurnLimits
): number {
  const least = Math.ceil(words / mostWords)
  const wanted = Math.max(Math.round(words / wordsPerTurn), leastTurns, least, outletRuns)
  return Math.min(groups, wanted, Math.max(mostTurns, least))
}

/**
 * Divides the sentences of a story into turns of different lengths: few, and more only where a turn would be
 * too long to listen to. A change of outlet is a good place to change hosts.
 */
export function divideTurns(
  placed: readonly Placed[],
  random: SeededRandom,
  limits: TurnLimits = {}
): Candidate[][] {
  const groups = groupsOf(placed)
  const total = wordsOf(groups.flat())
  const count = turnCount(total, groups.length, outletRunsOf(groups.flat()), limits)
  const weights = Array.from({ length: count }, () => 0.6 + random.next() * 0.8)
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const turns: Candidate[][] = [[]]
  for (const [at, group] of groups.entries()) {
    const turn = turns.at(-1) ?? []
    const wished = (total * (weights[turns.length - 1] ?? 1)) / sum
    const changesOutlet = turn.length > 0 && turn.at(-1)?.item.outlet !== group[0]?.item.outlet
    const isFull = wordsOf(turn) + wordsOf(group) / 2 > wished || changesOutlet
    const mustGo = groups.length - at <= count - turns.length
    const overflows = wordsOf(turn) + wordsOf(group) > (limits.mostWords ?? MOST_TURN_WORDS)
    const mayGo = turn.length > 0 && turns.length < count
    if ((mayGo && (isFull || mustGo)) || (turn.length > 0 && overflows)) turns.push([...group])
    else turn.push(...group)
  }
  return turns
}
