import type { StereoAudio } from './encode-stereo-wav.ts'

/** Echo times that share no factor, different on each side: together they sound like a room. */
const DELAYS_MS = { left: [29.7, 37.1, 41.1, 43.7], right: [30.9, 35.3, 39.7, 45.1] }
const FEEDBACK = 0.72
/** How much of each echo's brightness the walls take. */
const DAMPING = 0.45
const SHARE = 0.07

function echo(dry: Float32Array, delaySamples: number): Float32Array {
  const line = new Float32Array(dry.length)
  let dull = 0
  for (let i = 0; i < dry.length; i++) {
    const past = line[i - delaySamples] ?? 0
    dull = past * (1 - DAMPING) + dull * DAMPING
    line[i] = (dry[i] ?? 0) + dull * FEEDBACK
  }
  return line
}

function wet(dry: Float32Array, delaysMs: number[], sampleRateHz: number): Float32Array {
  const lines = delaysMs.map(ms => echo(dry, Math.round((ms * sampleRateHz) / 1000)))
  return dry.map((sample, i) => sample + SHARE * lines.reduce((sum, line) => sum + (line[i] ?? 0), 0))
}

/** The same sound in a small room. */
export const addRoom = ({ left, right, sampleRateHz }: StereoAudio): StereoAudio => ({
  left: wet(left, DELAYS_MS.left, sampleRateHz),
  right: wet(right, DELAYS_MS.right, sampleRateHz),
  sampleRateHz
})
