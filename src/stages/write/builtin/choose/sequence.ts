import type { Candidate } from '../sentences/candidates.ts'
import { areNounsHeard, hear, isIntroduced, NOTHING_HEARD, withFullName } from '../language/heard-before.ts'
import { definedName } from '../language/defined-name.ts'
import type { Names } from '../language/names.ts'

/** A sentence in its place in a story. */
export interface Placed {
  candidate: Candidate
  /** Must be said by the same host, directly after the one before. */
  glued: boolean
}

const HE_OR_SHE_FIRST = /^["“]?(?:He|She|His|Her)\b|\b(?:he|she|his|her|him)\b/
const MOST_GLUED = 3
const CUT_CHARACTERS = 12

const follows = (before: Candidate | undefined, after: Candidate): boolean =>
  before !== undefined && before.item.id === after.item.id && before.index === after.index - 1

function canLean(before: Candidate, after: Candidate): boolean {
  return before.namesPerson || !HE_OR_SHE_FIRST.test(after.text) || before.leans
}

const flat = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')
/** Was the end of the sentence cut, with what the next one may speak of? */
const lostItsEnd = ({ source, text }: Candidate): boolean =>
  !text.includes(': “') && !flat(source).endsWith(flat(text).slice(-CUT_CHARACTERS))

/** Does a sentence say what something is of which nothing was heard? */
function definesUnheard({ text }: Candidate, heard: string): boolean {
  const name = definedName(text)
  return name !== null && !heard.includes(name)
}

/**
 * Places chosen sentences in order and looks whether each can be understood when it is heard. Null where one cannot.
 */
export function placeSentences(chosen: readonly Candidate[], names: Names): Placed[] | null {
  const placed: Placed[] = []
  let heard = NOTHING_HEARD
  let glued = 0
  for (const [at, asItIs] of chosen.entries()) {
    const before = chosen[at - 1]
    const candidate = at === 0 ? { ...asItIs, ...withFullName(asItIs.text, heard, names) } : asItIs
    const isNext = before !== undefined && follows(before, candidate)
    if (candidate.leans && !(isNext && canLean(before, candidate))) return null
    if (candidate.adds && before?.item.id !== candidate.item.id) return null
    const isKnown = areNounsHeard(candidate.text, heard)
    const mustFollow = candidate.leans || !isKnown
    if (!isIntroduced(candidate.text, heard, names) || (!isKnown && !(isNext && !lostItsEnd(before))))
      return null
    if (at > 0 && !mustFollow && definesUnheard(candidate, heard.text)) return null
    glued = mustFollow ? glued + 1 : 0
    if (glued >= MOST_GLUED) return null
    placed.push({ candidate, glued: mustFollow })
    heard = hear(heard, candidate.text)
  }
  return placed
}
