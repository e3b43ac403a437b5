import type { Pace } from '../src/domain/voice.ts'
import { countWords } from '../src/domain/text.ts'
import { paceOf, planTurns, takeOptionsOf } from '../src/stages/render/measure-pace.ts'
import type { Lexicon } from '../src/stages/render/plan-take.ts'
import type { SpeechModel } from '../src/stages/render/ports.ts'
import { renderTake } from '../src/stages/render/render-take.ts'
import { NEWS_TURNS } from './news-text.ts'

export interface VoiceMeasures extends Pace {
  voice: string
  words: number
  speechSeconds: number
  /** Mean of the turns. */
  speechLevelDbfs: number
  renderSeconds: number
  /** Seconds of work per second of speech, on one thread. */
  realTimeFactor: number
}

/** Renders the news text with one voice, as the render stage does, and measures what comes out. */
export async function measureVoice(
  { id }: { id: string },
  speech: SpeechModel,
  lexicon: Lexicon
): Promise<VoiceMeasures> {
  const planned = planTurns(NEWS_TURNS, id, { ...takeOptionsOf(speech), lexicon })
  const started = performance.now()
  const turns = []
  for (const turn of planned) turns.push({ ...turn, info: (await renderTake(turn.plan, speech)).info })
  const renderSeconds = (performance.now() - started) / 1000
  const speechSeconds = turns.reduce((sum, { info }) => sum + info.durationMs, 0) / 1000
  return {
    voice: id,
    words: NEWS_TURNS.reduce((sum, text) => sum + countWords(text), 0),
    speechSeconds,
    ...paceOf(turns),
    speechLevelDbfs: turns.reduce((sum, { info }) => sum + info.speechLevelDbfs, 0) / turns.length,
    renderSeconds,
    realTimeFactor: renderSeconds / speechSeconds
  }
}
