/** espeak-ng's names of the two accents: `en` is British. */
export type EspeakLanguage = 'en-us' | 'en'

export type Accent = 'us' | 'gb'

/** The accent of an espeak-ng voice: `en-us` and its kin are American, all other English is British. */
export const accentOf = (voice: string): Accent => (/^en-us\b/i.test(voice) ? 'us' : 'gb')

/** What a word sounds like, in IPA as espeak-ng writes it: the same in both accents, or in each. */
export type Sound = string | Readonly<Record<Accent, string>>

export const inAccent = (sound: Sound, accent: Accent): string =>
  typeof sound === 'string' ? sound : sound[accent]
