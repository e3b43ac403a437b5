import type { Names } from './names.ts'
import { ONE_OF_A_KIND, SPEECH_VERBS } from './word-lists.ts'
import { startsUpper, tokensOf } from './words.ts'

/** A noun with a complement says itself which one is meant. */
const COMPLEMENT =
  /^(?:of|for|that|who|which|to|between|behind|from|whose|against|about|in|at|on|where|with|\p{Ll}{3,}ing)$/u
const ENDS_PHRASE =
  /^(?:and|or|but|by|as|is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|said|says|did|does|do|also|came|comes|took|takes|now|then|made|makes|went|won|lost|\p{Ll}{2,}ed|\P{L}.*)$/u
const POINTERS =
  /\bthe (company|firm|group|agency|team|man|woman|boy|girl|suspect|victim|ruling|decision|move|incident|attack|deal|announcement|study|report|researchers|authors|scientists|device|app|tool|feature|bill|plan|case|crash|project|officer|couple|lawsuit|trial|agreement|election|merger|acquisition|strike|protests?|talks|investigation|fire|storm|earthquake|attackers?|victims|gunman|bloodshed|ship|plane|train|species|interview|country|nation|city|town|region|village|island|meeting|event|ceremony|conference|gathering|book|film|show|match)(?:['’]s|s['’])?(?= |[,.])(?! (?:of|that|which|who|to|behind|for|in)\b)/g

/** The nouns of a definite opening ("The new trains carried …") that must have been heard before; none where it is a name. */
export function openingNouns(sentence: string): string[] {
  const [, ...rest] = sentence.replace(/^["“]/, '').split(' ')
  if (!/^["“]?The /.test(sentence)) return []
  const phrase: string[] = []
  for (const raw of rest.slice(0, 5)) {
    const [word = ''] = tokensOf(raw)
    if (startsUpper(word)) return []
    if (COMPLEMENT.test(word) && phrase.length > 0) return []
    if (ENDS_PHRASE.test(word)) break
    phrase.push(word)
    if (/,$/.test(raw)) return startsUpper(rest[phrase.length] ?? '') ? [] : phrase.slice(-2)
  }
  return phrase.some(word => ONE_OF_A_KIND.has(word)) ? [] : phrase.slice(-2)
}

const SPEAKER = new RegExp(
  `\\b(?:Mr|Mrs|Ms|Dr|Sir|President|Senator|Minister)\\.? (?:\\p{Lu}[\\p{L}’'-]+ ?)+|(?:\\p{Lu}[\\p{L}’'-]+ ){2,3}(?=(?:${SPEECH_VERBS})\\b)`,
  'gu'
)

/** The words of a text, without those of a person who speaks, who does not say which country or which thing is meant. */
const wordsAround = (text: string): string[] => tokensOf(text.replace(SPEAKER, 'they '))

const ORGANISATIONS = /^(?:company|firm|group|agency|team)$/

/** "the company", in mid-sentence, with no name before it. */
export function loosePointers(sentence: string): string[] {
  const isAnchored = (index: number, noun: string): boolean => {
    const before = sentence.slice(0, index)
    return (ORGANISATIONS.test(noun) ? tokensOf(before) : wordsAround(before)).slice(1).some(startsUpper)
  }
  return [...sentence.matchAll(POINTERS)]
    .filter(({ index, 1: noun = '' }) => index > 0 && !isAnchored(index, noun))
    .filter(([, noun = ''], _at) => !new RegExp(`\\b(?:a|an|new) (?:\\w+ )?${noun}\\b`).test(sentence))
    .map(([, noun = '']) => noun)
}

const DEFINITE =
  /\bthe ((?:\p{Ll}[\p{Ll}’'-]*))(?= |[.,])(?! (?:of|for|that|who|which|to|in|at|on|from|between|behind|\p{L}+ (?:of|for|that|who|which|to|in|at|on|from|between)|\p{Lu})\b)/gu

/** "for the first time" points at nothing. */
const RANK = /^(?:first|second|third|last|same|most|only|next|\p{Ll}+est)$/u

/** What a sentence calls "the …" without saying which. */
export const definitesIn = (sentence: string): string[] =>
  [...sentence.matchAll(DEFINITE)].flatMap(([, noun = '']) =>
    ONE_OF_A_KIND.has(noun) || RANK.test(noun) ? [] : [noun]
  )

/** How many things a sentence calls "the …" without saying which, and with no name before them. */
export function looseDefinites(sentence: string, names: Names): number {
  const isName = (word: string): boolean => startsUpper(word) && names.proper.has(word)
  return [...sentence.matchAll(DEFINITE)].filter(
    ({ index, 1: noun = '' }) =>
      !ONE_OF_A_KIND.has(noun) &&
      !/(?:est|st|nd|rd|th|first|second|same|most|us|uk)$/.test(noun) &&
      !wordsAround(sentence.slice(0, index)).some(isName)
  ).length
}
