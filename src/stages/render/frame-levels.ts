import type { Pcm } from './ports.ts'

export const FRAME_MS = 10

/** Quieter than this is silence in any recording. */
const SILENCE_DBFS = -60
/** Between the loud parts of speech and its pauses; the end of a final "s" is some 35 dB down. */
const BELOW_LOUD_DB = 40
/** A noise that stands still at an end of the sound, so far below the loud parts, is heard in the pauses too. */
const NOISE = { frames: 8, belowLoudDb: 32, mostSpreadDb: 6, marginDb: 3 }

export const toDb = (ratio: number): number => 20 * Math.log10(Math.max(ratio, 1e-9))

export const frameSize = (sampleRateHz: number): number => Math.round((sampleRateHz * FRAME_MS) / 1000)

/** Root mean square of each frame of 10 ms, dBFS. */
export function frameLevels({ samples, sampleRateHz }: Pcm): number[] {
  const size = frameSize(sampleRateHz)
  const levels: number[] = []
  for (let from = 0; from < samples.length; from += size)
    levels.push(toDb(rootMeanSquare(samples, from, Math.min(samples.length, from + size))))
  return levels
}

function rootMeanSquare(samples: Float32Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) {
    const sample = samples[i] as number
    sum += sample * sample
  }
  return Math.sqrt(sum / Math.max(1, to - from))
}

/** Which frames hold speech: none of them in silence. */
export function speechFrames(levels: readonly number[], belowLoudDb = BELOW_LOUD_DB): boolean[] {
  const ordered = Float64Array.from(levels).sort()
  const loud = ordered[Math.floor(ordered.length * 0.95)] ?? SILENCE_DBFS
  const threshold = Math.max(SILENCE_DBFS, loud - belowLoudDb, noiseLevel(levels, loud) + NOISE.marginDb)
  return levels.map(level => level > threshold)
}

/** The highest level of the noise at the quieter end, dBFS; -Infinity where there is speech, or sound that swells. */
function noiseLevel(levels: readonly number[], loud: number): number {
  const ends = [levels.slice(0, NOISE.frames), levels.slice(-NOISE.frames)]
  const [quieter] = ends
    .map(end => ({ highest: Math.max(...end), lowest: Math.min(...end) }))
    .sort((a, b) => a.highest - b.highest)
  if (quieter === undefined || levels.length < 2 * NOISE.frames) return -Infinity
  const isSteady = quieter.highest - quieter.lowest <= NOISE.mostSpreadDb
  return isSteady && quieter.highest <= loud - NOISE.belowLoudDb ? quieter.highest : -Infinity
}

/** Root mean square over the frames that hold speech, dBFS. */
export function speechLevelDbfs(pcm: Pcm): number {
  const levels = frameLevels(pcm)
  const speech = speechFrames(levels)
  const powers = levels.filter((_, i) => speech[i]).map(level => 10 ** (level / 10))
  if (powers.length === 0) return -Infinity
  return 10 * Math.log10(powers.reduce((sum, power) => sum + power, 0) / powers.length)
}
