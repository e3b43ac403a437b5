import { accentOf, type Accent } from './accent.ts'
import { partJoinedWords } from './joined-words.ts'
import { mendWords } from './mend-words.ts'
import { sayParts } from './say-parts.ts'

type Step = readonly [RegExp, string]

/** espeak-ng's switches of language, its sounds from other languages, and its double blanks and double r. */
const MENDED: readonly Step[] = [
  [/\([a-z]{2,3}(?:-[a-z]+)*\)/g, ''],
  [/ʲ/g, 'j'],
  [/[ɹr]+/g, 'ɹ'],
  [/x/g, 'k'],
  [/ɬ/g, 'l'],
  [/(?<=[a-zɹː])(?=hˈʌndɹɪd)/g, ' '],
  [/ z(?= |$)/g, 'z'],
  [/ +/g, ' ']
]

function mend(said: string, text: string, accent: Accent): string {
  const mended = MENDED.reduce((ipa, [pattern, by]) => ipa.replace(pattern, by), said).trim()
  return mendWords(partJoinedWords(mended, accent), text, accent)
}

/** As phonemise, but with U+200C between two sounds that only look like one. */
export async function sayInIpa(text: string, voice: string): Promise<string> {
  const accent = accentOf(voice)
  const parts = await sayParts(text, voice)
  return parts
    .map(part => (part.kind === 'marks' ? part.text : mend(part.said, part.text, accent)))
    .join('')
    .replace(/ +/g, ' ')
    .trim()
}
