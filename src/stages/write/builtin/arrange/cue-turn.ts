import type { Candidate } from '../sentences/candidates.ts'
import { cueKindsOf } from './cue-kinds.ts'
import type { Names } from '../language/names.ts'
import type { PhraseBook } from './phrase-book.ts'
import { NAME_MORE, NAME_QUESTIONS, QUESTIONS, STATEMENTS, type CueKind } from '../phrases/cues.ts'
import {
  ADDITIONS,
  ADDITIONS_ASKED,
  ADDITIONS_PLAIN,
  ADDITIONS_UNNAMED,
  ADDITIONS_WHOLE
} from '../phrases/sources.ts'
import type { SeededRandom } from '../language/seeded-random.ts'
import { spokenOutlet } from './spoken-outlet.ts'
import { tokensOf } from '../language/words.ts'

/** Words between two turns, and who says them. */
export interface Cue {
  text: string
  by: 'before' | 'after'
}

export interface CueContext {
  names: Names
  book: PhraseBook
  random: SeededRandom
  /** Kinds of cue that the story had; grows. */
  used: Set<CueKind | 'name'>
}

const said = (text: string | null): Cue | null => (text === null ? null : { text, by: 'after' })
const ASKED_SHARE = 0.4
const WHOLE_SHARE = 0.35

/** Another outlet is heard from here on. A cue that ends with a colon does not go before a sentence that has one. */
export function cueOutlet(next: Candidate, { book, random }: CueContext, canAsk: boolean): Cue | null {
  const outlet = spokenOutlet(next.item.outlet) ?? ''
  if (outlet === '') return said(book.pick(ADDITIONS_UNNAMED))
  const question = canAsk && random.next() < ASKED_SHARE ? book.pick(ADDITIONS_ASKED, { outlet }) : null
  if (question !== null) return { text: question, by: 'before' }
  const isWhole = next.text.includes(':') || random.next() < WHOLE_SHARE
  const pools = isWhole ? [ADDITIONS_WHOLE] : [ADDITIONS, ADDITIONS_WHOLE]
  for (const pool of pools) {
    const text = book.pick(pool, { outlet })
    if (text !== null) return said(text)
  }
  return said(book.pickPlain(ADDITIONS_PLAIN, { outlet }))
}

const SUBJECT =
  /^((?:\p{Lu}[\p{L}\d-]*|\d[\p{L}\d.]*)(?: (?:\p{Lu}[\p{L}\d-]*|\d[\d.]*)){0,2}) (?:is|was|has|had|can|will|says|said|plans|makes|made|also|did|does|counts|wants)\b/u

/** The name with which the sentence begins, if it was heard before and its verb follows. */
function openingName(next: Candidate, heard: string, names: Names): string {
  const [, name = ''] = SUBJECT.exec(next.text) ?? []
  const isProper = names.proper.has(name.split(' ')[0] ?? '')
  return isProper && ` ${tokensOf(heard).join(' ')} `.includes(` ${name} `) ? name : ''
}

function cueName(
  next: Candidate,
  last: readonly Candidate[],
  heard: string,
  context: CueContext
): Cue | null {
  const { names, book, random, used } = context
  const name = used.has('name') || random.next() < 0.5 ? '' : openingName(next, heard, names)
  if (name === '') return null
  const pool = last.some(({ text }) => text.includes(name)) ? NAME_MORE : NAME_QUESTIONS
  const text = book.pick(pool, { name })
  if (text === null) return null
  used.add('name')
  return { text, by: 'before' }
}

/** A cue about what the next sentence holds and the last one did not; null where nothing true is left to say. */
export function cueContent(
  next: Candidate,
  last: readonly Candidate[],
  heard: string,
  context: CueContext
): Cue | null {
  const { book, random, used } = context
  const byName = cueName(next, last, heard, context)
  if (byName !== null) return byName
  const before = new Set(last.slice(-1).flatMap(cueKindsOf))
  for (const kind of cueKindsOf(next).filter(each => !used.has(each) && !before.has(each))) {
    const asks = random.next() < 0.6
    const isColonTwice = !asks && next.text.includes(':')
    const text = isColonTwice ? null : book.pick(asks ? QUESTIONS[kind] : STATEMENTS[kind])
    if (text === null) continue
    used.add(kind)
    return { text, by: asks ? 'before' : 'after' }
  }
  return null
}
