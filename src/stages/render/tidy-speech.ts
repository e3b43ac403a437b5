import { fadeIn, fadeOut } from './fade.ts'
import { planCuts, type Keep } from './plan-cuts.ts'
import type { Pcm } from './ports.ts'

const HIGH_PASS_HZ = 40

/**
 * What was spoken in one call without rumble, offset and needless silence; empty where nothing is heard. The samples
 * are worked on in place: a minute of copies is what garbage collection stalls on.
 */
export function tidySpeech(raw: Pcm): Pcm {
  const { samples, sampleRateHz } = raw
  highPass(raw)
  const keeps = planCuts({ samples, sampleRateHz })
  return { samples: keepOnly(samples, keeps, sampleRateHz), sampleRateHz }
}

/** What is kept, one after the other, in the front of the samples themselves. */
function keepOnly(samples: Float32Array, keeps: readonly Keep[], sampleRateHz: number): Float32Array {
  let at = 0
  for (const { from, to } of keeps) {
    samples.copyWithin(at, from, to)
    const part = samples.subarray(at, at + to - from)
    fadeIn(part, sampleRateHz)
    fadeOut(part, sampleRateHz)
    at += part.length
  }
  return samples.subarray(0, at)
}

/** A filter of the first order, in place: takes away the offset, and leaves what a voice has. */
function highPass({ samples, sampleRateHz }: Pcm): void {
  const keep = 1 - (2 * Math.PI * HIGH_PASS_HZ) / sampleRateHz
  let before = samples[0] ?? 0
  let level = 0
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i] as number
    level = sample - before + keep * level
    before = sample
    samples[i] = level
  }
}
