import { setImmediate } from 'node:timers/promises'
import { joinSamples } from '../../domain/join-samples.ts'
import type { Pcm, SpeechModel, SpeechRequest } from '../../stages/render/ports.ts'

const SAMPLE_RATE_HZ = 16_000
const PITCH_HZ: Readonly<Record<string, number>> = { low: 110, high: 220 }
const MS_PER_LETTER = 65
const GAP_MS = 40
const PAUSE_MS = { comma: 120, ends: 150 }
const AMPLITUDE = 0.3

const faultOfVoice = (voice: string): string | null =>
  Object.hasOwn(PITCH_HZ, voice)
    ? null
    : `unknown voice "${voice}": the tone model has ${Object.keys(PITCH_HZ).join(', ')}`

/** Hums a tone for each word, as long as the word: an honest stand-in for a voice, small enough to render on the spot. */
export function createToneSpeech(): SpeechModel {
  let released = false
  return {
    name: 'tone-1',
    family: 'tone',
    voices: Object.keys(PITCH_HZ),
    abilities: { phonemes: false, styles: 'none', blends: false, repeats: true },
    leastCharacters: 0,
    parallel: 1,
    faultOfVoice,
    async render(request, { signal } = {}) {
      await setImmediate()
      signal?.throwIfAborted()
      if (released) throw new Error('this tone voice has been released: create another')
      return hum(request)
    },
    async release() {
      released = true
    }
  }
}

function hum({ text, voice, speed }: SpeechRequest): Pcm {
  const pitchHz = Object.hasOwn(PITCH_HZ, voice) ? PITCH_HZ[voice] : undefined
  if (pitchHz === undefined) throw new Error(faultOfVoice(voice) ?? undefined)
  const samplesOf = (ms: number): number => Math.round((ms * SAMPLE_RATE_HZ) / 1000 / speed)
  const words = text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word))
  if (words.length === 0) throw new Error(`nothing to say in "${text.slice(0, 60)}": no letter or digit`)
  const silence = new Float32Array(samplesOf(PAUSE_MS.ends))
  const parts = words.flatMap(word => [
    tone(pitchHz, samplesOf(MS_PER_LETTER * word.length)),
    new Float32Array(samplesOf(/[,;:]$/.test(word) ? PAUSE_MS.comma : GAP_MS))
  ])
  return { samples: joinSamples([silence, ...parts, silence]), sampleRateHz: SAMPLE_RATE_HZ }
}

/** A sine that swells and fades, so that no word clicks. */
const tone = (pitchHz: number, length: number): Float32Array =>
  Float32Array.from({ length }, (_, i) => {
    const swell = Math.sin((Math.PI * i) / length)
    return AMPLITUDE * swell * Math.sin((2 * Math.PI * pitchHz * i) / SAMPLE_RATE_HZ)
  })
