import { expect, test } from 'vitest'
import { decodeWav, encodeWav } from '../../src/domain/wav.ts'

const pcm = { samples: Float32Array.from([0, 0.5, -0.5, 1, -1, 0.25]), sampleRateHz: 16_000 }

/** A WAV with these fields, chunks and sample values. */
function wav({
  code = 1,
  channels = 1,
  bits = 16,
  before = [] as string[],
  values = [0, 100]
} = {}): Uint8Array {
  const fmt = Buffer.alloc(24)
  fmt.write('fmt ')
  fmt.writeUInt32LE(16, 4)
  fmt.writeUInt16LE(code, 8)
  fmt.writeUInt16LE(channels, 10)
  fmt.writeUInt32LE(8000, 12)
  fmt.writeUInt16LE(bits, 22)
  const data = Buffer.alloc(8 + values.length * 2)
  data.write('data')
  data.writeUInt32LE(values.length * 2, 4)
  values.forEach((value, i) => data.writeInt16LE(value, 8 + i * 2))
  const others = before.map(text => {
    const chunk = Buffer.alloc(8 + text.length + (text.length % 2))
    chunk.write('LIST')
    chunk.writeUInt32LE(text.length, 4)
    chunk.write(text, 8)
    return chunk
  })
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), ...others, fmt, data])
}

test('what was encoded is decoded to within half a step of 16 bits', () => {
  const { samples, sampleRateHz } = decodeWav(encodeWav(pcm))
  expect(sampleRateHz).toBe(16_000)
  expect(samples.length).toBe(pcm.samples.length)
  samples.forEach((sample, i) =>
    expect(Math.abs(sample - (pcm.samples[i] ?? 9))).toBeLessThanOrEqual(0.5 / 32767)
  )
})

test('the header is the plain one of 44 bytes', () => {
  expect(Buffer.from(encodeWav({ samples: new Float32Array(2), sampleRateHz: 16_000 })).toString('hex')).toBe(
    '524946462800000057415645666d74201000000001000100803e0000007d0000020010006461746104000000' + '00000000'
  )
})

test('samples beyond full scale are clipped, not wrapped', () => {
  const { samples } = decodeWav(encodeWav({ samples: Float32Array.from([1.5, -7]), sampleRateHz: 8000 }))
  expect([...samples]).toEqual([1, -1])
})

test.each([Number.NaN, Infinity])('a sample that is %s is not written', value => {
  expect(() => encodeWav({ samples: Float32Array.from([0, value]), sampleRateHz: 8000 })).toThrow(
    /sample 1 is/
  )
})

test('chunks before the sound are passed over, those of odd length too', () => {
  expect(decodeWav(wav({ before: ['abc', 'abcd'], values: [32767] })).samples[0]).toBe(1)
})

test('several channels become their mean', () => {
  const { samples } = decodeWav(wav({ channels: 2, values: [1000, 3000, -32768, -32768] }))
  expect(samples.length).toBe(2)
  expect(samples[0]).toBeCloseTo(2000 / 32767, 6)
  expect(samples[1]).toBe(-1)
})

test('a file that was cut short gives what is there', () => {
  const whole = encodeWav(pcm)
  expect(decodeWav(whole.subarray(0, whole.length - 4)).samples.length).toBe(4)
})

test('bytes inside a larger buffer are read from their own beginning', () => {
  const padded = Buffer.concat([Buffer.from('xyz'), encodeWav(pcm)])
  expect(decodeWav(padded.subarray(3)).samples.length).toBe(6)
})

test.each([
  ['no bytes', new Uint8Array(), /not a WAV: 0 bytes/],
  ['an MP3', Buffer.from('ID3\u0004 and much more of it'), /not a WAV/],
  ['A-law', wav({ code: 6, bits: 8 }), /format 6 with 8 bits per sample; PCM of 8, 16, 24 or 32 bits/],
  ['12 bits', wav({ bits: 12 }), /format 1 with 12 bits/],
  ['no channel', wav({ channels: 0 }), /0 channels/],
  ['no chunk', Buffer.from('RIFF\0\0\0\0WAVE'), /no fmt chunk/],
  ['no sound', wav().subarray(0, 36), /no data chunk/],
  ['sound before its format', Buffer.from('RIFF\0\0\0\0WAVEdata\0\0\0\0'), /before its fmt/]
])('%s is refused with the reason', (_title, bytes, message) => {
  expect(() => decodeWav(bytes)).toThrow(message)
})
