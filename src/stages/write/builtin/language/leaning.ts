import { ELLIPSIS, EPITHET, OPENERS, POINTS_BACK, TOLD_BEFORE, WHOLE } from './points-back.ts'
import { PERSON_NOUNS } from './word-lists.ts'
import { outsideQuotes, startsUpper, tokensOf } from './words.ts'

const ADDS_TO = /\b(?:also|still|further|additional|similar|too|as well|again)\b/i

/** Is a capitalised word known as part of a person's name? */
export type IsPerson = (word: string) => boolean

const HE_OR_SHE = /\b(?:he|she|him|his|her|hers|himself|herself)\b/i
const CATAPHORA =
  /^(?:In|After|During|Before|At|On|With|For|By|Through|Despite|As) (?:his|her) [^,]{1,60}, (?=\p{Lu})/u

/** Is a person named, or brought in as "a doctor", "the man" or "a 40-year-old"? */
export function namesPerson(text: string, isPerson: IsPerson): boolean {
  if (/\b\d{1,2}-year-old\b/.test(text)) return true
  return tokensOf(text).some(
    word => PERSON_NOUNS.has(word.toLowerCase().replace(/s$/, '')) || (startsUpper(word) && isPerson(word))
  )
}

function hasLoosePerson(text: string, isPerson: IsPerson): boolean {
  const body = text.replace(CATAPHORA, '')
  const at = body.search(HE_OR_SHE)
  return at >= 0 && !namesPerson(body.slice(0, at), isPerson)
}

/** "Scattered over the hill, they …" */
const PARTICIPLE_FIRST =
  /^(?:\p{Lu}\p{Ll}+(?:ed|ing|wn)|Made|Built|Found|Left|Born|Set|Held) [^,]{3,90}, (?:they|it|he|she|its|their|his|her)\b/u

/** Does a sentence need what was said directly before it, to be understood by ear? */
export function leansBack(text: string, isPerson: IsPerson): boolean {
  if (OPENERS.test(text) && !WHOLE.test(text)) return true
  if (ELLIPSIS.test(text) || EPITHET.test(text) || TOLD_BEFORE.test(text) || PARTICIPLE_FIRST.test(text))
    return true
  if (POINTS_BACK.some(pattern => pattern.test(outsideQuotes(text)))) return true
  return hasLoosePerson(text, isPerson)
}

/** Does a sentence add to something, so that it cannot be the first of its story? */
export const addsToSomething = (text: string): boolean => ADDS_TO.test(outsideQuotes(text))
