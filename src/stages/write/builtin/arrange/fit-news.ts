import type { Assignment } from '../../ports.ts'
import { isStale } from '../choose/follow-up.ts'
import type { StoryPool } from '../choose/story-pool.ts'
import type { Composed } from './compose-episode.ts'
import type { SecondsToSay } from './estimate-seconds.ts'
import { fitLength, isFilled } from './fit-length.ts'

/** Leaves out what earlier episodes told to the end, unless the rest is too little for the minutes asked for. */
export function fitNews(
  assignment: Assignment,
  pools: readonly StoryPool[],
  paceOf: (host: string) => number,
  secondsToSay: SecondsToSay
): Composed {
  const fit = (chosen: readonly StoryPool[]): Composed => fitLength(assignment, chosen, paceOf, secondsToSay)
  const fresh = pools.filter(pool => !isStale(pool))
  if (fresh.length === 0 || fresh.length === pools.length) return fit(pools)
  const composed = fit(fresh)
  return isFilled(assignment, composed, secondsToSay) ? composed : fit(pools)
}
