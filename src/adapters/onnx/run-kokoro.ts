import { Tensor, type InferenceSession } from 'onnxruntime-node'
import type { KokoroInputs } from './kokoro-inputs.ts'

export const KOKORO_RATE_HZ = 24_000

/** A unit of duration is 25 ms: hop 5, times 10 and 6 in the vocoder, times 2 in the decoder. */
export const SAMPLES_PER_FRAME = 600

export interface KokoroRun {
  samples: Float32Array
  /** Frames of each token, pads included, where the export gives them. */
  durations: number[] | null
}

export interface KokoroFeeds {
  tokens: readonly number[]
  style: Float32Array
  /** Only 1 where the export takes whole numbers. */
  speed: number
}

/** One call of a Kokoro graph; blocks the thread it is on. */
export async function runKokoro(
  session: Pick<InferenceSession, 'run'>,
  inputs: KokoroInputs,
  { tokens, style, speed }: KokoroFeeds
): Promise<KokoroRun> {
  const out = await session.run({
    [inputs.ids]: new Tensor('int64', BigInt64Array.from(tokens, BigInt), [1, tokens.length]),
    [inputs.style]: new Tensor('float32', style, [1, style.length]),
    [inputs.speed]: speedTensor(inputs.speedType, speed)
  })
  const samples = out[inputs.waveform]?.data
  if (!(samples instanceof Float32Array)) throw new Error(`the model gave no samples in ${inputs.waveform}`)
  const durations = inputs.duration === null ? undefined : out[inputs.duration]?.data
  return { samples, durations: durations ? Array.from(durations as Iterable<unknown>, Number) : null }
}

function speedTensor(type: KokoroInputs['speedType'], speed: number): Tensor {
  if (type === 'float32') return new Tensor('float32', Float32Array.of(speed), [1])
  if (speed !== 1)
    throw new RangeError(`this export says everything at speed 1; ${speed} cannot be passed to it`)
  return type === 'int32'
    ? new Tensor('int32', Int32Array.of(1), [1])
    : new Tensor('int64', BigInt64Array.of(1n), [1])
}
