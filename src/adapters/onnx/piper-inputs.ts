import { ModelFileError } from './model-file-error.ts'
import { KNOWN_INPUTS, namesOf, type TensorInfo } from './tensor-info.ts'

export interface PiperInputs {
  /** Does it ask which speaker? */
  sid: boolean
  waveform: string
}

const NEEDED = ['input', 'input_lengths', 'scales']

/** Checks the inputs of a Piper voice against what its config says of its speakers. */
export function detectPiperInputs(
  path: string,
  inputs: readonly TensorInfo[],
  outputs: readonly TensorInfo[],
  speakers: number
): PiperInputs {
  const names = inputs.map(({ name }) => name)
  const sid = names.includes('sid')
  const waveform = outputs[0]
  const strange = names.filter(name => !NEEDED.includes(name) && name !== 'sid')
  if (!NEEDED.every(name => names.includes(name)) || strange.length > 0 || !waveform)
    throw new ModelFileError(
      `${path} is no Piper voice: it takes ${namesOf(inputs)}; ${KNOWN_INPUTS}, and sid where it has several speakers${hint(names)}`
    )
  if (!sid && speakers > 1)
    throw new ModelFileError(
      `${path} has one speaker, but its config tells of ${speakers}: they do not belong together`
    )
  return { sid, waveform: waveform.name }
}

const hint = (names: readonly string[]): string =>
  names.includes('style') ? ' (it looks like Kokoro: use kokoro:PATH)' : ''
