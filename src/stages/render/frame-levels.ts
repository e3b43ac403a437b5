import type { Pcm } from './ports.ts'

export const FRAME_MS = 10

/** Quieter than this is silence in any recording. */
const SILENCE_DBFS = -60
/** Between the loud parts of speech and its pauses; the end of a final "s" is some 35 dB down. */
const BELOW_LOUD_DB = 40

export const toDb = (ratio: number): number => 20 * Math.log10(Math.max(ratio, 1e-9))

export const frameSize = (sampleRateHz: number): number => Math.round((sampleRateHz * FRAME_MS) / 1000)

/** Root mean square of each frame of 10 ms, dBFS. */
export function frameLevels({ samples, sampleRateHz }: Pcm): number[] {
  const size = frameSize(sampleRateHz)
  return Array.from({ length: Math.ceil(samples.length / size) }, (_, i) =>
    toDb(rootMeanSquare(samples.subarray(i * size, (i + 1) * size)))
  )
}

export function rootMeanSquare(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return Math.sqrt(sum / Math.max(1, samples.length))
}

/** Which frames hold speech: none of them in silence. */
export function speechFrames(levels: readonly number[], belowLoudDb = BELOW_LOUD_DB): boolean[] {
  const ordered = [...levels].sort((a, b) => a - b)
  const loud = ordered[Math.floor(ordered.length * 0.95)] ?? SILENCE_DBFS
  const threshold = Math.max(SILENCE_DBFS, loud - belowLoudDb)
  return levels.map(level => level > threshold)
}

/** Root mean square over the frames that hold speech, dBFS. */
export function speechLevelDbfs(pcm: Pcm): number {
  const levels = frameLevels(pcm)
  const speech = speechFrames(levels)
  const powers = levels.filter((_, i) => speech[i]).map(level => 10 ** (level / 10))
  if (powers.length === 0) return -Infinity
  return 10 * Math.log10(powers.reduce((sum, power) => sum + power, 0) / powers.length)
}
