import type { Names } from './names.ts'
import { isPersonIn, nameRuns } from './names.ts'
import { ONE_OF_A_KIND } from './word-lists.ts'
import { startsUpper, stemOf, tokensOf } from './words.ts'

/** What a listener has heard of a story so far. */
export interface Heard {
  text: string
  stems: ReadonlySet<string>
}

export const NOTHING_HEARD: Heard = { text: '', stems: new Set() }

export const hear = (heard: Heard, sentence: string): Heard => ({
  text: `${heard.text} ${sentence}`,
  stems: new Set([...heard.stems, ...tokensOf(sentence).map(stemOf)])
})

const flat = (text: string): string => ` ${tokensOf(text).join(' ')} `

/** A part of a name alone ("Webb data"), before the whole of it was heard; null where there is none. */
function bareName(sentence: string, heard: Heard, names: Names): { part: string; full: string[] } | null {
  const said = flat(heard.text)
  let before = ' '
  for (const run of nameRuns(sentence, word => names.proper.has(word))) {
    const part = run.at(-1) ?? ''
    const asLast = names.known.has(part) ? [] : (names.full.get(part) ?? [])
    const full = [...asLast, ...(names.inner.get(part) ?? [])]
    const isBare = run.length === 1 && full.length > 0
    if (isBare && !full.some(name => said.includes(` ${name} `) || before.includes(` ${name} `)))
      return { part, full }
    before += `${run.join(' ')} `
  }
  return null
}

const MOST_NAME_WORDS = 4
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** The sentence with the full name for a person's surname alone, where the story knows one only; null where it needs none or has none. */
export function withFullName(
  sentence: string,
  heard: Heard,
  names: Names
): { text: string; completed: string } | null {
  const bare = bareName(sentence, heard, names)
  const [full = '', ...others] = bare?.full ?? []
  const words = full.split(' ')
  const fits = others.length === 0 && words.length > 1 && words.length <= MOST_NAME_WORDS
  if (bare === null || !fits || words.at(-1) !== bare.part || !isPersonIn(names, bare.part)) return null
  const at = sentence.search(new RegExp(`(?<![\\p{L}-])${literal(bare.part)}(?![\\p{L}-])`, 'u'))
  const text = sentence.slice(0, at) + full + sentence.slice(at + bare.part.length)
  return at < 0 ? null : { text, completed: full }
}

/** Initials, before what they stand for was heard. */
function hasUnknownInitials(sentence: string, heard: Heard, names: Names): boolean {
  return [...names.acronyms].some(([short, long]) => {
    const at = tokensOf(sentence).includes(short) ? sentence.indexOf(short) : -1
    return at >= 0 && !`${heard.text} ${sentence.slice(0, at)}`.toLowerCase().includes(long.toLowerCase())
  })
}

/** A noun with a complement says itself which one is meant. */
const COMPLEMENT =
  /^(?:of|for|that|who|which|to|between|behind|from|whose|against|about|in|at|on|where|with|\p{Ll}{3,}ing)$/u
const ENDS_PHRASE =
  /^(?:and|or|but|by|as|is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|said|says|did|does|do|also|came|comes|took|takes|now|then|made|makes|went|won|lost|\p{Ll}{2,}ed|\P{L}.*)$/u
const POINTERS =
  /\bthe (company|firm|group|agency|team|man|woman|boy|girl|suspect|victim|ruling|decision|move|incident|attack|deal|announcement|study|report|researchers|authors|scientists|device|app|tool|feature|bill|plan|case|crash|project|officer|couple|lawsuit|trial|agreement|election|merger|acquisition|strike|protests?|talks|investigation|fire|storm|earthquake|attackers?|victims|gunman|bloodshed|ship|plane|train|species|interview|country|nation|city|town|region|village|island)(?:['’]s|s['’])?(?= |[,.])(?! (?:of|that|which|who|to|behind|for|in)\b)/g

/** The nouns of a definite opening ("The new trains carried …") that must have been heard before; none where it is a name. */
function openingNouns(sentence: string): string[] {
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

/** "the company", in mid-sentence, with no name before it. */
function loosePointers(sentence: string): string[] {
  return [...sentence.matchAll(POINTERS)]
    .filter(({ index }) => index > 0 && !tokensOf(sentence.slice(0, index)).slice(1).some(startsUpper))
    .filter(([, noun = ''], _at) => !new RegExp(`\\b(?:a|an|new) (?:\\w+ )?${noun}\\b`).test(sentence))
    .map(([, noun = '']) => noun)
}

/** Can the sentence be understood after what was heard? Says nothing of pronouns: those need the sentence before. */
export function isIntroduced(sentence: string, heard: Heard, names: Names): boolean {
  return bareName(sentence, heard, names) === null && !hasUnknownInitials(sentence, heard, names)
}

/** Was what "The company …" stands for heard before? */
export function areNounsHeard(sentence: string, heard: Heard): boolean {
  const isHeard = (noun: string): boolean => heard.stems.has(stemOf(noun))
  const opening = openingNouns(sentence)
  return (opening.length === 0 || opening.some(isHeard)) && loosePointers(sentence).every(isHeard)
}

const DEFINITE =
  /\bthe ((?:\p{Ll}[\p{Ll}’'-]*))(?= |[.,])(?! (?:of|for|that|who|which|to|in|at|on|from|between|behind|\p{L}+ (?:of|for|that|who|which|to|in|at|on|from|between)|\p{Lu})\b)/gu

/** What a sentence calls "the …" without saying which. */
export const definitesIn = (sentence: string): string[] =>
  [...sentence.matchAll(DEFINITE)].flatMap(([, noun = '']) => (ONE_OF_A_KIND.has(noun) ? [] : [noun]))

/** How many things a sentence calls "the …" without saying which, and with no name before them. */
export function looseDefinites(sentence: string, names: Names): number {
  const isName = (word: string): boolean => startsUpper(word) && names.proper.has(word)
  return [...sentence.matchAll(DEFINITE)].filter(
    ({ index, 1: noun = '' }) =>
      !ONE_OF_A_KIND.has(noun) &&
      !/(?:est|st|nd|rd|th|first|second|same|most|us|uk)$/.test(noun) &&
      !tokensOf(sentence.slice(0, index)).some(isName)
  ).length
}
