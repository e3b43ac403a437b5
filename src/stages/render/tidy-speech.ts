import { fadeIn, fadeOut } from './fade.ts'
import { letOthersRun } from './let-others-run.ts'
import { planCuts, type Keep } from './plan-cuts.ts'
import type { Pcm } from './ports.ts'

const HIGH_PASS_HZ = 40

/** What was spoken in one call without rumble, offset and needless silence; empty where nothing is heard. */
export async function tidySpeech(raw: Pcm): Promise<Pcm> {
  const { sampleRateHz } = raw
  const samples = highPass(raw)
  await letOthersRun()
  const keeps = planCuts({ samples, sampleRateHz })
  await letOthersRun()
  return { samples: keepOnly(samples, keeps, sampleRateHz), sampleRateHz }
}

function keepOnly(samples: Float32Array, keeps: readonly Keep[], sampleRateHz: number): Float32Array {
  const kept = new Float32Array(keeps.reduce((sum, { from, to }) => sum + to - from, 0))
  let at = 0
  for (const { from, to } of keeps) {
    const part = kept.subarray(at, at + to - from)
    part.set(samples.subarray(from, to))
    fadeIn(part, sampleRateHz)
    fadeOut(part, sampleRateHz)
    at += part.length
  }
  return kept
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
