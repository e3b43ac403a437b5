import type { CuedTurn } from './cue-story.ts'
import type { Rota } from './rota.ts'
import type { Line, Part } from './script-part.ts'

export interface Seating {
  rota: Rota
  /** Says the first turn. */
  leader: string
  /** Must another host begin what comes after? */
  mustAlternate: boolean
  /** Is a question, or a remark, a turn of its own? */
  hasAsides: boolean
}

const linesIn = (...lines: (Line | null)[]): Line[] => lines.filter(line => line !== null)

/** Turns in their order: those at which `asides` has true with what is said before them as a turn of its own. */
function orderTurns(first: Line[], cued: readonly CuedTurn[], asides: readonly boolean[]): Line[][] {
  const turns = [[...first]]
  for (const [at, { remark, question, lines }] of cued.entries()) {
    if (asides[at] === true) turns.push(linesIn(remark, question), lines)
    else {
      if (question !== null) turns.at(-1)?.push(question)
      turns.push([...linesIn(remark), ...lines])
    }
  }
  return turns
}

/** Gives the turns of a story to the hosts, one after the other; where the next story would have the same leader, one aside less is a turn of its own. */
export function setTurns(
  first: Line[],
  cued: readonly CuedTurn[],
  { rota, leader, mustAlternate, hasAsides }: Seating
): Part[] {
  const asides = cued.map(({ remark, question }) => hasAsides && (remark ?? question) !== null)
  const repeatsLeader = (): boolean =>
    (cued.length + 1 + asides.filter(Boolean).length) % rota.hosts.length === 0
  const last = cued.findLastIndex(
    ({ remark, question }, at) => asides[at] === true && (remark === null || question === null)
  )
  if (mustAlternate && repeatsLeader() && last >= 0) asides[last] = false
  return orderTurns(first, cued, asides).map((lines, at) => ({
    kind: at === 0 ? 'lead' : 'detail',
    host: rota.after(leader, at),
    lines
  }))
}
