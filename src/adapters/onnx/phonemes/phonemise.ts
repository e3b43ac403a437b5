import type { EspeakLanguage } from './accent.ts'
import { sayInIpa } from './say-in-ipa.ts'

export type { EspeakLanguage } from './accent.ts'

/** Text as espeak-ng says it, in IPA, its faults mended, the marks kept in their places. `[word](/ipa/)` is said as written. */
export const phonemise = async (text: string, language: EspeakLanguage): Promise<string> =>
  (await sayInIpa(text, language)).replaceAll('\u200c', '')
