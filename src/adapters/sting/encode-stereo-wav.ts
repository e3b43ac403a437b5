/** Two channels of equal length, samples in -1 … 1. */
export interface StereoAudio {
  left: Float32Array
  right: Float32Array
  sampleRateHz: number
}

const HEADER_BYTES = 44
const FRAME_BYTES = 4

const toInt16 = (sample: number): number => Math.round(Math.max(-1, Math.min(1, sample)) * 32767)

function buildHeader(dataBytes: number, sampleRateHz: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(2, 22)
  header.writeUInt32LE(sampleRateHz, 24)
  header.writeUInt32LE(sampleRateHz * FRAME_BYTES, 28)
  header.writeUInt16LE(FRAME_BYTES, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(dataBytes, 40)
  return header
}

/** 16-bit stereo WAV; samples are clipped to -1 … 1. */
export function encodeStereoWav({ left, right, sampleRateHz }: StereoAudio): Buffer {
  const data = Buffer.alloc(left.length * FRAME_BYTES)
  left.forEach((sample, i) => {
    data.writeInt16LE(toInt16(sample), i * FRAME_BYTES)
    data.writeInt16LE(toInt16(right[i] ?? 0), i * FRAME_BYTES + 2)
  })
  return Buffer.concat([buildHeader(data.length, sampleRateHz), data])
}
