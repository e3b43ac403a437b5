import { describe, expect, test } from 'vitest'
import { STYLES, type Style } from '../../src/domain/style.ts'
import { decodeWav } from '../../src/domain/wav.ts'
import { applyGain } from '../../src/stages/render/apply-gain.ts'
import { planExpression } from '../../src/stages/render/expression.ts'
import { speechLevelDbfs } from '../../src/stages/render/frame-levels.ts'
import type { TakePlan } from '../../src/stages/render/plan-take.ts'
import type { SpeechAbilities, SpeechRequest } from '../../src/stages/render/ports.ts'
import { renderTake } from '../../src/stages/render/render-take.ts'
import { planOf, RATE_HZ, sound, speaking } from '../helpers/speech-doubles.ts'

const rounded = (value: number): number => Math.round(value * 1000) / 1000
const PLAIN = { paceFactor: 1, pauseFactor: 1, gainDb: 0 }
const abilities = (styles: SpeechAbilities['styles']): SpeechAbilities => ({
  phonemes: false,
  styles,
  blends: false,
  repeats: true
})

describe('planExpression', () => {
  test.each<[Style, pace: number, pauses: number, gainDb: number]>([
    ['angry', 1.02, 0.9, 1.5],
    ['confused', 0.97, 1.2, -0.5],
    ['determined', 0.99, 1.05, 1],
    ['disgusted', 0.98, 1.1, 0],
    ['embarrassed', 0.98, 1.15, -1],
    ['excited', 1.045, 0.8, 1.5],
    ['fearful', 1.02, 1.1, -1],
    ['happy', 1.025, 0.9, 0.5],
    ['hopeful', 1.01, 1, 0.5],
    ['jealous', 0.99, 1.05, -0.5],
    ['joyful', 1.035, 0.85, 1],
    ['regretful', 0.96, 1.3, -1],
    ['relieved', 0.975, 1.2, -0.5],
    ['sad', 0.95, 1.4, -1.5],
    ['shouting', 1.03, 0.9, 2],
    ['softvoice', 0.97, 1.15, -2],
    ['surprised', 1.025, 1.1, 1],
    ['whispering', 0.96, 1.2, -2]
  ])('%s is said at %s of the pace, with %s of the pauses and %s dB', (style, pace, pauses, gainDb) => {
    const { paceFactor, pauseFactor, ...rest } = planExpression({ style }, 'none')
    expect([rounded(paceFactor), rounded(pauseFactor), rest.gainDb]).toEqual([pace, pauses, gainDb])
  })

  test.each(STYLES)('%s stays tasteful at twice its intensity', style => {
    const { paceFactor, pauseFactor, gainDb } = planExpression({ style, intensity: 2 }, 'voice')
    expect(Math.abs(rounded(paceFactor) - 1)).toBeLessThanOrEqual(0.1)
    expect(pauseFactor).toBeGreaterThanOrEqual(0.6)
    expect(pauseFactor).toBeLessThanOrEqual(1.8)
    expect(Math.abs(gainDb)).toBeLessThanOrEqual(4)
  })

  test.each([
    [0.1, 0.995, 1.04, -0.15],
    [0.5, 0.975, 1.2, -0.75],
    [2, 0.9, 1.8, -3]
  ])('at intensity %s, sad is %s of the pace, %s of the pauses, %s dB', (intensity, pace, pauses, gainDb) => {
    const expression = planExpression({ style: 'sad', intensity }, 'voice')
    expect(Object.values(expression).map(rounded)).toEqual([pace, pauses, gainDb])
  })

  test('a plain turn is left as it is', () => {
    expect(planExpression({ intensity: 2 }, 'none')).toEqual(PLAIN)
  })

  test('a model with styles of its own is left to them', () => {
    expect(planExpression({ style: 'shouting', intensity: 2 }, 'native')).toEqual(PLAIN)
  })
})

