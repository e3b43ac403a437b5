import type { Take } from '../domain/take.ts'
import { sumCounts } from '../stages/render/sum-counts.ts'

function wallSeconds(made: readonly Record<string, unknown>[]): number {
  const ends = made.map(({ endedAt }) => Number(endedAt))
  const begins = made.map(({ endedAt, renderMs }) => Number(endedAt) - Number(renderMs))
  return (Math.max(...ends) - Math.min(...begins)) / 1000
}

/** For the report: what the jobs of the takes did, and what is in the takes. */
export function renderFacts(
  results: readonly Record<string, unknown>[],
  takes: readonly Pick<Take, 'dropped'>[]
) {
  const made = results.filter(result => result.reused === false)
  const sum = (key: string) => made.reduce((total, result) => total + Number(result[key] ?? 0), 0)
  const speechSeconds = sum('durationMs') / 1000
  const dropped = sumCounts(takes.map(take => take.dropped))
  return {
    takes: results.length,
    takesMade: made.length,
    takesReused: results.length - made.length,
    /** Of the speech model. */
    calls: sum('calls'),
    speechSeconds,
    /** Seconds from the first take's begin to the last one's end, per second of speech: all workers together. */
    realTimeFactor: speechSeconds === 0 ? null : wallSeconds(made) / speechSeconds,
    /** Symbols that the model had no sound for, in all the takes. */
    ...(dropped ? { dropped } : {})
  }
}
