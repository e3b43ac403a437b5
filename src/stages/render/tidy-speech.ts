import { planCuts, type Keep } from './plan-cuts.ts'
import type { Pcm } from './ports.ts'

const HIGH_PASS_HZ = 40
const FADE_MS = 5

/** One spoken sentence without rumble, offset and needless silence; empty where nothing is heard. */
export function tidySpeech(raw: Pcm): Pcm {
  const { sampleRateHz } = raw
  const samples = highPass(raw)
  const keeps = planCuts({ samples, sampleRateHz })
  const kept = new Float32Array(keeps.reduce((sum, { from, to }) => sum + to - from, 0))
  let at = 0
  for (const keep of keeps) {
    kept.set(fadedPart(samples, keep, Math.round((FADE_MS * sampleRateHz) / 1000)), at)
    at += keep.to - keep.from
  }
  return { samples: kept, sampleRateHz }
}

/** A filter of the first order: takes away the offset, and leaves what a voice has. */
function highPass({ samples, sampleRateHz }: Pcm): Float32Array {
  const keep = 1 - (2 * Math.PI * HIGH_PASS_HZ) / sampleRateHz
  let before = samples[0] ?? 0
  let level = 0
  return samples.map(sample => {
    level = sample - before + keep * level
    before = sample
    return level
  })
}

function fadedPart(samples: Float32Array, { from, to }: Keep, fade: number): Float32Array {
  const part = samples.slice(from, to)
  const length = Math.min(fade, Math.floor(part.length / 2))
  for (let i = 0; i < length; i++) {
    const gain = i / length
    const last = part.length - 1 - i
    part[i] = (part[i] ?? 0) * gain
    part[last] = (part[last] ?? 0) * gain
  }
  return part
}
