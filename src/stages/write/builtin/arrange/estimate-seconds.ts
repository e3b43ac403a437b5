import { textOf, type Part } from './script-part.ts'

const BETWEEN_TURNS_S = 0.35
const BETWEEN_SEGMENTS_S = 0.9

/** Seconds that a host takes to say a text. */
export type SecondsToSay = (host: string, text: string) => number

/** Seconds that segments of turns will take, with the pauses between them. */
export function estimateSeconds(segments: readonly (readonly Part[])[], secondsToSay: SecondsToSay): number {
  const turns = segments.flat()
  const speech = turns.reduce((sum, part) => sum + secondsToSay(part.host, textOf(part)), 0)
  const between = Math.max(0, segments.filter(parts => parts.length > 0).length - 1)
  return speech + between * BETWEEN_SEGMENTS_S + Math.max(0, turns.length - 1 - between) * BETWEEN_TURNS_S
}
