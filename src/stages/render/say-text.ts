import type { Style } from '../../domain/style.ts'
import type { TakeInfo } from '../../domain/take.ts'
import { takeOptionsOf } from './measure-pace.ts'
import { planTake, type TakeOptions } from './plan-take.ts'
import type { SpeechModel } from './ports.ts'
import { renderTake } from './render-take.ts'

export interface SayRequest {
  text: string
  voice: string
  style?: Style
  intensity?: number
  speed?: number
}

export interface SaidText {
  wav: Uint8Array
  info: TakeInfo
  renderMs: number
  /** The name of the model that said it. */
  speech: string
}

/** Says a text exactly as a turn of an episode would be. Throws a StageError where it cannot be said. */
export async function sayText(
  speech: SpeechModel,
  { text, voice, style, intensity, speed = 1 }: SayRequest,
  { signal, ...options }: Omit<TakeOptions, 'speechName' | 'speed'> & { signal?: AbortSignal } = {}
): Promise<SaidText> {
  const expression = style === undefined ? {} : { style, ...(intensity === undefined ? {} : { intensity }) }
  const turn = {
    id: 't01',
    host: voice,
    kind: 'detail' as const,
    segment: 's',
    text,
    items: [],
    ...expression
  }
  const plan = planTake(turn, voice, { ...takeOptionsOf(speech), ...options, speed })
  const started = performance.now()
  const { wav, info } = await renderTake(plan, speech, signal ? { signal } : {})
  return { wav, info, renderMs: performance.now() - started, speech: speech.name }
}
