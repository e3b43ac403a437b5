import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadVoices, type VoiceShelf } from '../../src/adapters/voices/load-voices.ts'
import type { Voice } from '../../src/domain/voice.ts'

const VOICES = fileURLToPath(new URL('../../voices', import.meta.url))
const SUMS = fileURLToPath(new URL('../../../shared/facts/kokoro-voices.sha256', import.meta.url))

describe('the voice cards', () => {
  let voices: Voice[]
  let pairs: VoiceShelf['pairs']
  beforeAll(async () => {
    ;({ voices, pairs } = await loadVoices(VOICES))
  })
  const of = (family: string) => voices.filter(({ model }) => model === family)

  test('there are 54 of Kokoro, 28 of which speak English by birth', () => {
    expect(of('kokoro')).toHaveLength(54)
    expect(of('kokoro').filter(({ language }) => language.startsWith('en'))).toHaveLength(28)
  })

  test.skipIf(!existsSync(SUMS))(
    'of Kokoro have the sums of its published files (skipped where ../shared is not there)',
    () => {
      const sums = readFileSync(SUMS, 'utf8')
        .trim()
        .split('\n')
        .map(line => line.trim().split(/\s+/))
      const published = Object.fromEntries(sums.map(([sum, file]) => [file?.replace(/\.bin$/, ''), sum]))
      expect(Object.fromEntries(of('kokoro').map(({ id, sha256 }) => [id, sha256]))).toEqual(published)
    }
  )

  test.each([
    ['af_heart', 'en-us', 'female', 'A'],
    ['am_michael', 'en-us', 'male', 'C+'],
    ['am_adam', 'en-us', 'male', 'F+'],
    ['bf_emma', 'en-gb', 'female', 'B-'],
    ['bm_lewis', 'en-gb', 'male', 'D+'],
    ['ff_siwis', 'fr-fr', 'female', 'B-'],
    ['jm_kumo', 'ja', 'male', 'C-'],
    ['zf_xiaobei', 'zh-cn', 'female', 'D'],
    ['em_alex', 'es', 'male', undefined],
    ['pf_dora', 'pt-br', 'female', undefined]
  ])('%s is made for %s, is %s, and is graded %s by its maker', (id, language, gender, grade) => {
    const card = voices.find(voice => voice.id === id)
    expect([card?.language, card?.gender, card?.grade]).toEqual([language, gender, grade])
  })

  test('say in their id what language and gender they are of', () => {
    const letters = {
      'en-us': 'a',
      'en-gb': 'b',
      es: 'e',
      'fr-fr': 'f',
      hi: 'h',
      it: 'i',
      ja: 'j',
      'pt-br': 'p',
      'zh-cn': 'z'
    }
    for (const { id, language, gender } of of('kokoro'))
      expect([id, letters[language as keyof typeof letters] + (gender[0] ?? '')]).toEqual([
        id,
        id.slice(0, 2)
      ])
  })

  test('come at the rate of their model, and tell a pace only where no installed model decides it', () => {
    const rates = { flite: 16_000, kokoro: 24_000, piper: 22_050 }
    for (const { id, model, sampleRateHz, pace } of voices)
      expect([id, sampleRateHz, pace !== undefined]).toEqual([
        id,
        rates[model as keyof typeof rates],
        model === 'flite'
      ])
  })

  test('have a licence, a sum where a file is downloaded, and a name that can be said', () => {
    for (const { name, licence, sha256, model } of voices) {
      expect(name).toMatch(/^[A-Z][a-z]+$/)
      expect(licence.length).toBeGreaterThan(10)
      expect(model === 'flite' ? sha256 : /^[0-9a-f]{64}$/.test(sha256 ?? '')).toBe(
        model === 'flite' ? null : true
      )
    }
  })

  test('have a sample of their own, short enough to listen to all of them', () => {
    const samples = voices.map(({ sample }) => sample)
    expect(new Set(samples).size).toBe(samples.length)
    for (const sample of samples) expect(sample.split(' ').length).toBeLessThanOrEqual(20)
  })

  test.each([
    ['flite', 'slt', 'rms'],
    ['kokoro', 'af_heart', 'am_michael'],
    ['piper', 'en_US-ljspeech-high', 'en_US-norman-medium']
  ] as const)('of %s are best paired as %s and %s', (family, first, second) => {
    expect(pairs[family][0]).toEqual([first, second])
  })

  test('are paired so that they are easy to tell apart: by gender, or at least by accent', () => {
    const card = (id: string) => voices.find(voice => voice.id === id)
    for (const [first, second] of Object.values(pairs).flat()) {
      const same =
        card(first)?.gender === card(second)?.gender && card(first)?.accent === card(second)?.accent
      expect([first, second, same]).toEqual([first, second, false])
    }
  })
})
