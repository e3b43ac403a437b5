import { describe, expect, test } from 'vitest'
import { faultOfRaw, faultOfSaid } from '../../src/stages/render/check-speech.ts'
import { findPauses } from '../../src/stages/render/plan-cuts.ts'
import { renderTake } from '../../src/stages/render/render-take.ts'
import { tidySpeech } from '../../src/stages/render/tidy-speech.ts'
import { overNoise, planOf, sound, soundAt, speaking } from '../helpers/speech-doubles.ts'

/** The edges of a sound are known to a frame; a frame of 22050 Hz is a little longer. */
const FRAME_MS = 10
const RATES_HZ = [16_000, 22_050, 24_000]
const msOf = ({ samples, sampleRateHz }: { samples: Float32Array; sampleRateHz: number }) =>
  (samples.length * 1000) / sampleRateHz

describe('the sound of a neural voice', () => {
  test.each(RATES_HZ)('loses the silence at its ends but for the guards, at %i Hz', async rate => {
    const tidied = tidySpeech(soundAt(rate, [0.4, 0], [2, 0.3], [0.6, 0]))
    expect(Math.abs(msOf(tidied) - 2050)).toBeLessThanOrEqual(2 * FRAME_MS + 5)
    expect([tidied.samples[0], tidied.samples.at(-1)]).toEqual([0, 0])
  })

  test.each(RATES_HZ)('loses the noise floor at its ends too, at %i Hz', async rate => {
    const noisy = overNoise(soundAt(rate, [0.4, 0], [2, 0.3], [0.6, 0]), 0.003)
    expect(Math.abs(msOf(tidySpeech(noisy)) - 2050)).toBeLessThanOrEqual(2 * FRAME_MS + 5)
  })

  test.each([-55, -50, -46])('loses a noise of %i dBFS under speech of -13.5 dBFS', async noiseDbfs => {
    const amplitude = 10 ** (noiseDbfs / 20) * Math.sqrt(3)
    const noisy = overNoise(soundAt(24_000, [0.4, 0], [1, 0.3], [0.8, 0], [1, 0.3], [0.6, 0]), amplitude)
    expect(Math.abs(msOf(tidySpeech(noisy)) - 2050 - 450)).toBeLessThanOrEqual(4 * FRAME_MS)
  })

  test('keeps a soft beginning that swells, and an end that fades, where no silence is around them', async () => {
    const soft = soundAt(24_000, [0.03, 0.004], [0.05, 0.01], [2, 0.3], [0.05, 0.01], [0.03, 0.004])
    expect(msOf(tidySpeech(soft))).toBeCloseTo(2160, 0)
  })

  test('keeps a soft end, 35 dB below the rest, whole', async () => {
    const soft = overNoise(soundAt(24_000, [0.4, 0], [2, 0.3], [0.2, 0.0055], [0.6, 0]), 0.0005)
    expect(Math.abs(msOf(tidySpeech(soft)) - 2250)).toBeLessThanOrEqual(2 * FRAME_MS + 5)
  })

  test.each(RATES_HZ)('has its pauses where they are, half a minute in, at %i Hz', async rate => {
    const [pause] = findPauses(soundAt(rate, [29, 0.3], [0.4, 0], [1, 0.3]))
    expect(Math.abs((pause?.[0] ?? 0) - 29_000)).toBeLessThanOrEqual(11)
    expect(Math.abs((pause?.[1] ?? 0) - 29_400)).toBeLessThanOrEqual(11)
  })

  test('without any pause or silence, as loud as noise at -25 dBFS, is speech, and nothing of it goes', async () => {
    const noise = overNoise(soundAt(24_000, [4, 0]), 0.0975)
    const { info } = await renderTake(
      planOf('The bridge is open again, nine days after a barge struck it.'),
      speaking(() => noise)
    )
    expect(info.speechLevelDbfs).toBeCloseTo(-25, 0)
    expect(info.durationMs).toBe(4000)
    expect(info.spans[0]?.pauses).toEqual([])
  })
})

describe('the checks', () => {
  test.each([
    ['a whole number beyond all', Infinity],
    ['no number', Number.NaN]
  ])('find %s', (_title, value) => {
    const pcm = sound([1, 0.3])
    pcm.samples[4000] = value
    expect(faultOfRaw(pcm)).toBe('has a sample that is no number, at 0.25 s')
  })

  test('count the words of a text, not their phonemes', () => {
    const spoken = 'They met in [Kyiv](/kˈiːɪv ˈɔːlsəʊ nˈəʊn ɐz kˈiːɛv/).'
    const pcm = sound([0.9, 0.3])
    expect(faultOfSaid(pcm, spoken, 1)).toBe(faultOfSaid(pcm, 'They met in Kyiv.', 1))
    expect(faultOfSaid(sound([9, 0.3]), spoken, 1)).toMatch(/for 4 words/)
  })
})
