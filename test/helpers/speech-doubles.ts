import type { Pcm, SpeechModel } from '../../src/stages/render/ports.ts'
import type { TakePlan } from '../../src/stages/render/plan-take.ts'

export const RATE_HZ = 16_000

/** Parts of sound in a row: seconds of a 200 Hz tone at an amplitude, 0 for silence. */
export function sound(...parts: [seconds: number, amplitude: number][]): Pcm {
  const values = parts.flatMap(([seconds, amplitude]) =>
    Array.from(
      { length: Math.round(seconds * RATE_HZ) },
      (_, i) => amplitude * Math.sin((2 * Math.PI * 200 * i) / RATE_HZ)
    )
  )
  return { samples: Float32Array.from(values), sampleRateHz: RATE_HZ }
}

/** A speech model that answers with these sounds, one after the other. */
export function playing(...sounds: Pcm[]): SpeechModel {
  const left = [...sounds]
  return {
    name: 'playing-1',
    family: 'tone',
    voices: ['v'],
    abilities: { phonemes: false, styles: 'none', blends: false, repeats: true },
    leastCharacters: 0,
    parallel: 1,
    faultOfVoice: () => null,
    async render() {
      const next = left.shift()
      if (!next) throw new Error('no sound is left')
      return next
    },
    async release() {}
  }
}

/** A plan for these spoken sentences. */
export const planOf = (...spoken: string[]): TakePlan => ({
  turn: 't01',
  host: 'Ada',
  voice: 'v',
  speed: 1,
  speech: 'playing-1',
  sentences: spoken.map(text => ({ text, spoken: text })),
  sha256: '0'.repeat(64)
})
