import { STOP_WORDS } from './common-words.ts'

/** Scripts that write no blanks between words: pairs of characters stand for words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

const pairsOf = (run: string): string[] =>
  [...run].flatMap((character, at, all) => (at === 0 ? [] : [`${all[at - 1] ?? ''}${character}`]))

/** "Floods" and "flooding" are to meet, in any language that changes its endings. */
const stem = (word: string): string => (word.length > 6 ? word.slice(0, 6) : word)

/** What a text is about: its words of three letters and more that are not common, each once. */
export function tellingWords(text: string): Set<string> {
  const runs = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(
    runs.flatMap(run => {
      if (UNSPACED.test(run)) return pairsOf(run)
      return run.length < 3 || STOP_WORDS.has(run) ? [] : [stem(run)]
    })
  )
}

/** So much of what `text` is about is in `other` as well, 0 to 1; 0 where it is about nothing. */
export function sharedShare(text: string, other: string): number {
  const words = tellingWords(text)
  const known = tellingWords(other)
  return words.size === 0 ? 0 : [...words].filter(word => known.has(word)).length / words.size
}
