import { continued } from '../language/continued.ts'
import type { Names } from '../language/names.ts'
import type { SeededRandom } from '../language/seeded-random.ts'
import { tokensOf } from '../language/words.ts'
import { NAME_MORE, NAME_QUESTIONS, QUESTIONS, type CueKind } from '../phrases/cues.ts'
import type { Candidate } from '../sentences/candidates.ts'
import { cueKindsOf, hasFigure } from './cue-kinds.ts'
import type { PhraseBook } from './phrase-book.ts'
import { reactionOf } from './reaction-of.ts'

/** What goes between two turns of a story. */
export interface Cue {
  /** Said at the end of the turn before. */
  question?: string
  /** Said at the start of the next turn. */
  reaction?: string
  /** The next sentence, as it goes on. */
  text?: string
}

export interface CueContext {
  names: Names
  book: PhraseBook
  random: SeededRandom
  /** Kinds of question that the story had; grows. */
  used: Set<CueKind | 'name' | 'outlet'>
  /** All that is told of the story. */
  told: string
  /** Nobody is there to ask or to answer. */
  isAlone: boolean
  mostQuestions: number
}

const SUBJECT =
  /^((?:\p{Lu}[\p{L}\d-]*|\d[\p{L}\d.]*)(?: (?:\p{Lu}[\p{L}\d-]*|\d[\d.]*)){0,2}) (?:is|was|has|had|can|will|says|said|plans|makes|made|also|did|does|counts|wants)\b/u

/** The name with which the sentence begins, if it was heard before and its verb follows. */
function openingName(next: Candidate, heard: string, names: Names): string {
  const [, name = ''] = SUBJECT.exec(next.text) ?? []
  const isProper = names.proper.has(name.split(' ')[0] ?? '')
  return isProper && ` ${tokensOf(heard).join(' ')} `.includes(` ${name} `) ? name : ''
}

function askName(
  next: Candidate,
  last: readonly Candidate[],
  heard: string,
  context: CueContext
): string | null {
  const { names, book, used } = context
  const name = used.has('name') ? '' : openingName(next, heard, names)
  if (name === '') return null
  const pool = last.some(({ text }) => text.includes(name)) ? NAME_MORE : NAME_QUESTIONS
  const text = book.pick(pool, { name })
  if (text !== null) used.add('name')
  return text
}

function askKind(next: Candidate, last: readonly Candidate[], { book, used }: CueContext): string | null {
  const before = new Set(last.slice(-1).flatMap(cueKindsOf))
  if (last.slice(-1).some(({ text }) => hasFigure(text))) before.add('numbers').add('money')
  for (const kind of cueKindsOf(next).filter(each => !used.has(each) && !before.has(each))) {
    const text = book.pick(QUESTIONS[kind])
    if (text === null) continue
    used.add(kind)
    return text
  }
  return null
}

const MOST_REACTIONS = 3
const MOST_AND = 3

/** A question about what the next sentence holds, a remark on the last one, "And", or nothing. */
export function cueContent(
  next: Candidate,
  last: readonly Candidate[],
  heard: string,
  context: CueContext
): Cue {
  const { book, random, names, used, told, isAlone, mostQuestions } = context
  const ask = (): Cue | null => {
    if (used.size >= mostQuestions) return null
    const question =
      (random.next() < 0.3 ? askName(next, last, heard, context) : null) ?? askKind(next, last, context)
    return question === null ? null : { question }
  }
  const react = (): Cue | null => {
    const sentence = last.at(-1)?.text ?? ''
    const reaction = book.spend(react.name, MOST_REACTIONS) ? reactionOf(sentence, told, book) : null
    return reaction === null ? null : { reaction }
  }
  const goOn = (): Cue | null => {
    const rest = continued(next.text, word => names.proper.has(word))
    return rest !== null && book.spend(goOn.name, MOST_AND) ? { text: `And ${rest}` } : null
  }
  const talk = random.next() < 0.55 ? [ask, react, goOn] : [react, ask, goOn]
  const ways = isAlone ? [goOn] : talk
  for (const way of ways) {
    const cue = random.next() < 0.8 ? way() : null
    if (cue !== null) return cue
  }
  return {}
}
