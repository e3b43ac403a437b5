import { ORDINARY, SAID_AS_WORDS, SAID_OTHERWISE } from './acronym-words.ts'
import { inOrder } from './patterns.ts'
import type { Rule } from './patterns.ts'
import { spell } from './spell.ts'

const capitalised = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase()

/** Can it be read as a word: vowels, and no more than three consonants together? */
const isPronounceable = (word: string): boolean =>
  /[AEIOUY]/.test(word) &&
  !/[^AEIOUY]{4}|^[AEIOU][^AEIOUY]{2}[^AEIOUYRLH]/.test(word) &&
  !/^(?:[^AEIOUYSTPCFBGDKW][^AEIOUYH]|[AEIOU]{3})/.test(word)

/** Set in capitals as a whole: most of it is words then, and not acronyms. */
const isHeadline = (text: string): boolean =>
  /(?:\b[A-Z]{4,}\b[^A-Za-z]*){2}/.test(text) &&
  (text.match(/[a-z]/g)?.length ?? 0) * 2 < (text.match(/[A-Z]/g)?.length ?? 0)

function sayAcronym(word: string, isShouted: boolean): string {
  if (SAID_OTHERWISE[word] !== undefined) return SAID_OTHERWISE[word]
  if (SAID_AS_WORDS.has(word)) return capitalised(word)
  if (ORDINARY.has(word)) return word.toLowerCase()
  if (word.length > 6 && /[AEIOUY]/.test(word) && !/^[^AEIOUY]{4}/.test(word)) return word.toLowerCase()
  return word.length > (isShouted ? 3 : 4) && isPronounceable(word) ? word.toLowerCase() : spell(word)
}

/** A spelled plural takes an apostrophe: Flite 2 reads "Us" as a word, "U's" as the letter's plural. */
const acronymsProper: Rule = text => {
  const isShouted = isHeadline(text)
  return text.replace(
    /(?<![A-Za-z]|[A-Za-z]')([A-Z]{2,})(s(?![A-Za-z]))?('s)?(?![a-z])(-(?=[A-Za-z]))?/g,
    (_, word: string, many = '', whose = '', hyphen = '') => {
      const said = sayAcronym(word, isShouted)
      const isSpelled = /(?:^|[ \u203f-])[A-Z]$/.test(said)
      const plural = many === '' ? '' : isSpelled ? "'s" : 's'
      return said + (plural || whose) + (hyphen && isSpelled ? ' ' : hyphen)
    }
  )
}

/** Flite 2 reads a lone A as the article unless it is tied to a word: "Plan-A". */
const loneA: Rule = text =>
  text
    .replace(
      /\b((?:[Pp]lan|[Vv]itamin|[Gg]roup|[Ss]erie|[Cc]lass|[Tt]ype|[Hh]epatitis|[Ii]nfluenza|[Ee]xhibit|[Gg]rade|[Ss]eries|[Tt]eam|[Aa]ppendix) A)(?= [a-z]| [A-Z][a-z]|\W|$)/g,
      named => named.replace(' ', '-')
    )
    .replace(/(?<=\b[A-Z] and) A(?![\w'])/g, '-A')

/** Acronyms said or spelled: "NASA" → "Nasa", "GPUs" → "G P U's"; words set in capitals become words. */
export const acronyms = inOrder(acronymsProper, loneA)
