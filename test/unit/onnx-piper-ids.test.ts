import { describe, expect, test } from 'vitest'
import { toPiperIds, toPiperPhonemes } from '../../src/adapters/onnx/phonemes/piper-ids.ts'

describe('toPiperPhonemes', () => {
  test.each([
    ['This is a test.', 'en-us', 'ðɪs ɪz ɐ tˈɛst.'],
    ['Yes; no: well, so! Now?', 'en-us', 'jˈɛs; nˈoʊ: wˈɛl, sˈoʊ! nˈaʊ?'],
    ['That the end', 'en-us', 'ðætðɪ ˈɛnd'],
    ['A better bath', 'en-gb-x-rp', 'ɐ bˈɛtɐ bˈɑːθ'],
    ['The U S — (aside)… “end”', 'en-us', 'ðə jˌuːˈɛs, ɐsˈaɪd. ˈɛnd'],
    ['[São](/sˈɐ̃ʊ/) now', 'en-us', 'sˈɐ\u0303ʊ nˈaʊ'],
    ['(Hello)', 'en-us', 'həlˈoʊ,'],
    ['', 'en-us', '']
  ])('"%s" in %s is %s', async (text, voice, phonemes) => {
    expect(await toPiperPhonemes(text, voice)).toBe(phonemes)
  })

  test('refuses a language that the phonemizer has no rules for, and names those it has', async () => {
    await expect(toPiperPhonemes('Guten Tag', 'de')).rejects.toThrow(/"de".*en-us/)
  })
})

describe('toPiperIds', () => {
  const idMap = {
    _: [0],
    '^': [1],
    $: [2],
    ' ': [3],
    a: [14],
    ɐ: [50],
    '\u0303': [141],
    aʊ: [9],
    ts: [7, 8],
    t: [7, 8]
  }

  test.each([
    ['', [1, 0, 2]],
    ['a', [1, 0, 14, 0, 2]],
    ['a ɐ', [1, 0, 14, 0, 3, 0, 50, 0, 2]],
    ['t', [1, 0, 7, 8, 0, 2]]
  ])('of "%s" are each phoneme and a pad between begin and end', (phonemes, ids) => {
    expect(toPiperIds(phonemes, idMap)).toEqual({ ids, dropped: {} })
  })

  test('take each code point for itself, decomposed', () => {
    expect(toPiperIds('ã', idMap)).toEqual({ ids: [1, 0, 14, 0, 141, 0, 2], dropped: {} })
  })

  test('leave out and count what the voice has no id for', () => {
    expect(toPiperIds('aXbX', idMap)).toEqual({ ids: [1, 0, 14, 0, 2], dropped: { X: 2, b: 1 } })
  })

  test('find no ids in what every object has', () => {
    expect(toPiperIds('constructor', {}).ids).toEqual([1, 0, 2])
  })
})
