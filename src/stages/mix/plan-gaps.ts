import { sha256 } from '../../domain/hash.ts'
import type { Turn } from '../../domain/script.ts'
import type { Take } from '../../domain/take.ts'

const BETWEEN_TURNS_MS = { from: 250, to: 400 }
const BETWEEN_SEGMENTS_MS = { from: 850, to: 950 }
const LEAST_MS = 60

/** A number in 0 … 1 that is always the same for the same id: gaps vary, so that the talk does not tick like a clock. */
const jitter = (id: string): number => parseInt(sha256(id).slice(0, 8), 16) / 0xffffffff

const within = ({ from, to }: { from: number; to: number }, share: number): number =>
  from + (to - from) * share

/** Time from the start of the take to its first sentence. */
export const leadingSilenceMs = (take: Take): number =>
  Math.min(take.durationMs, Math.max(0, take.spans[0]?.startMs ?? 0))

/** Time from the end of the last sentence to the end of the take. */
export const trailingSilenceMs = (take: Take): number =>
  Math.max(0, take.durationMs - Math.max(0, take.spans.at(-1)?.endMs ?? take.durationMs))

/** Silence to set between two takes, so that with the silence at their ends it is as long as a conversation wants it: 250 to 400 ms within a segment, about 900 ms between segments. */
export function planGapMs(before: { turn: Turn; take: Take }, after: { turn: Turn; take: Take }): number {
  const range = before.turn.segment === after.turn.segment ? BETWEEN_TURNS_MS : BETWEEN_SEGMENTS_MS
  const wishedMs = within(range, jitter(after.turn.id))
  return Math.max(LEAST_MS, wishedMs - trailingSilenceMs(before.take) - leadingSilenceMs(after.take))
}
