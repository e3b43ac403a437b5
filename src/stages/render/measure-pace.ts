import { StageError } from '../../domain/stage-error.ts'
import type { TakeInfo } from '../../domain/take.ts'
import { countWords } from '../../domain/text.ts'
import type { Pace } from '../../domain/voice.ts'
import { countSyllables, pauseSeconds } from './estimate-seconds.ts'
import { PACE_TURNS } from './pace-text.ts'
import { planTake, type TakeOptions, type TakePlan } from './plan-take.ts'
import type { SpeechModel } from './ports.ts'
import { renderTake } from './render-take.ts'

export type PaceOptions = Omit<TakeOptions, 'speechName' | 'speed'> & { signal?: AbortSignal }

/** A turn as printed, and what is to be heard of it. */
export interface PlannedTurn {
  text: string
  plan: TakePlan
}

export interface SpokenTurn extends PlannedTurn {
  info: Pick<TakeInfo, 'durationMs'>
}

/** Words per minute that a person may have who reads the news: beyond these it is a fault of the model. */
const SLOWEST = 80
const FASTEST = 320

/** These texts as turns that a voice says at its own pace. */
export const planTurns = (
  texts: readonly string[],
  voice: string,
  options: Omit<TakeOptions, 'speed'>
): PlannedTurn[] =>
  texts.map((text, i) => {
    const id = `t${String(i + 1).padStart(2, '0')}`
    const turn = { id, host: voice, kind: 'detail' as const, segment: 's', text, items: [] }
    return { text, plan: planTake(turn, voice, options) }
  })

/** How fast these turns were said, pauses inside them included in the words per minute only. */
export function paceOf(turns: readonly SpokenTurn[]): Pace {
  const sum = (of: (turn: SpokenTurn) => number): number => turns.reduce((total, turn) => total + of(turn), 0)
  const seconds = sum(({ info }) => info.durationMs) / 1000
  const pauses = sum(({ plan }) => pauseSeconds(plan.sentences))
  return {
    wordsPerMinute: (sum(({ text }) => countWords(text)) * 60) / seconds,
    syllablesPerSecond: sum(({ plan }) => countSyllables(plan.sentences)) / (seconds - pauses)
  }
}

/** Renders a short text with one voice, and measures how fast it speaks. Throws a StageError where that is no pace of speech. */
export async function measurePace(
  speech: SpeechModel,
  voice: string,
  { signal, ...options }: PaceOptions = {}
): Promise<Pace> {
  const turns = planTurns(PACE_TURNS, voice, { ...takeOptionsOf(speech), ...options })
  const pace = paceOf(await speakTurns(turns, speech, signal))
  const fault = faultOfPace(pace)
  if (fault === null) return pace
  throw new StageError('render', `${voice} of ${speech.name} ${fault}`, { retryable: false })
}

/** What of the take options the model itself decides. */
export const takeOptionsOf = ({ name, abilities }: Pick<SpeechModel, 'name' | 'abilities'>) => ({
  speechName: name,
  phonemes: abilities.phonemes
})

/** As many turns at once as the model works on; where one fails, the others are not gone on with. */
async function speakTurns(
  turns: readonly PlannedTurn[],
  speech: SpeechModel,
  signal: AbortSignal | undefined
): Promise<SpokenTurn[]> {
  const rest = new AbortController()
  const either = signal ? AbortSignal.any([signal, rest.signal]) : rest.signal
  const spoken = turns.map(async turn => ({
    ...turn,
    info: (await renderTake(turn.plan, speech, { signal: either })).info
  }))
  try {
    return await Promise.all(spoken)
  } catch (error) {
    rest.abort(error)
    await Promise.allSettled(spoken)
    throw error
  }
}

function faultOfPace({ wordsPerMinute, syllablesPerSecond }: Pace): string | null {
  if (wordsPerMinute >= SLOWEST && wordsPerMinute <= FASTEST && syllablesPerSecond > 0) return null
  return `says ${Math.round(wordsPerMinute)} words a minute, and ${SLOWEST} to ${FASTEST} can be right: use another voice, or install the model again`
}
