import { StageError } from '../../domain/stage-error.ts'
import type { TakeInfo } from '../../domain/take.ts'
import { encodeWav } from '../../domain/wav.ts'
import { faultOfRaw, faultOfSaid } from './check-speech.ts'
import { speechLevelDbfs } from './frame-levels.ts'
import { joinSentences, type SaidSentence } from './join-sentences.ts'
import { limitPeak } from './limit-peak.ts'
import type { PlannedSentence, TakePlan } from './plan-take.ts'
import type { Pcm, SpeechModel } from './ports.ts'
import { tidySpeech } from './tidy-speech.ts'

export interface RenderedTake {
  wav: Uint8Array
  info: TakeInfo
}

/** The sound of one turn, sentence by sentence. Throws a StageError where a sentence cannot be heard as it should. */
export async function renderTake(
  plan: TakePlan,
  speech: SpeechModel,
  { signal }: { signal?: AbortSignal } = {}
): Promise<RenderedTake> {
  const said: SaidSentence[] = []
  let rateHz: number | null = null
  for (const sentence of plan.sentences) {
    const { samples, sampleRateHz } = await saySentence(plan, sentence, speech, signal)
    if (sampleRateHz !== (rateHz ??= sampleRateHz))
      throw failure(plan, sentence, `comes at ${sampleRateHz} Hz after others at ${rateHz} Hz`)
    said.push({ spoken: sentence.spoken, samples })
  }
  if (rateHz === null)
    throw new StageError('render', `turn ${plan.turn} has no sentence to say`, { retryable: false })
  const { pcm, spans } = joinSentences(said, rateHz)
  const take = limitPeak(pcm)
  const info = {
    durationMs: (take.samples.length * 1000) / rateHz,
    sampleRateHz: rateHz,
    speechLevelDbfs: speechLevelDbfs(take),
    spans
  }
  return { wav: encodeWav(take), info }
}

async function saySentence(
  plan: TakePlan,
  sentence: PlannedSentence,
  speech: SpeechModel,
  signal: AbortSignal | undefined
): Promise<Pcm> {
  signal?.throwIfAborted()
  const raw = await callSpeech(plan, sentence, speech, signal)
  const fault = faultOfRaw(raw)
  if (fault !== null) throw failure(plan, sentence, fault)
  const pcm = tidySpeech(raw)
  const heard = faultOfSaid(pcm, sentence.spoken, plan.speed)
  if (heard !== null) throw failure(plan, sentence, heard)
  return pcm
}

async function callSpeech(
  { turn, voice, speed }: TakePlan,
  { spoken }: PlannedSentence,
  speech: SpeechModel,
  signal: AbortSignal | undefined
): Promise<Pcm> {
  try {
    return await speech.render({ text: spoken, voice, speed }, signal ? { signal } : {})
  } catch (cause) {
    signal?.throwIfAborted()
    if (cause instanceof StageError) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new StageError(
      'render',
      `${speech.name} could not say turn ${turn}, "${spoken.slice(0, 80)}": ${why}`,
      {
        retryable: true,
        cause
      }
    )
  }
}

const failure = ({ turn, voice, speech }: TakePlan, { spoken }: PlannedSentence, fault: string): StageError =>
  new StageError(
    'render',
    `turn ${turn}, said by ${voice} of ${speech}: the sentence "${spoken.slice(0, 80)}" ${fault}`,
    {
      retryable: false
    }
  )
