import { ModelFileError } from './model-file-error.ts'
import { KNOWN_INPUTS, namesOf, type TensorInfo } from './tensor-info.ts'

export interface KokoroInputs {
  ids: string
  style: string
  speed: string
  /** An export with whole numbers for speed can say only 1 with it. */
  speedType: 'float32' | 'int32' | 'int64'
  waveform: string
  /** Frames of each token, where the export gives them. */
  duration: string | null
}

const SPEED_TYPES = ['float32', 'int32', 'int64'] as const

/** Finds the inputs of a Kokoro export: they are called differently, and speed is not always a fraction. */
export function detectKokoroInputs(
  path: string,
  inputs: readonly TensorInfo[],
  outputs: readonly TensorInfo[]
): KokoroInputs {
  const named = (name: string): TensorInfo | undefined => inputs.find(input => input.name === name)
  const ids = named('input_ids') ?? named('tokens')
  const [style, speed] = [named('style'), named('speed')]
  const waveform = outputs[0]
  if (!ids || !style || !speed || !waveform || inputs.length > 3)
    throw new ModelFileError(
      `${path} is no Kokoro model: it takes ${namesOf(inputs)}; ${KNOWN_INPUTS}${hint(inputs)}`
    )
  const speedType = SPEED_TYPES.find(type => type === speed.type)
  const odd = [
    [ids, 'int64'],
    [style, 'float32'],
    [waveform, 'float32']
  ] as const
  const wrong = odd.find(([{ type }, right]) => type !== right)
  if (wrong)
    throw new ModelFileError(
      `${path}: ${wrong[0].name} is ${wrong[0].type}, and only ${wrong[1]} is known of Kokoro`
    )
  if (!speedType)
    throw new ModelFileError(
      `${path}: speed is ${speed.type}, and only ${SPEED_TYPES.join(', ')} are known of Kokoro`
    )
  const duration = outputs.find(
    ({ name, type }) => /^(pred_)?dur(ations?)?$/.test(name) && /^int/.test(type ?? '')
  )
  return {
    ids: ids.name,
    style: style.name,
    speed: speed.name,
    speedType,
    waveform: waveform.name,
    duration: duration?.name ?? null
  }
}

const hint = (inputs: readonly TensorInfo[]): string =>
  inputs.some(({ name }) => name === 'input_lengths') ? ' (it looks like a Piper voice: use piper:PATH)' : ''
