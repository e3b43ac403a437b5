import { asksForMore, handsOver } from '../../domain/calls-for-more.ts'
import type { Correction, Script, Turn } from '../../domain/script.ts'
import { keepersOf, tailOf, toldIn } from './story-tails.ts'

/** A way to end a segment: with its last turns dropped, or with spare ones added. */
export interface Ending extends Correction {
  /** That it adds; below 0 where it takes away. */
  seconds: number
  /** How much worse it sounds than the ending that was written; 0 is as good. */
  cost: number
}

export interface EndingsInput {
  script: Pick<Script, 'segments' | 'turns' | 'spare'>
  /** Seconds that a turn takes, with the silence before it, by its id. */
  secondsOf: (turn: string) => number
  outletOf: (item: string) => string
}

export const AS_WRITTEN: Ending = { dropped: [], added: [], seconds: 0, cost: 0 }
/** The same host ends one part and begins the next. */
const COST_OF_RUN = 0.5
/** The next story was announced by its last words. */
const COST_OF_HAND_OVER = 0.5
/** One more turn that stands by itself. */
const COST_OF_MORE = 0.1
/** Divided by the turns that the story is left with: long stories give first. */
const COST_OF_TURN = 0.5

const runsIn = (turns: readonly (Turn | undefined)[]): number =>
  turns.filter((turn, at) => at > 0 && turn !== undefined && turn.host === turns[at - 1]?.host).length

/** What each story can do without at its end. What is said of how many sources there were stays true. */
export function shorterEndings({ script, secondsOf, outletOf }: EndingsInput): Ending[][] {
  const told = toldIn(script)
  const hosts = new Set(script.turns.map(({ host }) => host))
  const outletsOf = (turns: readonly Turn[]): string[] => turns.flatMap(({ items }) => items.map(outletOf))
  const keepers = keepersOf(told, outletsOf)
  return told.map(({ turns, next }, story) =>
    tailOf(turns).flatMap((_turn, at): Ending[] => {
      const left = turns.slice(0, turns.length - at - 1)
      const dropped = turns.slice(left.length)
      const last = left.at(-1)
      const heard = new Set(outletsOf(left))
      if (last === undefined || asksForMore(last)) return []
      if ([...(keepers[story] ?? [])].some(outlet => !heard.has(outlet))) return []
      const runs = Math.max(0, runsIn([...left, next]) - runsIn([...turns, next]))
      const hands = dropped.slice(-1).some(turn => handsOver(turn, hosts)) ? COST_OF_HAND_OVER : 0
      const thin = dropped.reduce((sum, _turn, more) => sum + COST_OF_TURN / (turns.length - more - 1), 0)
      const seconds = dropped.reduce((sum, { id }) => sum - secondsOf(id), 0)
      return [
        { dropped: dropped.map(({ id }) => id), added: [], seconds, cost: runs * COST_OF_RUN + hands + thin }
      ]
    })
  )
}

/** What each story has in reserve for its end: the first of its spare turns, the first two, and so on. */
export function longerEndings({ script, secondsOf }: EndingsInput): Ending[][] {
  const hosts = new Set(script.turns.map(({ host }) => host))
  const isOpen = (turn: Turn): boolean => asksForMore(turn) || handsOver(turn, hosts)
  return toldIn(script).map(({ turns, next }) => {
    const last = turns.at(-1)
    if (last === undefined || isOpen(last)) return []
    const own = (script.spare ?? []).filter(({ segment }) => segment === last.segment)
    const opened = own.findIndex(isOpen)
    const spare = opened === -1 ? own : own.slice(0, opened)
    return spare.map((_turn, at): Ending => {
      const added = spare.slice(0, at + 1)
      const runs = Math.max(0, runsIn([last, ...added, next]) - runsIn([last, next]))
      const seconds = added.reduce((sum, { id }) => sum + secondsOf(id), 0)
      const cost = runs * COST_OF_RUN + added.length * COST_OF_MORE
      return { dropped: [], added: added.map(({ id }) => id), seconds, cost }
    })
  })
}
