import type { BlendPart } from './parse-blend.ts'
import type { Lean } from './lean-style.ts'
import { STYLE_WIDTH } from './read-voice.ts'

/** The first half of a style is the timbre, the second the prosody (hexgrad/kokoro model.py, `ref_s[:, 128:]`). */
const PROSODY_FROM = STYLE_WIDTH / 2

/** The style for a row: the mean of the blend's voices by their shares, its prosody half leaning towards another voice. */
export function styleVector(
  row: number,
  blend: readonly BlendPart[],
  lean: Lean | null,
  voiceNamed: (voice: string) => Float32Array
): Float32Array {
  const rowOf = (voice: string): Float32Array =>
    voiceNamed(voice).subarray(row * STYLE_WIDTH, (row + 1) * STYLE_WIDTH)
  const style = new Float32Array(STYLE_WIDTH)
  for (const { voice, share } of blend)
    rowOf(voice).forEach((value, i) => (style[i] = (style[i] ?? 0) + share * value))
  if (lean === null) return style
  const other = rowOf(lean.towards)
  for (let i = PROSODY_FROM; i < STYLE_WIDTH; i++)
    style[i] = (1 - lean.share) * (style[i] ?? 0) + lean.share * (other[i] ?? 0)
  return style
}
