import { inAccent, type Accent, type Sound } from './accent.ts'

/** Stands in a text for a word whose sound is known. */
const FIRST = 0xf0000
const STAND_IN = /[\u{f0000}-\u{ffffd}]/gu

/** Words of a text that espeak-ng is not asked about, and what each sounds like. */
export interface Sounds {
  /** A stand-in for a word that sounds so. */
  add(sound: Sound): string
  of(standIn: string): string
}

export function createSounds(accent: Accent): Sounds {
  const known: string[] = []
  return {
    add: sound => String.fromCodePoint(FIRST + known.push(inAccent(sound, accent)) - 1),
    of: standIn => known[(standIn.codePointAt(0) ?? 0) - FIRST] ?? ''
  }
}

export const standInsOf = (text: string): string[] => text.match(STAND_IN) ?? []

/** Nonsense that espeak-ng reads in one way only, wherever it stands; "the" and "a" before it sound as before the word itself. */
const NONSENSE = { vowel: 'Obzob', consonant: 'Zobzob' }
const NONSENSE_SAID = /z?[ˈˌ]?(?:ɑː|ɒ)b[ˈˌ]?z[ˈˌ]?(?:ɑː|ɒ)b/g

const beginsWithVowel = (sound: string): boolean => /^[ˈˌ]*[aeiouæɑɐɒɔəɚɛɜɪʊʌᵻøœyAIOQWY]/.test(sound)

/** The text as espeak-ng is to read it. */
export const withNonsense = (text: string, sounds: Sounds): string =>
  text.replace(STAND_IN, standIn =>
    beginsWithVowel(sounds.of(standIn)) ? NONSENSE.vowel : NONSENSE.consonant
  )

/** What espeak-ng said, the known sounds in their places; null where it did not say each stand-in once. */
export function withSounds(said: string, text: string, sounds: Sounds): string | null {
  const standIns = standInsOf(text)
  if (said.match(NONSENSE_SAID)?.length !== (standIns.length || undefined)) return null
  return said.replace(NONSENSE_SAID, () => sounds.of(standIns.shift() ?? ''))
}
