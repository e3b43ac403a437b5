type Rule = readonly [from: RegExp, to: string]

/** Kokoro was trained on one symbol per diphthong and affricate (misaki, espeak.py). */
const COMMON: readonly Rule[] = [
  [/aɪ/g, 'I'],
  [/aʊ/g, 'W'],
  [/eɪ/g, 'A'],
  [/ɔɪ/g, 'Y'],
  [/dʒ/g, 'ʤ'],
  [/tʃ/g, 'ʧ'],
  [/e(?!ə)/g, 'A'],
  [/ɚ/g, 'əɹ'],
  [/r/g, 'ɹ'],
  [/g/g, 'ɡ'],
  [/[xç]/g, 'k'],
  [/ɐ/g, 'ə'],
  [/ɬ/g, 'l'],
  [/ʲ([oə])/g, 'j$1'],
  [/[ʲ\u0303\u0361^]/g, ''],
  [/(\S)\u0329/g, 'ᵊ$1']
]
const BRITISH: readonly Rule[] = [
  [/eə/g, 'ɛː'],
  [/iə/g, 'ɪə'],
  [/əʊ/g, 'Q']
]
const AMERICAN: readonly Rule[] = [
  [/oʊ/g, 'O'],
  [/ɜːɹ?/g, 'ɜɹ'],
  [/ɪə/g, 'iə'],
  [/ː/g, '']
]
const LAST: readonly Rule[] = [
  [/o/g, 'ɔ'],
  [/ɾ/g, 'T'],
  [/ʔ/g, 't']
]

/** IPA as espeak-ng writes it, in the alphabet of Kokoro's voices. */
export const toMisaki = (ipa: string, british: boolean): string =>
  [...COMMON, ...(british ? BRITISH : AMERICAN), ...LAST].reduce(
    (text, [from, to]) => text.replace(from, to),
    ipa
  )
