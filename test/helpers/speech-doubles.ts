import type { Pcm, Speech, SpeechModel, SpeechRequest } from '../../src/stages/render/ports.ts'
import type { TakePlan } from '../../src/stages/render/plan-take.ts'

export const RATE_HZ = 16_000

type Part = [seconds: number, amplitude: number]

/** Parts of sound in a row: seconds of a 200 Hz tone at an amplitude, 0 for silence. */
export const sound = (...parts: Part[]): Pcm => soundAt(RATE_HZ, ...parts)

export function soundAt(sampleRateHz: number, ...parts: Part[]): Pcm {
  const values = parts.flatMap(([seconds, amplitude]) =>
    Array.from(
      { length: Math.round(seconds * sampleRateHz) },
      (_, i) => amplitude * Math.sin((2 * Math.PI * 200 * i) / sampleRateHz)
    )
  )
  return { samples: Float32Array.from(values), sampleRateHz }
}

/** The same sound over a noise that is the same each time, evenly spread up to this amplitude. */
export function overNoise({ samples, sampleRateHz }: Pcm, amplitude: number): Pcm {
  let seed = 1
  const noise = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return amplitude * (seed / 1073741824 - 1)
  }
  return { samples: samples.map(sample => sample + noise()), sampleRateHz }
}

/** A speech model that answers as it is told. */
export function speaking(
  render: (request: SpeechRequest, signal?: AbortSignal) => Speech | Promise<Speech>,
  more: Partial<SpeechModel> = {}
): SpeechModel {
  return {
    name: 'playing-1',
    family: 'tone',
    voices: ['v'],
    abilities: { phonemes: false, styles: 'none', blends: false, repeats: true },
    leastCharacters: 0,
    parallel: 1,
    faultOfVoice: () => null,
    render: async (request, { signal } = {}) => render(request, signal),
    async release() {},
    ...more
  }
}

/** A speech model that answers with these sounds, one after the other. */
export function playing(...sounds: Speech[]): SpeechModel {
  const left = [...sounds]
  return speaking(() => {
    const next = left.shift()
    if (!next) throw new Error('no sound is left')
    return next
  })
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
