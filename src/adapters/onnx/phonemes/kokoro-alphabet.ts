import type { Accent } from './accent.ts'

type Step = readonly [RegExp, string]

/**
 * Kokoro v1.0 was trained on misaki's symbols: one for each diphthong and affricate (misaki/espeak.py), T for the tapped t and
 * plain t for the glottal stop (en.py, where version is not 2.0). espeak-ng's are written with two, the longest first here.
 */
const BEFORE: readonly Step[] = [
  [/g/g, 'ɡ'],
  [/ɫ/g, 'l'],
  [/ɝː?/g, 'ɜːɹ'],
  [/[\u0303\u032f]/g, ''],
  [/^ɛ(?=(?:ks|ɡz)[^ˈˌ]?[^ˈˌaeiouæɑɐɒɔəɚɛɜɪʊʌ]?[ˈˌ])/, 'ɪ'],
  [/ɾ$/, 't'],
  [/ʔ[ˈˌ]?n̩/g, 'tn'],
  [/[ˈˌ]?(\p{L})\u0329/gu, 'ᵊ$1'],
  [/əl(?![aeiouæɑɐɒɔəɚɛɜɪʊʌᵻAIOQWYˈˌjl])/g, 'ᵊl']
]

const DIGRAPHS: readonly Step[] = [
  [/aɪ/g, 'I'],
  [/aʊ/g, 'W'],
  [/dʒ/g, 'ʤ'],
  [/eɪ/g, 'A'],
  [/tʃ/g, 'ʧ'],
  [/ɔɪ/g, 'Y']
]

const AFTER: readonly Step[] = [
  [/e/g, 'A'],
  [/r/g, 'ɹ'],
  [/[xç]/g, 'k'],
  [/ɬ/g, 'l'],
  [/ʲ/g, ''],
  [/o/g, 'ɔ'],
  [/ɾ/g, 'T'],
  [/ʔ/g, 't'],
  [/ɐ/g, 'ə']
]

const US: readonly Step[] = [
  [/[oə]ʊ/g, 'O'],
  [/ɚɹ?/g, 'əɹ'],
  [/ɜːɹ?/g, 'ɜɹ'],
  [/ɪə/g, 'iə'],
  [/iəɹ/g, 'ɪɹ'],
  [/ɒ/g, 'ɑ'],
  [/a/g, 'ɑ'],
  [/ː/g, '']
]

const GB: readonly Step[] = [
  [/^w([ˈˌ]?)ɒn(?=[sz]?$)/, 'w$1ʌn'],
  [/eə/g, 'ɛː'],
  [/ɪ(?=[əɐ]|$)/g, 'i'],
  [/([ˈˌ])iə/g, '$1ɪə'],
  [/[oə]ʊ/g, 'Q'],
  [/ɚ/g, 'ə'],
  [/ᵻ/g, 'ɪ'],
  [/æ/g, 'a']
]

const STEPS: Readonly<Record<Accent, readonly Step[]>> = {
  us: [...BEFORE, ...DIGRAPHS, ...US, ...AFTER],
  gb: [...BEFORE, ...DIGRAPHS, ...GB, ...AFTER]
}

/** Little words have sounds of their own in misaki. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['ðɪ', 'ði'],
  ['aɪ', 'ˌI'],
  ['ɐ', 'ɐ'],
  ['ɐn', 'ɐn'],
  ['ɐm', 'ɐm']
])

const VOWEL = 'aeiouæɑɐɒɔəɚɛɜɝɪʊʌᵻøœyAIOQWY'

/** Stress stands right before its vowel; a dictionary sets it before the syllable. */
const STRESS_EARLY = new RegExp(String.raw`([ˈˌ])([^ˈˌ\s${VOWEL}]+)(?=[${VOWEL}])`, 'g')

/** One word, or a mark, as espeak-ng writes it → as Kokoro knows it. */
export function kokoroWord(word: string, accent: Accent): string {
  const known = WORDS.get(word)
  if (known !== undefined) return known
  const placed = word.replace(STRESS_EARLY, '$2$1')
  return STEPS[accent]
    .reduce((said, [pattern, by]) => said.replace(pattern, by), placed)
    .replaceAll('\u200c', '')
}
