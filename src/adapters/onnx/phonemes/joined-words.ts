import type { Accent } from './accent.ts'

type Pair = readonly [joined: RegExp, apart: string]

/** Pairs of little words that espeak-ng prints as one ("ðætðə"): models trained on words apart want them apart. */
const BOTH: readonly Pair[] = [
  [/^(ðæt|ðat|ʌv|ɒv|ɪn|ɔn|ɒn|fɚ|fə|fɹʌm|wɪð|wʌz)ð(ˈ?[əɪɐ])$/, '$1 ð$2'],
  [/^(ʌv|ɒv|ɪn)w(ˈ|ˌ)ɪtʃ$/, '$1 w$2ɪtʃ'],
  [/^tʊt[əɐ]$/, 'tə tə'],
  [/^t[əɐ]b[iɪ]$/, 'tə biː'],
  [/^(wʌz|ˌɪn|fɹʌm)[ɐɚə]$/, '$1 ɐ'],
  [/^(h[ɐæaə]v|h[ɐæaə]d)b(ɪn|iːn)$/, '$1 b$2'],
  [/^h(ˈ?)([æa])zbiːn$/, 'h$1$2z biːn'],
  [/^(hɐv|h[əæa]z|duː|dʌz|dɪd)n(ˌ?)(ɑː|ɒ)t$/, '$1 n$2$3t'],
  [/^(wʊd)hɐv$/, '$1 hɐv'],
  [/^ʃˌʊd[əɐ]v$/, 'ʃˌʊd hɐv'],
  [/^kˌʊdɐv$/, 'kˌʊd hɐv'],
  [/^mˌeɪhɐv$/, 'mˌeɪ hɐv'],
  [/^mˌaɪthɐv$/, 'mˌaɪt hɐv'],
  [/^mˈʌstɐv$/, 'mˈʌst hɐv'],
  [/^(h[æa]d)t[əɐ]$/, '$1 tə'],
  [/^wˈɪlt[əɐ]$/, 'wˈɪl tə'],
  [/^h(ˌ)([æa])d(ɪt|ðɛm)$/, 'h$1$2d $3'],
  [/^ˌ([æa])zˌɪz$/, 'ˌ$1z ˈɪz'],
  [/^ðˌ([æa])n[əɚɐ](n?)$/, 'ðˌ$1n ɐ$2'],
  [/^ɐtw(ˈɪl|ˈʌns|ˈɒns)$/, 'ɐt w$1'],
  [/^fˈɑː(ɹ?)m(ˌoːɹ|ˌɔː)$/, 'fˈɑː$1 m$2'],
  [/^mˈɛnɪ[əɐ]v$/, 'mˈɛni əv'],
  [/^wiːʃˌ([ɐa])l$/, 'wiː ʃˌ$1l'],
  [/^ðˈɪswˌ(ʌ|ɒ)n$/, 'ðˈɪs wˌ$1n'],
  [/^hˈʌndɹɪd[əɐ]n$/, 'hˈʌndɹɪd ən']
]

const US: readonly Pair[] = [
  [/^əv[əɚ](n?)$/, 'ʌv ɐ$1'],
  [/^ðˌæɾ[əɚ]$/, 'ðˌæt ɐ'],
  [/^ðˌɐɾɪt$/, 'ðˌæt ɪt'],
  [/^ðˈætwˌʌn$/, 'ðˈæt wˌʌn'],
  [/^ðɛɹ(bˈiː|ˌɑːɹ|wˌʌz|wˌɜː)$/, 'ðɛɹ $1'],
  [/^æɾ[əɚ]$/, 'æt ɐ'],
  [/^fɚɹ[əɚ](n?)$/, 'fɚɹ ɐ$1'],
  [/^ˌaʊɾəv$/, 'ˌaʊt ʌv'],
  [/^nˌɑːɾ[əɚ]$/, 'nˌɑːt ɐ'],
  [/^nˌɑːɾɐv$/, 'nˌɑːt hɐv'],
  [/^nˈoʊ(mˌoːɹ|wˈʌn)$/, 'nˈoʊ $1'],
  [/^fjˈuːmˌoːɹ$/, 'fjˈuː mˌoːɹ']
]

const GB: readonly Pair[] = [
  [/^əv[əɐ](n?)$/, 'ɒv ɐ$1'],
  [/^ðˌ([aæ])t[əɐ]$/, 'ðˌ$1t ɐ'],
  [/^ðˌ([aæɐ])tɪt$/, 'ðˌat ɪt'],
  [/^ðˈ([aæ])twˌɒn$/, 'ðˈ$1t wˌɒn'],
  [/^ðeə(bˈiː|ɹˌɑː|wˌɒz|wˌɜː)$/, 'ðeə $1'],
  [/^([aæ])t[əɐ]$/, '$1t ɐ'],
  [/^fəɹ[əɐ](n?)$/, 'fəɹ ɐ$1'],
  [/^ˌaʊt[əɐ]v$/, 'ˌaʊt ɒv'],
  [/^nˌɒt[əɐ]$/, 'nˌɒt ɐ'],
  [/^nˌɒtɐv$/, 'nˌɒt hɐv'],
  [/^nˈəʊ(mˌɔː|wˈɒn)$/, 'nˈəʊ $1'],
  [/^fjˈuːmˌɔː$/, 'fjˈuː mˌɔː']
]

const PAIRS: Readonly<Record<Accent, readonly Pair[]>> = { us: [...BOTH, ...US], gb: [...BOTH, ...GB] }

const partWord = (word: string, accent: Accent): string => {
  const pair = PAIRS[accent].find(([joined]) => joined.test(word))
  return pair ? word.replace(pair[0], pair[1]) : word
}

/** Words run together by espeak-ng, apart again. */
export const partJoinedWords = (ipa: string, accent: Accent): string =>
  ipa
    .split(' ')
    .map(word => partWord(word, accent))
    .join(' ')
