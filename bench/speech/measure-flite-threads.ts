import { availableParallelism } from 'node:os'
import { createFliteSpeech } from '../../src/adapters/flite/flite-speech.ts'
import type { Voice } from '../../src/domain/voice.ts'
import { measureVoice } from '../measure-voice.ts'

type Lexicon = Parameters<typeof measureVoice>[2]

export interface ThreadsRun {
  threads: number
  speechSeconds: number
  seconds: number
}

/** All of Flite's voices at once, on 1, 2 and up to four threads. */
export async function measureFliteThreads(voices: readonly Voice[], lexicon: Lexicon): Promise<ThreadsRun[]> {
  const runs: ThreadsRun[] = []
  for (const threads of new Set([1, 2, Math.min(4, availableParallelism())]))
    runs.push(await measureOn(threads, voices, lexicon))
  return runs
}

async function measureOn(threads: number, voices: readonly Voice[], lexicon: Lexicon): Promise<ThreadsRun> {
  const flite = createFliteSpeech({ workers: threads })
  const ours = voices.filter(voice => voice.model === flite.family)
  try {
    await Promise.all(ours.map(({ id }) => flite.render({ text: 'Good morning.', voice: id, speed: 1 })))
    const started = performance.now()
    const all = await Promise.all(ours.map(voice => measureVoice(voice, flite, lexicon)))
    const seconds = (performance.now() - started) / 1000
    return { threads, speechSeconds: all.reduce((sum, voice) => sum + voice.speechSeconds, 0), seconds }
  } finally {
    await flite.release()
  }
}

export const threadRows = (runs: readonly ThreadsRun[]): Record<string, Record<string, string>> =>
  Object.fromEntries(
    runs.map(({ threads, speechSeconds, seconds }) => [
      `${threads} thread${threads === 1 ? '' : 's'}`,
      {
        'speech s': speechSeconds.toFixed(1),
        'work s': seconds.toFixed(2),
        'audio s / s': (speechSeconds / seconds).toFixed(0),
        ratio: `${((runs[0]?.seconds ?? Number.NaN) / seconds).toFixed(2)} x`
      }
    ])
  )
