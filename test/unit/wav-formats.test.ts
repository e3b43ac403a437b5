import { expect, test } from 'vitest'
import { decodeWav } from '../../src/domain/wav.ts'

const chunk = (tag: string, data: Uint8Array, declared = data.length): Buffer => {
  const head = Buffer.alloc(8)
  head.write(tag)
  head.writeUInt32LE(declared, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

const format = (code: number, bits: number, channels = 1): Buffer => {
  const fmt = Buffer.alloc(16)
  fmt.writeUInt16LE(code, 0)
  fmt.writeUInt16LE(channels, 2)
  fmt.writeUInt32LE(24_000, 4)
  fmt.writeUInt16LE(bits, 14)
  return chunk('fmt ', fmt)
}

/** The same with the real format in a GUID (WAVE_FORMAT_EXTENSIBLE). */
const extensible = (code: number, bits: number): Buffer => {
  const fmt = Buffer.alloc(40)
  fmt.writeUInt16LE(0xfffe, 0)
  fmt.writeUInt16LE(1, 2)
  fmt.writeUInt32LE(24_000, 4)
  fmt.writeUInt16LE(bits, 14)
  fmt.writeUInt16LE(code, 24)
  return chunk('fmt ', fmt)
}

function riff(chunks: readonly Buffer[], declared?: number): Buffer {
  const whole = Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), ...chunks])
  whole.writeUInt32LE(declared ?? whole.length - 8, 4)
  return whole
}

const ints = (bytes: number, values: readonly number[]): Buffer => {
  const data = Buffer.alloc(bytes * values.length)
  values.forEach((value, i) => data.writeIntLE(value, i * bytes, bytes))
  return data
}
const floats = (values: readonly number[]): Buffer => {
  const data = Buffer.alloc(4 * values.length)
  values.forEach((value, i) => data.writeFloatLE(value, i * 4))
  return data
}
const doubles = (values: readonly number[]): Buffer => {
  const data = Buffer.alloc(8 * values.length)
  values.forEach((value, i) => data.writeDoubleLE(value, i * 8))
  return data
}

test.each([
  ['8-bit PCM, which has no sign', format(1, 8), Buffer.from([128, 255, 1, 0])],
  ['16-bit PCM', format(1, 16), ints(2, [0, 32767, -32767, -32768])],
  ['24-bit PCM', format(1, 24), ints(3, [0, 0x7fffff, -0x7fffff, -0x800000])],
  ['32-bit PCM', format(1, 32), ints(4, [0, 0x7fffffff, -0x7fffffff, -0x80000000])],
  ['32-bit float', format(3, 32), floats([0, 1, -1, -1.5])],
  ['64-bit float', format(3, 64), doubles([0, 1, -1, -1.5])],
  ['24-bit PCM by its GUID', extensible(1, 24), ints(3, [0, 0x7fffff, -0x7fffff, -0x800000])],
  ['32-bit float by its GUID', extensible(3, 32), floats([0, 1, -1, -2])]
])('%s is read over its full scale, and clipped to it', (_title, fmt, data) => {
  const { samples, sampleRateHz } = decodeWav(riff([fmt, chunk('data', data)]))
  expect(sampleRateHz).toBe(24_000)
  expect([...samples].map(sample => Math.round(sample * 1e6) / 1e6)).toEqual([0, 1, -1, -1])
})

test('two channels of float become their mean', () => {
  const { samples } = decodeWav(riff([format(3, 32, 2), chunk('data', floats([0.25, 0.75, -1, 0]))]))
  expect([...samples]).toEqual([0.5, -0.5])
})

test.each([
  ['the largest size, as OpenAI and ffmpeg write', 0xffffffff, 0xffffffff],
  ['the largest signed size, as ElevenLabs writes', 0x7fffffff, 0x7fffffff],
  ['two thousand million, as pocket-tts writes', 2_000_000_036, 2_000_000_000],
  ['nought, as libsndfile and Azure write before they are done', 0, 0]
])('a length that was not known yet gives what is there: %s', (_title, whole, data) => {
  const sound = chunk('data', ints(2, [1, 2, 3]), data)
  const { samples } = decodeWav(riff([format(1, 16), chunk('LIST', Buffer.from('abc')), sound], whole), {
    whole: true
  })
  expect(samples.length).toBe(3)
})

test('a sound that is truly empty stays empty, whatever stands behind it', () => {
  const { samples } = decodeWav(
    riff([format(1, 16), chunk('data', Buffer.alloc(0)), chunk('LIST', Buffer.from('abcd'))])
  )
  expect(samples.length).toBe(0)
})

test('a chunk behind the sound is no sound', () => {
  const { samples } = decodeWav(
    riff([format(1, 16), chunk('data', ints(2, [1, 2])), chunk('LIST', Buffer.from('abcd'))])
  )
  expect(samples.length).toBe(2)
})

test('a file that was cut short is refused where it must be whole', () => {
  const whole = riff([format(1, 16), chunk('data', ints(2, [1, 2, 3, 4]))])
  const cut = whole.subarray(0, whole.length - 3)
  expect(decodeWav(cut).samples.length).toBe(2)
  expect(() => decodeWav(cut, { whole: true })).toThrow(
    'bad WAV: it is cut short, with 5 of 8 bytes of sound'
  )
  expect(decodeWav(whole, { whole: true }).samples.length).toBe(4)
})
