import { splitSentences } from '../../../../domain/sentences.ts'
import type { TurnFault } from '../fault.ts'
import type { Reading } from '../reading.ts'
import { LANGUAGES } from './languages.ts'

const LEAST_WORDS = 5

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’]/g, "'")
    .match(/[\p{L}']+/gu) ?? []

const hitsOf = (words: readonly string[], language: string): number =>
  words.filter(word => LANGUAGES[language]?.has(word)).length

/** The language of a text by its small words; null where they do not tell. */
export function languageOf(text: string, asked: string): string | null {
  const words = wordsOf(text)
  if (words.length < LEAST_WORDS) return null
  const own = hitsOf(words, asked)
  const [best, hits] = Object.keys(LANGUAGES)
    .map(language => [language, hitsOf(words, language)] as const)
    .reduce((most, each) => (each[1] > most[1] ? each : most))
  return best !== asked && hits >= 3 && hits >= own * 1.5 + 1 ? best : null
}

const OTHER_SCRIPT =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Devanagari}\p{Script=Thai}]/gu
const MOST_OTHER_SHARE = 0.1

/** Sentences in another language than the show's. */
export function checkLanguage({ turn, context: { show } }: Reading): TurnFault[] {
  const asked = show.language.slice(0, 2)
  if (LANGUAGES[asked] === undefined) return []
  const outside = turn.text.replace(/[“"«„][^”"»“]*[”"»“]/g, ' ')
  const letters = outside.match(/\p{L}/gu)?.length ?? 0
  const foreign = outside.match(OTHER_SCRIPT) ?? []
  if (foreign.length > letters * MOST_OTHER_SHARE && foreign.length > 2)
    return [
      {
        kind: 'language',
        text: foreign.slice(0, 20).join(''),
        message: `it is not written in the letters of "${show.language}"`
      }
    ]
  return [outside, ...splitSentences(outside)]
    .flatMap(part => {
      const found = languageOf(part, asked)
      return found === null
        ? []
        : [
            {
              kind: 'language' as const,
              text: part.slice(0, 80),
              message: `this is "${found}"; the show is in "${show.language}"`
            }
          ]
    })
    .slice(0, 1)
}
