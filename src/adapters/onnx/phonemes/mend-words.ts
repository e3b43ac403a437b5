import type { Accent } from './accent.ts'

/** Between two sounds that are not one: the t and sh of "nutshell" would be read as a ch. */
const APART = '\u200c'

const partT = (said: string, printed: string): string =>
  /\p{L}t-?sh\p{L}/iu.test(printed) ? said.replace(/t(?=[ˈˌ]?ʃ)/, `t${APART}`) : said

/** "Nvidia reported": espeak-ng lends the second word's r to the first. */
const withoutLentR = (said: string, printed: string): string =>
  /a$/i.test(printed) ? said.replace(/ɚ$/, 'ə') : said

/** "Obama in": an r that is not written is not read out in the news. */
const withoutIntrusiveR = (said: string, printed: string): string =>
  /(?:a|ah|aw)$/i.test(printed) ? said.replace(/(?<=[əɐɑɔː])ɹ$/, '') : said

const mendWord = (said: string, printed: string, accent: Accent): string =>
  partT(accent === 'us' ? withoutLentR(said, printed) : withoutIntrusiveR(said, printed), printed)

/** Mends what only the spelling tells, where each printed word has its said one. */
export function mendWords(said: string, text: string, accent: Accent): string {
  const words = said.split(' ')
  const printed = text.trim().split(/ +/)
  if (words.length !== printed.length) return said
  return words.map((word, i) => mendWord(word, printed[i] ?? '', accent)).join(' ')
}
