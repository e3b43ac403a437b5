import { describe, expect, test } from 'vitest'
import { joinPieces } from '../../src/adapters/onnx/join-pieces.ts'
import { splitSentences } from '../../src/adapters/onnx/speak-piper.ts'
import { stretchTime } from '../../src/adapters/onnx/stretch-time.ts'

const RATE_HZ = 24_000
const msOf = (samples: number): number => (samples * 1000) / RATE_HZ

function sound(...parts: [ms: number, amplitude: number][]): Float32Array {
  return Float32Array.from(
    parts.flatMap(([ms, amplitude]) =>
      Array.from({ length: (ms * RATE_HZ) / 1000 }, (_, i) =>
        Math.abs(amplitude * Math.sin((2 * Math.PI * 200 * i) / RATE_HZ + 1))
      )
    )
  )
}

/** How long it is silent between the first and the second loud part. */
function pauseMs(samples: Float32Array): number {
  const loud = [...samples].flatMap((sample, i) => (Math.abs(sample) > 0.01 ? [i] : []))
  return Math.max(...loud.slice(1).map((at, i) => msOf(at - (loud[i] ?? at))))
}

describe('pieces of a text', () => {
  const padded = sound([100, 0], [500, 0.5], [200, 0])

  test.each([
    ['a sentence', 'ɐ wˈɜːd.', 340],
    ['a question in quotes', 'ɐ wˈɜːd?”', 340],
    ['a clause', 'ɐ wˈɜːd;', 240],
    ['a dash', 'ɐ wˈɜːd—', 240],
    ['a comma', 'ɐ wˈɜːd,', 170],
    ['no mark', 'ɐ wˈɜːd', 60]
  ])('are joined after %s with silence of about the right length', (_, phonemes, ms) => {
    const joined = joinPieces(
      [
        { phonemes, samples: padded },
        { phonemes: 'ænd ɐnˈʌðɚ', samples: padded }
      ],
      RATE_HZ
    )
    expect(Math.abs(pauseMs(joined) - ms)).toBeLessThan(15)
    expect(msOf(joined.length)).toBeCloseTo(100 + 500 + pauseMs(joined) + 500 + 200, -2)
  })

  test('keep their outer ends, and one alone stays as it is', () => {
    expect(joinPieces([{ phonemes: 'ɐ', samples: padded }], RATE_HZ)).toEqual(padded)
  })

  test('never go beyond full scale', () => {
    const loud = joinPieces([{ phonemes: 'ɐ', samples: Float32Array.of(0.5, -2, 1) }], RATE_HZ)
    expect([...loud]).toEqual([0.25, -1, 0.5])
  })

  test('that are silent do not trip it', () => {
    const silent = { phonemes: 'ɐ,', samples: new Float32Array(2400) }
    expect(joinPieces([silent, silent], RATE_HZ).every(sample => sample === 0)).toBe(true)
  })

  test.each([
    ['həlˈoʊ.', ['həlˈoʊ.']],
    ['wˈʌn. tˈuː? θɹˈiː!', ['wˈʌn.', 'tˈuː?', 'θɹˈiː!']],
    ['wˈʌn, tˈuː; θɹˈiː.', ['wˈʌn, tˈuː; θɹˈiː.']],
    ['wˈʌn. …', ['wˈʌn.']],
    ['', []]
  ])('of Piper are sentences: %j', (phonemes, pieces) => {
    expect(splitSentences(phonemes)).toEqual(pieces)
  })

  test('of Piper that are very long are cut at a clause', () => {
    const pieces = splitSentences(`${'ɐ lˈɔŋ klˈɔːz ðæt ɡˌoʊz ˈɑːn, '.repeat(12)}tə ðə ˈɛnd.`)
    expect(pieces.length).toBeGreaterThan(1)
    expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThanOrEqual(250)
    expect(pieces.slice(0, -1).every(piece => piece.endsWith(','))).toBe(true)
  })
})

describe('stretching', () => {
  /** A vowel-like sound of 120 Hz with two overtones. */
  const vowel = Float32Array.from({ length: RATE_HZ }, (_, i) => {
    const turn = (2 * Math.PI * 120 * i) / RATE_HZ
    return 0.4 * Math.sin(turn) + 0.2 * Math.sin(2 * turn) + 0.1 * Math.sin(5 * turn)
  })
  const strengthAt = (samples: Float32Array, hz: number): number => {
    const sums = samples.reduce(
      ([re, im], sample, i) => {
        const turn = (2 * Math.PI * hz * i) / RATE_HZ
        return [re + sample * Math.cos(turn), im + sample * Math.sin(turn)] as [number, number]
      },
      [0, 0] as [number, number]
    )
    return (2 * Math.hypot(...sums)) / samples.length
  }

  test.each([0.8, 0.9, 1, 1.1, 1.25])('to speed %d changes the length and keeps pitch and level', speed => {
    const out = stretchTime(vowel, speed, RATE_HZ)
    expect(out.length).toBe(Math.round(vowel.length / speed))
    expect(strengthAt(out, 120)).toBeGreaterThan(0.36)
    expect(strengthAt(out, 120)).toBeLessThan(0.44)
    expect(strengthAt(out, 120 * speed + (speed === 1 ? 60 : 0))).toBeLessThan(0.1)
  })
})
