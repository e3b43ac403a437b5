import { describe, expect, test } from 'vitest'
import { encodeStereoWav } from '../../src/adapters/sting/encode-stereo-wav.ts'
import { STINGS, synthesiseSting, type StingName } from '../../src/adapters/sting/synthesise-sting.ts'
import { decodeWav } from '../../src/domain/wav.ts'

const peakOf = (samples: Float32Array) =>
  samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
const levelDbfs = (samples: Float32Array) =>
  10 * Math.log10(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length)

describe.each<StingName>(['opening', 'closing'])('the %s sting', name => {
  const sting = synthesiseSting(name)
  const second = (samples: Float32Array, at: number) => samples.subarray(at * 44_100, (at + 1) * 44_100)

  test('is as long as it says, two to four seconds', () => {
    expect(sting.left.length).toBe(Math.round(STINGS[name].seconds * 44_100))
    expect(STINGS[name].seconds).toBeGreaterThan(2)
    expect(STINGS[name].seconds).toBeLessThan(4)
  })

  test('peaks at -14 dBFS, below the speech', () => {
    const peakDbfs = 20 * Math.log10(Math.max(peakOf(sting.left), peakOf(sting.right)))
    expect(peakDbfs).toBeCloseTo(-14, 0)
  })

  test('begins and ends without a step, and dies away in between', () => {
    for (const samples of [sting.left, sting.right]) {
      expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.001)
      expect(samples.at(-1)).toBeCloseTo(0, 5)
      expect(levelDbfs(samples.subarray(-4410))).toBeLessThan(levelDbfs(second(samples, 1)) - 15)
    }
  })

  test('has no jump between samples that would click', () => {
    const steps = sting.left.map((sample, i) => sample - (sting.left[i - 1] ?? 0))
    expect(peakOf(steps)).toBeLessThan(0.05)
  })

  test('is wide: left and right are not the same', () => {
    expect(levelDbfs(sting.left.map((sample, i) => sample - (sting.right[i] ?? 0)))).toBeGreaterThan(-45)
  })

  test('is the same every time', () => {
    expect(encodeStereoWav(synthesiseSting(name)).equals(encodeStereoWav(sting))).toBe(true)
  })
})

test('a stereo WAV holds its channels in turn, clipped to full scale', () => {
  const wav = encodeStereoWav({
    left: Float32Array.of(0.5, 2),
    right: Float32Array.of(-0.25, -2),
    sampleRateHz: 44_100
  })
  expect([0, 2, 4, 6].map(at => wav.readInt16LE(44 + at))).toEqual([16_384, -8192, 32_767, -32_767])
  expect(decodeWav(wav)).toEqual({
    samples: Float32Array.of((16_384 - 8192) / 2 / 32_767, 0),
    sampleRateHz: 44_100
  })
})
