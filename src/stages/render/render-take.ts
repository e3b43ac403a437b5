import { StageError } from '../../domain/stage-error.ts'
import type { TakeInfo } from '../../domain/take.ts'
import { applyGain } from './apply-gain.ts'
import { encodeInSteps } from './encode-in-steps.ts'
import { planExpression } from './expression.ts'
import { speechLevelDbfs } from './frame-levels.ts'
import { joinSentences } from './join-sentences.ts'
import { letOthersRun } from './let-others-run.ts'
import { limitPeak } from './limit-peak.ts'
import { mapBounded } from './map-bounded.ts'
import type { TakePlan } from './plan-take.ts'
import { planUtterances, type Utterance } from './plan-utterances.ts'
import type { SpeechModel } from './ports.ts'
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
  { signal }: { signal?: AbortSignal } = {}
): Promise<RenderedTake> {
  const utterances = planUtterances(plan.sentences, speech)
  const expression = planExpression(plan, speech.abilities.styles)
  const said = await mapBounded(
    utterances,
    speech.parallel,
    (utterance, signal) => sayUtterance(plan, utterance, speech, expression, signal),
    signal
  )
  const sampleRateHz = sampleRateOf(plan, utterances, said)
  const { pcm, spans } = joinSentences(
    said.flatMap(({ sentences }) => sentences),
    sampleRateHz
  )
  await letOthersRun()
  const limited = limitPeak(pcm)
  await letOthersRun()
  const take = applyGain(limited, expression.gainDb)
  await letOthersRun()
  const dropped = sumCounts(said.map(({ dropped }) => dropped))
  const info = {
    durationMs: (take.samples.length * 1000) / sampleRateHz,
    sampleRateHz,
    speechLevelDbfs: speechLevelDbfs(take),
    spans,
    ...(dropped ? { dropped } : {})
  }
  await letOthersRun()
  return { wav: await encodeInSteps(take), info, calls: utterances.length }
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
