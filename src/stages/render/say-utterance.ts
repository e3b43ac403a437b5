import { StageError } from '../../domain/stage-error.ts'
import type { Expression } from './expression.ts'
import type { SaidSentence } from './join-sentences.ts'
import type { TakePlan } from './plan-take.ts'
import type { Utterance } from './plan-utterances.ts'
import type { SoundDesk, Speech, SpeechModel, SpeechRequest } from './ports.ts'
import { plainWords } from './spoken-words.ts'

/** What was said in one call. */
export interface SaidUtterance {
  sentences: SaidSentence[]
  sampleRateHz: number
  dropped: Readonly<Record<string, number>>
}

export interface SayOptions {
  speech: SpeechModel
  desk: SoundDesk
  expression: Expression
}

/** Has one call's worth of a turn said, checked, tidied and cut into its sentences. Throws a StageError on a fault. */
export async function sayUtterance(
  plan: TakePlan,
  utterance: Utterance,
  { speech, desk, expression }: SayOptions,
  signal: AbortSignal
): Promise<SaidUtterance> {
  const request = buildRequest(plan, utterance, speech, expression)
  const { samples, sampleRateHz, dropped = {} } = await callSpeech(plan, request, speech, signal)
  const spoken = utterance.map(sentence => sentence.spoken)
  const { pauseFactor } = expression
  const shaped = await desk.shape({ samples, sampleRateHz }, { spoken, speed: request.speed, pauseFactor })
  if ('fault' in shaped) throw failureToSay(plan, utterance, shaped.fault)
  return { sentences: shaped.sentences, sampleRateHz, dropped }
}

const textOf = (utterance: Utterance): string => utterance.map(({ spoken }) => spoken).join(' ')

function buildRequest(
  { voice, speed, style, intensity }: TakePlan,
  utterance: Utterance,
  { abilities }: SpeechModel,
  { paceFactor }: Expression
): SpeechRequest {
  const takesStyle = style !== undefined && abilities.styles !== 'none'
  return {
    text: textOf(utterance),
    voice,
    speed: speed * paceFactor,
    ...(takesStyle ? { style, ...(intensity === undefined ? {} : { intensity }) } : {})
  }
}

async function callSpeech(
  { turn }: TakePlan,
  request: SpeechRequest,
  speech: SpeechModel,
  signal: AbortSignal
): Promise<Speech> {
  try {
    return await speech.render(request, { signal })
  } catch (cause) {
    signal.throwIfAborted()
    if (cause instanceof StageError) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    const said = plainWords(request.text).slice(0, 80)
    const message = `${speech.name} could not say turn ${turn}, "${said}": ${why}`
    throw new StageError('render', message, { retryable: true, cause })
  }
}

/** What is wrong with the sound of these sentences. */
export function failureToSay(
  { turn, voice, speech }: TakePlan,
  utterance: Utterance,
  fault: string
): StageError {
  const what = utterance.length === 1 ? 'the sentence' : `the ${utterance.length} sentences`
  const said = plainWords(textOf(utterance)).slice(0, 80)
  return new StageError('render', `turn ${turn}, said by ${voice} of ${speech}: ${what} "${said}" ${fault}`, {
    retryable: false
  })
}
