import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { KOKORO_VOCABULARY } from '../../src/adapters/onnx/phonemes/kokoro-vocabulary.ts'
import { kokoroTokens, styleRow } from '../../src/adapters/onnx/phonemes/kokoro-tokens.ts'
import { kokoroPhonemesOf, toKokoroPhonemes } from '../../src/adapters/onnx/phonemes/to-kokoro-phonemes.ts'
import { splitPhonemes } from '../../src/adapters/onnx/phonemes/split-phonemes.ts'
import { KOKORO_WORDS } from '../fixtures/phonemes/kokoro-words.ts'

const FACTS = new URL('../../../shared/facts/kokoro-vocab.json', import.meta.url)

describe('the vocabulary of Kokoro', () => {
  test('has 115 symbols, each with an id of its own', () => {
    expect(KOKORO_VOCABULARY.size).toBe(115)
    expect(new Set(KOKORO_VOCABULARY.values()).size).toBe(115)
  })

  test.skipIf(!existsSync(FACTS))(
    'is that of the tokenizer (skipped where ../shared/facts/kokoro-vocab.json is missing)',
    () => {
      expect(Object.fromEntries(KOKORO_VOCABULARY)).toEqual(JSON.parse(readFileSync(FACTS, 'utf8')))
    }
  )
})

describe('kokoroTokens', () => {
  test('are ids of code points between two pads', () => {
    expect(kokoroTokens('həlˈO.')).toEqual([0, 50, 83, 54, 156, 31, 4, 0])
    expect(kokoroTokens('')).toEqual([0, 0])
  })

  test('read a combining tilde as a symbol of its own', () => {
    expect(kokoroTokens('a\u0303')).toEqual([0, 43, 17, 0])
  })

  test.each([
    ['g', 'U+0067'],
    ['-', 'U+002D'],
    ['$', 'U+0024'],
    ['5', 'U+0035']
  ])('throw on "%s", which has no sound, and name it', (symbol, code) => {
    expect(() => kokoroTokens(`a${symbol}`)).toThrow(code)
  })

  test('take 510 phonemes and throw on 511', () => {
    expect(kokoroTokens('a'.repeat(510))).toHaveLength(512)
    expect(() => kokoroTokens('a'.repeat(511))).toThrow('has 511')
  })
})

describe('styleRow', () => {
  test.each([
    [0, 0],
    [1, 0],
    [2, 1],
    [300, 299],
    [510, 509],
    [511, 509]
  ])('of %i phonemes is %i', (count, row) => {
    expect(styleRow(count)).toBe(row)
  })
})

describe(`toKokoroPhonemes, ${KOKORO_WORDS.length} words in two accents`, () => {
  test.each(KOKORO_WORDS)('"%s" is %s in American and %s in British', async (word, american, british) => {
    expect(await toKokoroPhonemes(word, 'en-us')).toEqual({ phonemes: american, dropped: {} })
    expect(await toKokoroPhonemes(word, 'en')).toEqual({ phonemes: british, dropped: {} })
  })

  test('opens and closes quotes, and every symbol has an id', async () => {
    const { phonemes, dropped } = await toKokoroPhonemes(
      'He said: "Yes!" (twice) — «now»… and [Xi](/ʃˈiː/)?',
      'en-us'
    )
    expect(phonemes).toBe('hi sˈɛd: “jˈɛs!” (twˈIs) — “nˈW”… ænd ʃˈi?')
    expect(dropped).toEqual({})
    expect(() => kokoroTokens(phonemes)).not.toThrow()
  })

  test('counts what it leaves out', () => {
    expect(kokoroPhonemesOf('ǀ‖a ǀ $', 'en-us')).toEqual({
      phonemes: 'ɑ',
      dropped: { ǀ: 2, '‖': 1, $: 1 }
    })
  })

  test.each([
    ['[Oaxaca](/wəˈhɑːkə/)', 'wəhˈɑkə'],
    ['[Kokoro](/kˈOkəɹO/)', 'kˈOkəɹO'],
    ['[church](/t͡ʃˈɜːt͡ʃ/)', 'ʧˈɜɹʧ'],
    ['[go](/gˈoʊ/)', 'ɡˈO']
  ])('understands %s as a dictionary or misaki writes it', async (text, phonemes) => {
    expect(await toKokoroPhonemes(text, 'en-us')).toEqual({ phonemes, dropped: {} })
  })
})

const sentence = (length: number): string => `${'abc '.repeat(length / 4).slice(0, length - 1)}.`

describe('splitPhonemes', () => {
  test.each([
    ['a short text is one piece', 'həlˈO.', {}, ['həlˈO.']],
    ['nothing is no piece', '  ', {}, []],
    [
      'sentences go apart first',
      'aaaa bbbb. cccc, dddd',
      { most: 12, least: 2 },
      ['aaaa bbbb.', 'cccc, dddd']
    ],
    ['then : and ;', 'aaa bbb; ccc, ddd', { most: 12, least: 2 }, ['aaa bbb;', 'ccc, ddd']],
    ['then , and —', 'aaa bbb, ccc ddd eee', { most: 14, least: 2 }, ['aaa bbb,', 'ccc ddd eee']],
    ['then words', 'aaa bbb ccc ddd', { most: 8, least: 2 }, ['aaa bbb', 'ccc ddd']],
    ['a word is cut where it must be', 'aaaaaaaaaa', { most: 4, least: 1 }, ['aaaa', 'aaaa', 'aa']],
    ['a quote stays with its stop', 'aaa.” bbb', { most: 6, least: 1 }, ['aaa.”', 'bbb']]
  ])('%s', (_, phonemes, limits, pieces) => {
    expect(splitPhonemes(phonemes, limits)).toEqual(pieces)
  })

  test('312 phonemes are two of about 156, not 300 and 12', () => {
    const pieces = splitPhonemes(sentence(312))
    expect(pieces).toHaveLength(2)
    for (const { length } of pieces) expect(length).toBeGreaterThan(140)
  })

  test('a short last sentence goes with one before it', () => {
    const pieces = splitPhonemes(`${sentence(150)} ${sentence(150)} aha.`)
    expect(pieces.map(({ length }) => length)).toEqual([149, 154])
  })

  test.each([1, 2, 3, 7, 40, 300, 510])('at most %i: nothing is lost, and no piece is longer', most => {
    const text = `${sentence(80)} ʧˈɜɹʧ: ${sentence(120)} a — ${'ɑ'.repeat(30)}… ${sentence(200)}`
    const pieces = splitPhonemes(text, { most, least: 1 })
    expect(pieces.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    for (const piece of pieces) expect([...piece].length).toBeLessThanOrEqual(most)
  })

  test('of ten sentences, every piece ends with a sentence', () => {
    const pieces = splitPhonemes(Array.from({ length: 10 }, () => sentence(72)).join(' '))
    expect(pieces.every(piece => piece.endsWith('.'))).toBe(true)
    expect(pieces.every(({ length }) => length >= 100 && length <= 300)).toBe(true)
  })

  test('throws on a limit that no piece can keep', () => {
    expect(() => splitPhonemes('a', { most: 0 })).toThrow('at least 1')
  })
})
