import { fileURLToPath } from 'node:url'
import { createFliteSpeech } from '../src/adapters/flite/flite-speech.ts'
import { loadVoices } from '../src/adapters/voices/load-voices.ts'
import { measureVoice } from './measure-voice.ts'
import { printJson } from './print-json.ts'

const { voices, lexicon } = await loadVoices(fileURLToPath(new URL('../voices', import.meta.url)))
const flite = createFliteSpeech()
const ours = voices.filter(voice => voice.model === flite.family)
const measured = []
for (const voice of ours) {
  const measures = await measureVoice(voice, flite, lexicon)
  measured.push({
    ...measures,
    onCard: voice.pace?.wordsPerMinute ?? Number.NaN,
    ratio: measures.wordsPerMinute / (voice.pace?.wordsPerMinute ?? Number.NaN)
  })
}
await flite.release()

console.table(
  Object.fromEntries(
    measured.map(
      ({
        voice,
        words,
        speechSeconds,
        wordsPerMinute,
        syllablesPerSecond,
        speechLevelDbfs,
        onCard,
        ratio
      }) => [
        voice,
        {
          words,
          seconds: speechSeconds.toFixed(1),
          'words/min': wordsPerMinute.toFixed(1),
          'on its card': onCard,
          ratio: ratio.toFixed(3),
          'syllables/s': syllablesPerSecond.toFixed(2),
          'level dBFS': speechLevelDbfs.toFixed(1)
        }
      ]
    )
  )
)
printJson({ speech: flite.name, voices: measured })
