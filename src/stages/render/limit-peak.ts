import type { Pcm } from './ports.ts'

const HIGHEST_PEAK = 0.97
/** -1 dBFS */
const LOWERED_PEAK = 0.891

/** The same audio, turned down as a whole where its peak comes too near to full scale. */
export function limitPeak(pcm: Pcm): Pcm {
  const peak = pcm.samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0)
  if (peak <= HIGHEST_PEAK) return pcm
  return { ...pcm, samples: pcm.samples.map(sample => (sample * LOWERED_PEAK) / peak) }
}
