import { openSpeech } from '../open-speech.ts'
import type { Contender, ContenderSetup } from './contender.ts'

/** Ours, as the render stage calls it: all that it works on at once, no more. */
export async function openOurPool(setup: ContenderSetup): Promise<Contender> {
  const { model, voice, family, device, workers } = setup
  const notes: string[] = []
  const wishes = {
    ...(device === undefined ? {} : { device }),
    ...(workers === undefined ? {} : { workers })
  }
  const speech = await openSpeech({ family, model, voice, ...wishes }, note => notes.push(note))
  const speaker = family === 'kokoro' ? voice : (speech.voices[0] ?? '')
  const settings = [`${speech.parallel} workers`, ...(device === undefined ? [] : [device]), ...notes]
  return {
    settings: settings.join(', '),
    workers: speech.parallel,
    async say(sentences) {
      const said = await Promise.all(sentences.map(text => speech.render({ text, voice: speaker, speed: 1 })))
      return said.reduce((sum, { samples, sampleRateHz }) => sum + samples.length / sampleRateHz, 0)
    },
    release: () => speech.release()
  }
}
