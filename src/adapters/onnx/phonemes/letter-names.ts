import type { Accent, Sound } from './accent.ts'

const NAMES: Readonly<Record<string, Sound>> = {
  A: 'eɪ',
  B: 'biː',
  C: 'siː',
  D: 'diː',
  E: 'iː',
  F: 'ɛf',
  G: 'dʒiː',
  H: 'eɪtʃ',
  I: 'aɪ',
  J: 'dʒeɪ',
  K: 'keɪ',
  L: 'ɛl',
  M: 'ɛm',
  N: 'ɛn',
  O: { us: 'oʊ', gb: 'əʊ' },
  P: 'piː',
  Q: 'kjuː',
  R: { us: 'ɑːɹ', gb: 'ɑː' },
  S: 'ɛs',
  T: 'tiː',
  U: 'juː',
  V: 'viː',
  W: 'dʌbəljuː',
  X: 'ɛks',
  Y: 'waɪ',
  Z: { us: 'ziː', gb: 'zɛd' }
}

const VOWEL = /[aeiouæɑɒɔəɛɜɪʊʌ]/
const stressed = (name: string, mark: string): string => name.replace(VOWEL, vowel => mark + vowel)

function nameIn(letter: string, accent: Accent): string {
  const name = NAMES[letter] ?? ''
  return typeof name === 'string' ? name : name[accent]
}

/** A British R is heard before a vowel: "R A F". */
const joined = (names: readonly string[], accent: Accent): string =>
  names.reduce((said, name) => {
    const links = accent === 'gb' && said.endsWith('ɑː') && /^[ˈˌ]?[aeiouæɑɒɔəɛɜɪʊʌ]/.test(name)
    return said + (links ? 'ɹ' : '') + name
  }, '')

/** The names of letters in a row, the last stressed most, as "GPT" is said: dʒˌiːpˌiːtˈiː. */
export function soundOfLetters(letters: string): Record<Accent, string> {
  const said = (accent: Accent): string =>
    joined(
      [...letters].map((letter, i) => stressed(nameIn(letter, accent), i < letters.length - 1 ? 'ˌ' : 'ˈ')),
      accent
    )
  return { us: said('us'), gb: said('gb') }
}
