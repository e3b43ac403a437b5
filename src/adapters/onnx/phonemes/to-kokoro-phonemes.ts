import { accentOf, type EspeakLanguage } from './accent.ts'
import { kokoroWord } from './kokoro-alphabet.ts'
import { KOKORO_VOCABULARY } from './kokoro-vocabulary.ts'
import { sayInIpa } from './say-in-ipa.ts'

export interface KokoroPhonemes {
  phonemes: string
  /** Symbols that Kokoro has no input for, and how often each was left out. */
  dropped: Record<string, number>
}

/** Opening and closing quotes are two symbols in the training text. */
const quotes = (ipa: string): string => ipa.replace(/(?<![^\s(—])"/g, '“').replace(/"/g, '”')

function keepKnown(phonemes: string): KokoroPhonemes {
  const dropped: Record<string, number> = {}
  const kept = [...phonemes].filter(symbol => {
    if (symbol !== '$' && KOKORO_VOCABULARY.has(symbol)) return true
    dropped[symbol] = (dropped[symbol] ?? 0) + 1
    return false
  })
  return { phonemes: kept.join('').replace(/ +/g, ' ').trim(), dropped }
}

/** Kokoro's British voices are trained on Received Pronunciation ("bath" as in "father"), which espeak-ng's `en` is not. */
const VOICES: Readonly<Record<EspeakLanguage, string>> = { 'en-us': 'en-us', en: 'en-gb-x-rp' }

/** IPA as espeak-ng writes it → the symbols that Kokoro v1.0 was trained on. */
export function kokoroPhonemesOf(ipa: string, language: EspeakLanguage): KokoroPhonemes {
  const accent = accentOf(language)
  const words = quotes(ipa).split(/([\s;:,.!?—…"()“”]+)/)
  return keepKnown(words.map(word => kokoroWord(word, accent)).join(''))
}

/** Text → what Kokoro v1.0 reads: every symbol is in its vocabulary. */
export const toKokoroPhonemes = async (text: string, language: EspeakLanguage): Promise<KokoroPhonemes> =>
  kokoroPhonemesOf(await sayInIpa(text, VOICES[language]), language)
