/** Mono audio, samples in -1 … 1. */
export interface MonoAudio {
  samples: Float32Array
  sampleRateHz: number
}

const HEADER_BYTES = 44
const PCM_FORMAT = 1
/** The `fmt ` code that says the real format stands in a GUID after the usual fields. */
const EXTENSIBLE_FORMAT = 0xfffe
const FULL_SCALE = 32767

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

function putTag(view: DataView, at: number, tag: string): void {
  for (let i = 0; i < tag.length; i++) view.setUint8(at + i, tag.charCodeAt(i))
}

/** 16-bit mono WAV: samples are rounded, and clipped to -1 … 1. Throws on samples that are not finite. */
export function encodeWav({ samples, sampleRateHz }: MonoAudio): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + samples.length * 2)
  const view = new DataView(bytes.buffer)
  putTag(view, 0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  putTag(view, 8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, PCM_FORMAT, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, sampleRateHz, true)
  view.setUint32(28, sampleRateHz * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  putTag(view, 36, 'data')
  view.setUint32(40, samples.length * 2, true)
  samples.forEach((sample, i) => {
    if (!Number.isFinite(sample)) throw new Error(`cannot write a WAV: sample ${i} is ${sample}`)
    const clipped = Math.max(-1, Math.min(1, sample))
    view.setInt16(HEADER_BYTES + i * 2, Math.round(clipped * FULL_SCALE), true)
  })
  return bytes
}

interface Format {
  sampleRateHz: number
  channels: number
}

function readFormat(view: DataView, at: number, size: number): Format {
  if (size < 16) throw new Error(`bad WAV: its fmt chunk has ${size} bytes, at least 16 are needed`)
  const plain = view.getUint16(at, true)
  const code = plain === EXTENSIBLE_FORMAT && size >= 26 ? view.getUint16(at + 24, true) : plain
  const bits = view.getUint16(at + 14, true)
  if (code !== PCM_FORMAT || bits !== 16)
    throw new Error(`unsupported WAV: format ${code} with ${bits} bits per sample; 16-bit PCM is read`)
  const format = { channels: view.getUint16(at + 2, true), sampleRateHz: view.getUint32(at + 4, true) }
  if (format.channels === 0 || format.sampleRateHz === 0)
    throw new Error(`bad WAV: ${format.channels} channels at ${format.sampleRateHz} Hz`)
  return format
}

/** The mean of the channels of each frame; a half frame at the end is left out. */
function readSamples(view: DataView, at: number, size: number, channels: number): Float32Array {
  const samples = new Float32Array(Math.floor(size / (channels * 2)))
  for (let i = 0; i < samples.length; i++) {
    let sum = 0
    for (let c = 0; c < channels; c++) sum += view.getInt16(at + (i * channels + c) * 2, true)
    samples[i] = Math.max(-1, sum / channels / FULL_SCALE)
  }
  return samples
}

/** Reads 16-bit PCM, several channels as their mean. A data chunk cut short, or of unknown length, gives what is there. Throws on anything else. */
export function decodeWav(bytes: Uint8Array): MonoAudio {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 12 || tagAt(view, 0) !== 'RIFF' || tagAt(view, 8) !== 'WAVE')
    throw new Error(`not a WAV: ${bytes.length} bytes that do not begin with RIFF … WAVE`)
  let format: Format | null = null
  for (let at = 12; at + 8 <= bytes.length;) {
    const tag = tagAt(view, at)
    const size = Math.min(view.getUint32(at + 4, true), bytes.length - at - 8)
    if (tag === 'fmt ') format = readFormat(view, at + 8, size)
    if (tag === 'data') {
      if (!format) throw new Error('bad WAV: its data chunk stands before its fmt chunk')
      return {
        samples: readSamples(view, at + 8, size, format.channels),
        sampleRateHz: format.sampleRateHz
      }
    }
    at += 8 + size + (size % 2)
  }
  throw new Error(`bad WAV: no ${format ? 'data' : 'fmt'} chunk`)
}
