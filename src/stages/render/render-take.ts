import { StageError } from '../../domain/stage-error.ts'
import type { TakeInfo } from '../../domain/take.ts'
import { deskHere } from './desk-here.ts'
import { planExpression } from './expression.ts'
import { mapBounded } from './map-bounded.ts'
import type { TakePlan } from './plan-take.ts'
import { planUtterances, type Utterance } from './plan-utterances.ts'
import type { SoundDesk, SpeechModel } from './ports.ts'
import { failureToSay, sayUtterance, type SaidUtterance } from './say-utterance.ts'
import { sumCounts } from './sum-counts.ts'

export interface RenderedTake {
  wav: Uint8Array
  info: TakeInfo
  /** How often the model was called. */
  calls: number
}

/** The sound of one turn. Throws a StageError where a sentence cannot be heard as it should. */
export async function renderTake(
  plan: TakePlan,
  speech: SpeechModel,
  { signal, desk = deskHere }: { signal?: AbortSignal; desk?: SoundDesk } = {}
): Promise<RenderedTake> {
  const utterances = planUtterances(plan.sentences, speech)
  const expression = planExpression(plan, speech.abilities.styles)
  const said = await mapBounded(
    utterances,
    speech.parallel,
    (utterance, signal) => sayUtterance(plan, utterance, { speech, desk, expression }, signal),
    signal
  )
  const sampleRateHz = sampleRateOf(plan, utterances, said)
  const sentences = said.flatMap(({ sentences }) => sentences)
  const { wav, info } = await desk.finish(sentences, { sampleRateHz, gainDb: expression.gainDb })
  const dropped = sumCounts(said.map(({ dropped }) => dropped))
  return { wav, info: { ...info, ...(dropped ? { dropped } : {}) }, calls: utterances.length }
}

/** The one sample rate of all that was said. */
function sampleRateOf(
  plan: TakePlan,
  utterances: readonly Utterance[],
  said: readonly SaidUtterance[]
): number {
  const rateHz = said[0]?.sampleRateHz
  if (rateHz === undefined)
    throw new StageError('render', `turn ${plan.turn} has no sentence to say`, { retryable: false })
  const odd = said.findIndex(({ sampleRateHz }) => sampleRateHz !== rateHz)
  if (odd === -1) return rateHz
  const fault = `comes at ${said[odd]?.sampleRateHz} Hz after others at ${rateHz} Hz`
  throw failureToSay(plan, utterances[odd] ?? [], fault)
}
