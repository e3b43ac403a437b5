import { describe, expect, test } from 'vitest'
import { leanStyle, MOST_LEANING } from '../../src/adapters/onnx/lean-style.ts'
import { STYLE_ROWS, STYLE_WIDTH } from '../../src/adapters/onnx/read-voice.ts'
import { styleVector } from '../../src/adapters/onnx/style-vector.ts'
import { STYLES } from '../../src/domain/style.ts'

const ALL =
  'af_bella af_heart af_kore af_nicole af_sarah am_fenrir am_michael am_onyx am_puck bf_alice bf_emma bf_isabella bf_lily bm_daniel bm_fable bm_george bm_lewis ef_dora'.split(
    ' '
  )

describe('a style', () => {
  test.each([
    ['af_heart', 'excited', 1, 'af_bella 0.40'],
    ['af_heart', 'excited', 0.5, 'af_bella 0.20'],
    ['af_heart', 'excited', 2, 'af_bella 0.50'],
    ['af_heart', 'whispering', 1, 'af_nicole 0.50'],
    ['am_michael', 'joyful', 1, 'am_puck 0.35'],
    ['bm_george', 'shouting', 1, 'bm_daniel 0.45'],
    ['bf_emma', 'happy', 1, 'bf_isabella 0.30'],
    ['ef_dora', 'happy', 1, 'af_bella 0.30']
  ] as const)('%s that is %s at %d leans towards %s', (voice, style, intensity, expected) => {
    const lean = leanStyle(voice, style, intensity, ALL)
    expect(`${lean?.towards} ${lean?.share.toFixed(2)}`).toBe(expected)
  })

  test.each([
    ['there is none', 'af_heart', undefined, ALL],
    ['the voice it leans to is its own', 'af_bella', 'excited', ALL],
    ['the voice it leans to is not installed', 'af_heart', 'excited', ['af_heart', 'am_puck']],
    ['the name of the voice tells nothing', 'zebra', 'excited', ALL]
  ] as const)('leaves the voice alone where %s', (_, voice, style, installed) => {
    expect(leanStyle(voice, style, 1, installed)).toBeNull()
  })

  test.each(STYLES)('%s never goes beyond the half, nor to a voice of the other gender', style => {
    for (const voice of ALL) {
      const lean = leanStyle(voice, style, 2, ALL)
      if (lean === null) continue
      expect(lean.share).toBeLessThanOrEqual(MOST_LEANING)
      expect(lean.towards[1]).toBe(voice[1])
    }
  })
})

describe('the style vector', () => {
  /** Every number of row r of a voice is its base plus r. */
  const bases: Readonly<Record<string, number>> = { a: 1000, b: 2000, c: 4000 }
  const voiceNamed = (voice: string): Float32Array =>
    Float32Array.from(
      { length: STYLE_ROWS * STYLE_WIDTH },
      (_, i) => (bases[voice] ?? 0) + Math.floor(i / STYLE_WIDTH)
    )
  const halves = (vector: Float32Array): string => {
    expect(vector).toHaveLength(256)
    expect(new Set(vector.subarray(0, 128)).size).toBe(1)
    expect(new Set(vector.subarray(128)).size).toBe(1)
    return `${Math.round(vector[0] ?? 0)} ${Math.round(vector[128] ?? 0)}`
  }
  const A = [{ voice: 'a', share: 1 }]
  const AB = [
    { voice: 'a', share: 0.75 },
    { voice: 'b', share: 0.25 }
  ]

  test.each([
    ['one voice, first row', 0, A, null, '1000 1000'],
    ['one voice, last row', 509, A, null, '1509 1509'],
    ['a blend', 10, AB, null, '1260 1260'],
    ['a voice that leans', 10, A, { towards: 'c', share: 0.5 }, '1010 2510'],
    ['a blend that leans', 10, AB, { towards: 'c', share: 0.1 }, '1260 1535']
  ] as const)('of %s has timbre and prosody as planned', (_, row, blend, lean, expected) => {
    expect(halves(styleVector(row, blend, lean, voiceNamed))).toBe(expected)
  })
})
