import { fadeIn, fadeOut } from './fade.ts'
import { planCuts } from './plan-cuts.ts'
import type { Pcm } from './ports.ts'

const HIGH_PASS_HZ = 40

/** What was spoken in one call without rumble, offset and needless silence; empty where nothing is heard. */
export function tidySpeech(raw: Pcm): Pcm {
  const { sampleRateHz } = raw
  const samples = highPass(raw)
  const keeps = planCuts({ samples, sampleRateHz })
  const kept = new Float32Array(keeps.reduce((sum, { from, to }) => sum + to - from, 0))
  let at = 0
  for (const { from, to } of keeps) {
    const part = kept.subarray(at, at + to - from)
    part.set(samples.subarray(from, to))
    fadeIn(part, sampleRateHz)
    fadeOut(part, sampleRateHz)
    at += part.length
  }
  return { samples: kept, sampleRateHz }
}

/** A filter of the first order: takes away the offset, and leaves what a voice has. */
function highPass({ samples, sampleRateHz }: Pcm): Float32Array {
  const keep = 1 - (2 * Math.PI * HIGH_PASS_HZ) / sampleRateHz
  const filtered = new Float32Array(samples.length)
  let before = samples[0] ?? 0
  let level = 0
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i] as number
    level = sample - before + keep * level
    before = sample
    filtered[i] = level
  }
  return filtered
}
