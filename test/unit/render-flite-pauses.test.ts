import { expect, test } from 'vitest'
import { lengthenPauses, pausesPrinted } from '../../src/adapters/flite/lengthen-pauses.ts'
import { decodeWav, encodeWav } from '../../src/domain/wav.ts'

const PRINTED = 'pau:0.100 hh:0.300 iy:0.500 pau:0.600 w:0.800 pau:1.100 eh:1.300 pau:1.400 \n'
const tone = encodeWav({ samples: Float32Array.from({ length: 1400 }, () => 0.5), sampleRateHz: 1000 })

test('the pauses inside a sentence are found, not those at its ends', () => {
  const pauses = pausesPrinted(PRINTED).map(({ middle, seconds }) => [middle.toFixed(2), seconds.toFixed(2)])
  expect(pauses).toEqual([
    ['0.55', '0.10'],
    ['0.95', '0.30']
  ])
})

test('a short pause gets silence in its middle until it is heard as one; a long one stays', () => {
  const { samples } = decodeWav(lengthenPauses(tone, PRINTED))
  expect(samples.length).toBe(1400 + 120)
  const silent = [...samples].flatMap((sample, i) => (sample === 0 ? [i] : []))
  expect([silent[0], silent.at(-1), silent.length]).toEqual([550, 669, 120])
})

test.each(['', 'pau:0.1 pau:0.2', 'a warning, not a list of segments'])(
  'what is printed as %j changes nothing',
  printed => {
    expect(lengthenPauses(tone, printed)).toBe(tone)
  }
)
