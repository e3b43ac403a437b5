import type { StereoAudio } from './encode-stereo-wav.ts'

/** One struck note. */
export interface Note {
  atSeconds: number
  frequencyHz: number
  strength: number
  /** -1 is left, 1 is right. */
  pan: number
  /** Time in which the fundamental falls by 60 dB. */
  ringSeconds: number
}

interface Partial {
  ratio: number
  level: number
  /** Share of the fundamental's time. */
  ring: number
}

/** A soft mallet on a bar: the higher an overtone, the sooner it is gone. The pair at the bottom beats slowly, the top one is the knock. */
const PARTIALS: Partial[] = [
  { ratio: 1, level: 1, ring: 1 },
  { ratio: 1.0008, level: 0.3, ring: 1 },
  { ratio: 2, level: 0.28, ring: 0.55 },
  { ratio: 3, level: 0.08, ring: 0.35 },
  { ratio: 3.98, level: 0.1, ring: 0.16 },
  { ratio: 9.2, level: 0.025, ring: 0.04 }
]
const SIXTY_DB = Math.log(1000)
const ATTACK_SECONDS = 0.006

/** Rises without a click. */
const attack = (seconds: number): number =>
  seconds >= ATTACK_SECONDS ? 1 : 0.5 - 0.5 * Math.cos((Math.PI * seconds) / ATTACK_SECONDS)

function addPartial({ left, right, sampleRateHz }: StereoAudio, note: Note, partial: Partial): void {
  const angle = ((note.pan + 1) * Math.PI) / 4
  const level = note.strength * partial.level
  const fallPerSecond = SIXTY_DB / (note.ringSeconds * partial.ring)
  const radiansPerSecond = 2 * Math.PI * note.frequencyHz * partial.ratio
  const first = Math.round(note.atSeconds * sampleRateHz)
  for (let i = first; i < left.length; i++) {
    const seconds = (i - first) / sampleRateHz
    const envelope = level * attack(seconds) * Math.exp(-fallPerSecond * seconds)
    const value = envelope * Math.sin(radiansPerSecond * seconds)
    left[i] = (left[i] ?? 0) + value * Math.cos(angle)
    right[i] = (right[i] ?? 0) + value * Math.sin(angle)
  }
}

/** Adds a note to the audio, to ring until its end. */
export function addNote(audio: StereoAudio, note: Note): void {
  for (const partial of PARTIALS) addPartial(audio, note, partial)
}
