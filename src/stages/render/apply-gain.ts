import { HIGHEST_PEAK, peakOf } from './limit-peak.ts'
import type { Pcm } from './ports.ts'

const STEP_MS = 5
/** How far the gain may come back in one step, as a factor: some 40 ms for 4 dB. */
const RECOVERY = 1.06

/**
 * The same audio, louder or softer. Peaks that would come too near to full scale are held down for their moment, so
 * that the rest is as loud as asked for.
 */
export function applyGain(pcm: Pcm, gainDb: number): Pcm {
  if (gainDb === 0) return pcm
  const size = Math.round((pcm.sampleRateHz * STEP_MS) / 1000)
  const gains = planGains(pcm.samples, size, 10 ** (gainDb / 20))
  const samples = new Float32Array(pcm.samples.length)
  for (let from = 0, step = 0; from < samples.length; from += size, step++) {
    const gain = gains[step] as number
    const slope = ((gains[step + 1] as number) - gain) / size
    const to = Math.min(samples.length, from + size)
    for (let i = from; i < to; i++) samples[i] = (pcm.samples[i] as number) * (gain + slope * (i - from))
  }
  return { ...pcm, samples }
}

/** The gain where each step begins, and where the last one ends: low enough for the peaks of the steps on both sides. */
function planGains(samples: Float32Array, size: number, gain: number): Float64Array {
  const steps = Math.ceil(samples.length / size)
  const gains = new Float64Array(steps + 1).fill(gain)
  const lower = (at: number, most: number): void => {
    gains[at] = Math.min(gains[at] as number, most)
  }
  for (let step = 0; step < steps; step++) {
    const peak = peakOf(samples, step * size, Math.min(samples.length, (step + 1) * size))
    lower(step, HIGHEST_PEAK / peak)
    lower(step + 1, HIGHEST_PEAK / peak)
  }
  for (let at = 1; at <= steps; at++) lower(at, (gains[at - 1] as number) * RECOVERY)
  for (let at = steps - 1; at >= 0; at--) lower(at, (gains[at + 1] as number) * RECOVERY)
  return gains
}
