import type { Names } from './names.ts'
import { isPersonIn, nameRuns } from './names.ts'
import { loosePointers, openingNouns } from './loose-nouns.ts'
import { stemOf, tokensOf } from './words.ts'

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
