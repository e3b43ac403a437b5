import type { Pcm } from './ports.ts'

export const HIGHEST_PEAK = 0.97
/** -1 dBFS */
const LOWERED_PEAK = 0.891

/** The same audio, turned down as a whole where its peak comes too near to full scale. */
export function limitPeak(pcm: Pcm): Pcm {
  const peak = peakOf(pcm.samples)
  if (peak <= HIGHEST_PEAK) return pcm
  const samples = new Float32Array(pcm.samples.length)
  for (let i = 0; i < samples.length; i++) samples[i] = ((pcm.samples[i] as number) * LOWERED_PEAK) / peak
  return { ...pcm, samples }
}

/** The highest sample, without its sign, from `from` up to but not including `to`. */
export function peakOf(samples: Float32Array, from = 0, to = samples.length): number {
  let peak = 0
  for (let i = from; i < to; i++) {
    const size = Math.abs(samples[i] as number)
    if (size > peak) peak = size
  }
  return peak
}
