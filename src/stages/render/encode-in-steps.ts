import { encodeWav } from '../../domain/wav.ts'
import { letOthersRun } from './let-others-run.ts'
import type { Pcm } from './ports.ts'

const STEP_SECONDS = 5
/** Where a WAV says how many bytes follow. */
const RIFF_SIZE_AT = 4

/** The bytes that `encodeWav` gives, with turns of the event loop between: half a minute is 15 ms of work. */
export async function encodeInSteps({ samples, sampleRateHz }: Pcm): Promise<Uint8Array> {
  const header = encodeWav({ samples: new Float32Array(0), sampleRateHz })
  const bytes = new Uint8Array(header.length + samples.length * 2)
  bytes.set(header)
  const view = new DataView(bytes.buffer)
  view.setUint32(RIFF_SIZE_AT, bytes.length - RIFF_SIZE_AT - 4, true)
  view.setUint32(header.length - 4, bytes.length - header.length, true)
  for (let from = 0; from < samples.length; from += STEP_SECONDS * sampleRateHz) {
    const step = { samples: samples.subarray(from, from + STEP_SECONDS * sampleRateHz), sampleRateHz }
    bytes.set(encodeWav(step).subarray(header.length), header.length + from * 2)
    await letOthersRun()
  }
  return bytes
}
