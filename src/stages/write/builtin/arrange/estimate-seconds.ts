import { wordsIn, type Part } from './script-part.ts'

const BETWEEN_TURNS_S = 0.35
const BETWEEN_SEGMENTS_S = 0.9

/** Seconds that segments of turns will take, by each host's measured pace. */
export function estimateSeconds(
  segments: readonly (readonly Part[])[],
  paceOf: (host: string) => number
): number {
  const turns = segments.flat()
  const speech = turns.reduce((sum, part) => sum + (wordsIn(part) / paceOf(part.host)) * 60, 0)
  const between = Math.max(0, segments.filter(parts => parts.length > 0).length - 1)
  return speech + between * BETWEEN_SEGMENTS_S + Math.max(0, turns.length - 1 - between) * BETWEEN_TURNS_S
}
