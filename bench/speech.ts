import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { createFliteSpeech } from '../src/adapters/flite/flite-speech.ts'
import { loadVoices } from '../src/adapters/voices/load-voices.ts'
import { measureVoice } from './measure-voice.ts'
import { printJson } from './print-json.ts'

const { voices, lexicon } = await loadVoices(fileURLToPath(new URL('../voices', import.meta.url)))

/** All voices at once, on so many threads: seconds of work per second of speech. */
async function measureThreads(workers: number) {
  const flite = createFliteSpeech({ workers })
  const ours = voices.filter(voice => voice.model === flite.family)
  try {
    await Promise.all(ours.map(({ id }) => flite.render({ text: 'Good morning.', voice: id, speed: 1 })))
    const alone = []
    if (workers === 1) for (const voice of ours) alone.push(await measureVoice(voice, flite, lexicon))
    const started = performance.now()
    const together = await Promise.all(ours.map(voice => measureVoice(voice, flite, lexicon)))
    const seconds = (performance.now() - started) / 1000
    const speechSeconds = together.reduce((sum, voice) => sum + voice.speechSeconds, 0)
    return { workers, alone, speechSeconds, seconds, realTimeFactor: seconds / speechSeconds }
  } finally {
    await flite.release()
  }
}

const counts = [...new Set([1, 2, Math.min(4, availableParallelism())])]
const runs = []
for (const workers of counts) runs.push(await measureThreads(workers))
const base = runs[0]?.seconds ?? Number.NaN

console.table(
  Object.fromEntries(
    (runs[0]?.alone ?? []).map(({ voice, speechSeconds, renderSeconds, realTimeFactor }) => [
      voice,
      {
        'speech s': speechSeconds.toFixed(1),
        'work s': renderSeconds.toFixed(2),
        'times real time': (1 / realTimeFactor).toFixed(0)
      }
    ])
  )
)
console.table(
  Object.fromEntries(
    runs.map(({ workers, speechSeconds, seconds, realTimeFactor }) => [
      `${workers} thread${workers === 1 ? '' : 's'}`,
      {
        'speech s': speechSeconds.toFixed(1),
        'work s': seconds.toFixed(2),
        'times real time': (1 / realTimeFactor).toFixed(0),
        ratio: (base / seconds).toFixed(2)
      }
    ])
  )
)
printJson({ cores: availableParallelism(), runs })