describe('a turn with a style', () => {
  const styled = (style?: Style, intensity = 1): TakePlan => ({
    ...planOf('Three words here.', 'And four more here.'),
    ...(style ? { style, intensity } : {})
  })
  const render = async (plan: TakePlan, styles: SpeechAbilities['styles'], amplitude = 0.3) => {
    const asked: SpeechRequest[] = []
    const speech = speaking(
      request => {
        asked.push(request)
        return sound([1, amplitude])
      },
      { abilities: abilities(styles) }
    )
    const { wav, info } = await renderTake(plan, speech)
    const [first, second] = info.spans
    return { wav, info, asked: asked[0], gapMs: (second?.startMs ?? 0) - (first?.endMs ?? 0) }
  }

  test.each([
    ['none', { speed: 0.95 }],
    ['voice', { speed: 0.95, style: 'sad', intensity: 1 }],
    ['native', { speed: 1, style: 'sad', intensity: 1 }]
  ] as const)('is asked of a model whose styles are "%s" with %o', async (styles, request) => {
    const { asked } = await render(styled('sad'), styles)
    expect(asked).toEqual({ text: 'Three words here.', voice: 'v', ...request })
  })

  test.each([
    ['none', 'sad', 1, 420],
    ['voice', 'excited', 2, 180],
    ['native', 'sad', 2, 300],
    ['none', undefined, 1, 300]
  ] as const)(
    'of a model with "%s" styles, %s at %s, has %i ms between its sentences',
    async (styles, style, intensity, gapMs) => {
      expect((await render(styled(style, intensity), styles)).gapMs).toBeCloseTo(gapMs, 3)
    }
  )

  test.each([
    ['none', 'shouting', 2, 4],
    ['voice', 'whispering', 2, -4],
    ['voice', 'softvoice', 1, -2],
    ['native', 'shouting', 2, 0]
  ] as const)(
    'of a model with "%s" styles, %s at %s, is %s dB beside the plain one',
    async (styles, style, intensity, gainDb) => {
      const [plain, other] = [await render(styled(), styles), await render(styled(style, intensity), styles)]
      expect(other.info.speechLevelDbfs - plain.info.speechLevelDbfs).toBeCloseTo(gainDb, 1)
      expect(speechLevelDbfs(decodeWav(other.wav))).toBeCloseTo(other.info.speechLevelDbfs, 1)
    }
  )

  test('a whisper stays softer than the plain turn where both are turned down for their peak', async () => {
    const [plain, soft] = [
      await render(styled(), 'none', 1.6),
      await render(styled('whispering'), 'none', 1.6)
    ]
    expect(soft.info.speechLevelDbfs - plain.info.speechLevelDbfs).toBeCloseTo(-2, 1)
  })

  test.each([
    ['a plain turn', undefined, 4.8, null],
    ['a plain turn', undefined, 5.2, /lasts 5\.2\d s for 4 words: 0\.5 to 5\.0 s can be right/],
    ['a sad one', 'sad', 5.2, null],
    ['an excited one', 'excited', 4.8, /lasts 4\.8\d s for 4 words: 0\.4 to 4\.7 s can be right/]
  ] as const)(
    '%s (%s) of four words in %s s is judged by its pace',
    async (_title, style, seconds, fault) => {
      const plan = { ...planOf('Four words in here.'), ...(style ? { style, intensity: 2 } : {}) }
      const running = renderTake(
        plan,
        speaking(() => sound([seconds, 0.3]))
      )
      if (fault) await expect(running).rejects.toThrow(fault)
      else expect((await running).info.spans.length).toBe(1)
    }
  )
})

describe('applyGain', () => {
  const peakOf = (samples: Float32Array) => Math.max(...samples.map(Math.abs))

  test('leaves the very samples where the gain is nothing', () => {
    const pcm = sound([1, 0.3])
    expect(applyGain(pcm, 0)).toBe(pcm)
  })

  test('changes every sample alike where no peak is in the way', () => {
    const pcm = sound([0.333, 0.3])
    const ratio = 10 ** (-3 / 20)
    const { samples } = applyGain(pcm, -3)
    expect(samples.length).toBe(pcm.samples.length)
    expect(samples.every((sample, i) => Math.abs(sample - (pcm.samples[i] ?? 0) * ratio) < 1e-6)).toBe(true)
  })

  test('holds a peak below full scale, and has the rest as loud as asked for', () => {
    const pcm = sound([1, 0.2], [0.05, 0.9], [1, 0.2])
    const louder = applyGain(pcm, 4)
    expect(peakOf(louder.samples)).toBeLessThan(0.9701)
    const at = (seconds: number) => {
      const from = Math.round(seconds * RATE_HZ)
      return peakOf(louder.samples.slice(from, from + RATE_HZ / 10))
    }
    expect([at(0.5), at(1.5)].map(rounded)).toEqual([0.317, 0.317])
  })

  test('never bends the wave at once', () => {
    const { samples } = applyGain(sound([0.5, 0.2], [0.05, 0.9], [0.5, 0.2]), 4)
    const plain = sound([0.5, 0.2], [0.05, 0.9], [0.5, 0.2]).samples
    const gains = [...plain].flatMap((sample, i) =>
      Math.abs(sample) > 0.01 ? [(samples[i] ?? 0) / sample] : []
    )
    const steps = gains.slice(1).map((gain, i) => Math.abs(gain - (gains[i] ?? 0)))
    expect(Math.max(...steps)).toBeLessThan(0.01)
  })
})
