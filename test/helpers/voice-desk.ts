import { createFliteSpeech } from '../../src/adapters/flite/flite-speech.ts'
import type { OpenVoiceDesk, SayWish, VoiceDesk } from '../../src/cli/voice-desk.ts'
import type { Voice } from '../../src/domain/voice.ts'
import { buildShelf } from '../../src/stages/render/build-shelf.ts'
import { castHosts } from '../../src/stages/render/cast-hosts.ts'
import { sayText } from '../../src/stages/render/say-text.ts'

const CARD = {
  language: 'en-us',
  accent: 'US English',
  gender: 'female',
  sampleRateHz: 16_000,
  licence: 'none needed',
  sha256: null,
  sample: 'Good morning.'
} as const

const of = (model: Voice['model'], id: string, name: string, more: Partial<Voice> = {}): Voice => ({
  ...CARD,
  id,
  name,
  model,
  ...more
})

export const DESK_CARDS: readonly Voice[] = [
  of('flite', 'slt', 'Slate', { pace: { wordsPerMinute: 157, syllablesPerSecond: 4.54 } }),
  of('flite', 'rms', 'Rhodes', { gender: 'male' }),
  of('kokoro', 'am_michael', 'Michael', { gender: 'male', grade: 'C+' }),
  of('kokoro', 'af_bella', 'Bella', { grade: 'A-' }),
  of('kokoro', 'af_heart', 'Heart', { grade: 'A' }),
  of('kokoro', 'bf_emma', 'Emma', { grade: 'B-', language: 'en-gb', accent: 'British English' }),
  of('kokoro', 'ff_siwis', 'Siwis', { grade: 'B-', language: 'fr-fr', accent: 'French accent' }),
  of('piper', 'en_GB-cori-high', 'Cori', { language: 'en-gb', accent: 'British English' }),
  of('piper', 'en_US-norman-medium', 'Norman', { gender: 'male' })
]

/** A desk with the real Flite on it and nothing else installed; `wishes` is what was asked of it. */
export function fliteDesk(): { open: OpenVoiceDesk; wishes: SayWish[]; released: () => number } {
  const wishes: SayWish[] = []
  let released = 0
  const open: OpenVoiceDesk = async () => {
    const flite = createFliteSpeech({ workers: 1 })
    const desk: VoiceDesk = {
      pairs: { flite: [['slt', 'rms']], kokoro: [['af_heart', 'am_michael']] },
      shelf: () =>
        buildShelf({
          cards: DESK_CARDS,
          installed: [{ speech: 'flite', model: flite }],
          wayToGet: ({ model, id }) => `duologue models pull ${model === 'piper' ? `piper:${id}` : model}`,
          paceOf: async () => null
        }),
      chooseSpeech: async ({ speech }) => (speech === 'auto' ? 'flite' : speech),
      speech: async () => flite,
      cast: (show, speech) => castHosts(show, speech, [['slt', 'rms']]).cast,
      say: wish => {
        wishes.push(wish)
        return sayText(flite, wish)
      },
      release: async () => {
        released++
        await flite.release()
      }
    }
    return desk
  }
  return { open, wishes, released: () => released }
}
