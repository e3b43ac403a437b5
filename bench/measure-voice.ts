import type { Voice } from '../src/domain/voice.ts'
import { countWords } from '../src/domain/text.ts'
import { planTake, type Lexicon } from '../src/stages/render/plan-take.ts'
import { countSyllables, pauseSeconds } from '../src/stages/render/estimate-seconds.ts'
import type { SpeechModel } from '../src/stages/render/ports.ts'
import { renderTake } from '../src/stages/render/render-take.ts'
import { NEWS_TURNS } from './news-text.ts'

export interface VoiceMeasures {
  voice: string
  words: number
  speechSeconds: number
  wordsPerMinute: number
  syllablesPerSecond: number
  /** Mean of the turns. */
  speechLevelDbfs: number
  renderSeconds: number
  /** Seconds of work per second of speech, on one thread. */
  realTimeFactor: number
}

/** Renders the news text with one voice, as the render stage does, and measures what comes out. */
export async function measureVoice(
  voice: Voice,
  speech: SpeechModel,
  lexicon: Lexicon
): Promise<VoiceMeasures> {
  const plans = NEWS_TURNS.map((text, i) =>
    planTake(
      {
        id: `t${String(i + 1).padStart(2, '0')}`,
        host: voice.name,
        kind: 'detail',
        segment: 's',
        text,
        items: []
      },
      voice.id,
      { speechName: speech.name, lexicon }
    )
  )
  const started = performance.now()
  const infos = []
  for (const plan of plans) infos.push((await renderTake(plan, speech)).info)
  const renderSeconds = (performance.now() - started) / 1000
  const speechSeconds = infos.reduce((sum, info) => sum + info.durationMs, 0) / 1000
  const words = NEWS_TURNS.reduce((sum, text) => sum + countWords(text), 0)
  const syllables = plans.reduce((sum, plan) => sum + countSyllables(plan.sentences), 0)
  const pauses = plans.reduce((sum, plan) => sum + pauseSeconds(plan.sentences), 0)
  return {
    voice: voice.id,
    words,
    speechSeconds,
    wordsPerMinute: (words * 60) / speechSeconds,
    syllablesPerSecond: syllables / (speechSeconds - pauses),
    speechLevelDbfs: infos.reduce((sum, info) => sum + info.speechLevelDbfs, 0) / infos.length,
    renderSeconds,
    realTimeFactor: renderSeconds / speechSeconds
  }
}
