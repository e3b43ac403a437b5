/** Mono audio, samples in -1 … 1. */
export interface MonoAudio {
  samples: Float32Array
  sampleRateHz: number
}

const HEADER_BYTES = 44
const PCM_FORMAT = 1
const FLOAT_FORMAT = 3
/** The `fmt ` code that says the real format stands in a GUID after the usual fields. */
const EXTENSIBLE_FORMAT = 0xfffe
const FULL_SCALE = 32767
/** A sound whose length is not known yet is written with the largest size, or one near it (OpenAI and ffmpeg: 0xffffffff, ElevenLabs: 0x7fffffff, pocket-tts: 2 000 000 000). */
const PLACEHOLDER_BYTES = 0x7000_0000

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

function putTag(view: DataView, at: number, tag: string): void {
  for (let i = 0; i < tag.length; i++) view.setUint8(at + i, tag.charCodeAt(i))
}

/** 16-bit mono WAV: samples are rounded, and clipped to -1 … 1. Throws on samples that are not finite. */
export function encodeWav({ samples, sampleRateHz }: MonoAudio): Uint8Array<ArrayBuffer> {
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
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i] ?? Number.NaN
    if (!Number.isFinite(sample)) throw new Error(`cannot write a WAV: sample ${i} is ${sample}`)
    const clipped = Math.max(-1, Math.min(1, sample))
    view.setInt16(HEADER_BYTES + i * 2, Math.round(clipped * FULL_SCALE), true)
  }
  return bytes
}

interface SampleKind {
  bytes: number
  read(view: DataView, at: number): number
}

const int24At = (view: DataView, at: number): number =>
  (view.getInt8(at + 2) << 16) | (view.getUint8(at + 1) << 8) | view.getUint8(at)

/** By format code and bits: what a sample is in -1 … 1; the 8 bits of a WAV are unsigned. */
const SAMPLE_KINDS: Readonly<Record<string, SampleKind>> = {
  [`${PCM_FORMAT}/8`]: { bytes: 1, read: (view, at) => (view.getUint8(at) - 128) / 127 },
  [`${PCM_FORMAT}/16`]: { bytes: 2, read: (view, at) => view.getInt16(at, true) / FULL_SCALE },
  [`${PCM_FORMAT}/24`]: { bytes: 3, read: (view, at) => int24At(view, at) / 0x7f_ffff },
  [`${PCM_FORMAT}/32`]: { bytes: 4, read: (view, at) => view.getInt32(at, true) / 0x7fff_ffff },
  [`${FLOAT_FORMAT}/32`]: { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
  [`${FLOAT_FORMAT}/64`]: { bytes: 8, read: (view, at) => view.getFloat64(at, true) }
}

interface Format {
  sampleRateHz: number
  channels: number
  kind: SampleKind
}

function readFormat(view: DataView, at: number, size: number): Format {
  if (size < 16) throw new Error(`bad WAV: its fmt chunk has ${size} bytes, at least 16 are needed`)
  const plain = view.getUint16(at, true)
  const code = plain === EXTENSIBLE_FORMAT && size >= 26 ? view.getUint16(at + 24, true) : plain
  const bits = view.getUint16(at + 14, true)
  const kind = SAMPLE_KINDS[`${code}/${bits}`]
  if (kind === undefined)
    throw new Error(
      `unsupported WAV: format ${code} with ${bits} bits per sample; PCM of 8, 16, 24 or 32 bits and float of 32 or 64 are read`
    )
  const format = { channels: view.getUint16(at + 2, true), sampleRateHz: view.getUint32(at + 4, true), kind }
  if (format.channels === 0 || format.sampleRateHz === 0)
    throw new Error(`bad WAV: ${format.channels} channels at ${format.sampleRateHz} Hz`)
  return format
}

/** The mean of the channels of each frame, clipped to -1 … 1; a half frame at the end is left out. */
function readSamples(view: DataView, at: number, size: number, { channels, kind }: Format): Float32Array {
  const samples = new Float32Array(Math.floor(size / (channels * kind.bytes)))
  for (let i = 0; i < samples.length; i++) {
    let sum = 0
    for (let c = 0; c < channels; c++) sum += kind.read(view, at + (i * channels + c) * kind.bytes)
    samples[i] = Math.max(-1, Math.min(1, sum / channels))
  }
  return samples
}

/** How many bytes of sound there are; where the header gives a placeholder, all that follow. */
function dataSize(view: DataView, at: number, whole: boolean): number {
  const declared = view.getUint32(at + 4, true)
  const present = view.byteLength - at - 8
  const written = view.getUint32(4, true) === view.byteLength - 8
  if (declared >= PLACEHOLDER_BYTES || (declared === 0 && !written)) return present
  if (whole && declared > present)
    throw new Error(`bad WAV: it is cut short, with ${present} of ${declared} bytes of sound`)
  return Math.min(declared, present)
}

export interface DecodeWavOptions {
  /** Must every byte that the header announces be there? */
  whole?: boolean
}

/**
 * Reads PCM and float, several channels as their mean. A data chunk of unknown length gives what is there; so does one
 * that was cut short, unless it must be whole. Throws on anything else.
 */
export function decodeWav(bytes: Uint8Array, { whole = false }: DecodeWavOptions = {}): MonoAudio {
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
      const samples = readSamples(view, at + 8, dataSize(view, at, whole), format)
      return { samples, sampleRateHz: format.sampleRateHz }
    }
    at += 8 + size + (size % 2)
  }
  throw new Error(`bad WAV: no ${format ? 'data' : 'fmt'} chunk`)
}
