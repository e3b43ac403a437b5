import { MOST_OFF } from '../../domain/report.ts'
import type { Correction } from '../../domain/script.ts'
import {
  AS_WRITTEN,
  longerEndings,
  shorterEndings,
  type Ending,
  type EndingsInput
} from './length-choices.ts'

export interface LengthInput extends EndingsInput {
  /** The whole episode, music and silence included, as it stands. */
  gotSeconds: number
  askedSeconds: number
}

/** Of the seconds asked for: plans that differ by less count as the same. */
const STEPS = 1000
/** Of the seconds asked for: what is dropped may go so far beyond the goal, where what is added leads back to it. */
const DETOUR = 0.25
const EASE = 1e-9
/** Worse than every plan that keeps the length. */
const BEYOND = 1e6

/** Of all ways to end each story, the best for each length that they can have together. */
function plansOf(
  stories: readonly (readonly Ending[])[],
  stepSeconds: number,
  mostSeconds: number
): Ending[] {
  let plans = [AS_WRITTEN]
  for (const endings of stories) {
    const best = new Map<number, Ending>()
    for (const plan of plans) {
      for (const ending of [AS_WRITTEN, ...endings]) {
        const seconds = plan.seconds + ending.seconds
        const cost = plan.cost + ending.cost
        const step = Math.round(seconds / stepSeconds)
        if (Math.abs(seconds) > mostSeconds || (best.get(step)?.cost ?? Infinity) <= cost) continue
        const dropped = [...plan.dropped, ...ending.dropped]
        const added = [...plan.added, ...ending.added]
        best.set(step, { dropped, added, seconds, cost })
      }
    }
    plans = [...best.values()]
  }
  return plans
}

/**
 * The turns to drop and the spare ones to add that bring an episode nearest to the length asked for; null where it is
 * within 5 %, or nothing brings it nearer. Only details at the end of a story are dropped, never an answer without its
 * question, nor all that is told from an outlet; among plans as near as each other, the one that is heard least.
 */
export function correctLength(input: LengthInput): Correction | null {
  const { gotSeconds, askedSeconds } = input
  const offBy = (seconds: number): number => Math.abs(seconds / askedSeconds - 1)
  if (offBy(gotSeconds) <= MOST_OFF + EASE) return null
  const shorter = shorterEndings(input)
  const endings = longerEndings(input).map((longer, story) => [...longer, ...(shorter[story] ?? [])])
  const mostSeconds = Math.abs(gotSeconds - askedSeconds) + DETOUR * askedSeconds
  const judged = plansOf(endings, askedSeconds / STEPS, mostSeconds).map(plan => {
    const off = offBy(gotSeconds + plan.seconds)
    return { ...plan, off, score: off <= MOST_OFF + EASE ? off * 100 + plan.cost : BEYOND + off }
  })
  const [best] = judged.sort((a, b) => a.score - b.score)
  if (best === undefined || best.off >= offBy(gotSeconds)) return null
  return { dropped: best.dropped, added: best.added }
}
