import { describe, expect, test } from 'vitest'
import { faultOfKokoroVoice } from '../../src/adapters/onnx/fault-of-kokoro-voice.ts'
import { canonicalVoice, parseBlend } from '../../src/adapters/onnx/parse-blend.ts'

const INSTALLED = ['af_bella', 'af_heart', 'am_puck', 'bf_emma']

describe('a blend of voices', () => {
  test.each([
    ['af_heart', 'af_heart 1.00'],
    ['af_heart:60+af_bella:40', 'af_heart 0.60, af_bella 0.40'],
    ['af_bella:40 + af_heart:60', 'af_heart 0.60, af_bella 0.40'],
    ['af_heart:3+af_bella:1', 'af_heart 0.75, af_bella 0.25'],
    ['af_heart+af_bella', 'af_bella 0.50, af_heart 0.50'],
    ['af_heart:0.6+af_bella:0.4', 'af_heart 0.60, af_bella 0.40'],
    ['am_puck:2+af_heart+af_bella+bf_emma', 'am_puck 0.40, af_bella 0.20, af_heart 0.20, bf_emma 0.20']
  ])('%s is read as %s', (text, expected) => {
    const parts = parseBlend(text)
    if (typeof parts === 'string') throw new Error(parts)
    expect(parts.map(({ voice, share }) => `${voice} ${share.toFixed(2)}`).join(', ')).toBe(expected)
  })

  test.each([
    ['af_heart', 'af_heart'],
    ['af_heart:1', 'af_heart'],
    ['af_bella:40+af_heart:60', 'af_heart:60+af_bella:40'],
    ['af_heart:3+af_bella:2', 'af_heart:60+af_bella:40'],
    ['af_heart+af_bella', 'af_bella:50+af_heart:50'],
    ['af_heart:2+af_bella:1', 'af_heart:66.7+af_bella:33.3'],
    ['what is this', 'what is this']
  ])('%s has the one way to write it %s', (text, canonical) => {
    expect(canonicalVoice(text)).toBe(canonical)
    expect(canonicalVoice(canonical)).toBe(canonical)
  })

  test.each([
    ['af_heart', null],
    ['af_heart:60+af_bella:40', null],
    ['nobody', 'unknown voice "nobody": this Kokoro has af_bella, af_heart, am_puck, bf_emma'],
    [
      'af_heart:60+nobody:40',
      'unknown voice "nobody" in "af_heart:60+nobody:40": this Kokoro has af_bella, af_heart, am_puck, bf_emma'
    ],
    ['af_heart+af_heart', /^af_heart is in the voice "af_heart\+af_heart" twice: a blend is 2 to 4 voices/],
    ['af_heart:x+af_bella', /^"af_heart:x" in the voice "af_heart:x\+af_bella" cannot be read/],
    ['af_heart:0+af_bella', /^"af_heart:0" in the voice/],
    ['af_heart:-1+af_bella', /^"af_heart:-1" in the voice/],
    ['af_heart:1e9+af_bella', /^"af_heart:1e9" in the voice/],
    ['af_heart+', /^"" in the voice "af_heart\+" cannot be read/],
    ['', /^"" in the voice "" cannot be read/],
    ['../secret', /^"\.\.\/secret" in the voice/],
    ['a+b+c+d+e', /^"a\+b\+c\+d\+e" has 5 voices: a blend is 2 to 4/]
  ])('the fault of the voice %j is %s', (voice, fault) => {
    const found = faultOfKokoroVoice(voice, INSTALLED)
    if (fault instanceof RegExp) expect(found).toMatch(fault)
    else expect(found).toBe(fault)
  })
})
