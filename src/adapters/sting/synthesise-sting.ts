import { addNote, type Note } from './add-note.ts'
import { addRoom } from './add-room.ts'
import type { StereoAudio } from './encode-stereo-wav.ts'

export const STING_SAMPLE_RATE_HZ = 44_100
/** Of the highest sample: below the peaks of speech at -20 dBFS. */
const PEAK_DBFS = -14
const FADE_SECONDS = 1.2

const D3 = 146.83
const D4 = 293.66
const A4 = 440
const E5 = 659.26
const F5_SHARP = 739.99

/** Two hosts, two hands: a chord of D with its ninth, opened upwards, and folded again at the end. */
export const STINGS = {
  opening: {
    seconds: 2.8,
    notes: [
      { atSeconds: 0, frequencyHz: D3, strength: 0.6, pan: 0, ringSeconds: 12 },
      { atSeconds: 0, frequencyHz: D4, strength: 0.65, pan: -0.5, ringSeconds: 10 },
      { atSeconds: 0.17, frequencyHz: A4, strength: 0.65, pan: 0.5, ringSeconds: 9 },
      { atSeconds: 0.34, frequencyHz: E5, strength: 0.5, pan: -0.3, ringSeconds: 7.5 },
      { atSeconds: 0.68, frequencyHz: F5_SHARP, strength: 0.6, pan: 0.3, ringSeconds: 8.5 }
    ]
  },
  closing: {
    seconds: 3.2,
    notes: [
      { atSeconds: 0, frequencyHz: F5_SHARP, strength: 0.35, pan: 0.3, ringSeconds: 7 },
      { atSeconds: 0.19, frequencyHz: E5, strength: 0.35, pan: -0.3, ringSeconds: 7 },
      { atSeconds: 0.38, frequencyHz: A4, strength: 0.55, pan: 0.5, ringSeconds: 8.5 },
      { atSeconds: 0.76, frequencyHz: D4, strength: 0.9, pan: -0.2, ringSeconds: 10 },
      { atSeconds: 0.76, frequencyHz: D3, strength: 0.9, pan: 0, ringSeconds: 12 }
    ]
  }
} satisfies Record<string, { seconds: number; notes: Note[] }>

export type StingName = keyof typeof STINGS

const peakOf = (samples: Float32Array): number =>
  samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)

/** Sets the level, and fades the end so that it stops without a step. */
function finish(samples: Float32Array, scale: number): Float32Array {
  const fade = FADE_SECONDS * STING_SAMPLE_RATE_HZ
  return samples.map((sample, i) => sample * scale * Math.min(1, (samples.length - 1 - i) / fade) ** 1.5)
}

/** The show's own music, the same to the bit every time: plucked bars in a small room. */
export function synthesiseSting(name: StingName): StereoAudio {
  const { seconds, notes } = STINGS[name]
  const length = Math.round(seconds * STING_SAMPLE_RATE_HZ)
  const dry = {
    left: new Float32Array(length),
    right: new Float32Array(length),
    sampleRateHz: STING_SAMPLE_RATE_HZ
  }
  for (const note of notes) addNote(dry, note)
  const { left, right } = addRoom(dry)
  const scale = 10 ** (PEAK_DBFS / 20) / Math.max(peakOf(left), peakOf(right))
  return { left: finish(left, scale), right: finish(right, scale), sampleRateHz: STING_SAMPLE_RATE_HZ }
}
