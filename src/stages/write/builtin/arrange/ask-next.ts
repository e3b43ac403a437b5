import type { Names } from '../language/names.ts'
import { tokensOf } from '../language/words.ts'
import {
  NAME_MORE,
  NAME_QUESTIONS,
  QUESTIONS,
  THING_QUESTIONS,
  type CueKind,
  type ThingKind
} from '../phrases/cues.ts'
import type { Candidate } from '../sentences/candidates.ts'
import { askedThings } from './asked-thing.ts'
import { cueKindsOf, hasFigure } from './cue-kinds.ts'
import type { CueContext } from './cue-turn.ts'
import { isGrave } from './reaction-of.ts'
import { amountsIn } from '../language/amounts-in.ts'

export type Asked = CueKind | ThingKind | 'name' | 'outlet'

const SUBJECT =
  /^((?:\p{Lu}[\p{L}\d-]*|\d[\p{L}\d.]*)(?: (?:\p{Lu}[\p{L}\d-]*|\d[\d.]*)){0,2}) (?:is|was|has|had|can|will|plans|makes|made|also|did|does|counts|wants)\b/u

/** The name with which the sentence begins, if it was heard before and its verb follows. */
function openingName(next: Candidate, heard: string, names: Names): string {
  const [, name = ''] = SUBJECT.exec(next.text) ?? []
  const isProper = names.proper.has(name.split(' ')[0] ?? '')
  return isProper && ` ${tokensOf(heard).join(' ')} `.includes(` ${name} `) ? name : ''
}

/** What comes next, and what was heard of the story before it. */
export interface Gap {
  next: Candidate
  /** Sentences of the turn before. */
  last: readonly Candidate[]
  heard: string
  /** Of the story, so far. */
  turns: number
}

function askName({ next, last, heard }: Gap, { names, book, used }: CueContext): string | null {
  const name = used.has('name') ? '' : openingName(next, heard, names)
  if (name === '') return null
  const pool = last.some(({ text }) => text.includes(name)) ? NAME_MORE : NAME_QUESTIONS
  const text = book.pick(pool, { name })
  if (text !== null) used.add('name')
  return text
}

function askThing({ next, last, heard }: Gap, { names, book, used }: CueContext): string | null {
  const before = last.at(-1)?.text ?? ''
  const things = askedThings(next.text, heard, before, word => names.proper.has(word))
  for (const { kind, slots } of things.filter(each => !used.has(each.kind))) {
    const text = book.pickPlain(THING_QUESTIONS[kind], slots)
    if (text === null) continue
    used.add(kind)
    return text
  }
  return null
}

/** Is every sum of the sentence one that was heard? */
function isKnownMoney(text: string, heard: string): boolean {
  const known = new Set(amountsIn(heard))
  return amountsIn(text).every(amount => known.has(amount))
}

/** Nobody asks for the numbers of what is sad, or what came before it, or for a sum that was told. */
const canAsk = (kind: CueKind, { next, heard }: Gap, told: string): boolean =>
  !((kind === 'numbers' || kind === 'past') && isGrave(told)) &&
  !(kind === 'money' && isKnownMoney(next.text, heard))

function askKind(gap: Gap, { book, used, told }: CueContext): string | null {
  const { next, last } = gap
  const [sentence] = last.slice(-1)
  const before = new Set(sentence === undefined ? [] : cueKindsOf(sentence))
  if (sentence !== undefined && hasFigure(sentence.text)) before.add('numbers').add('money')
  const kinds = cueKindsOf(next, sentence?.text)
  for (const kind of kinds.filter(each => !used.has(each) && !before.has(each) && canAsk(each, gap, told))) {
    const text = book.pick(QUESTIONS[kind])
    if (text === null) continue
    used.add(kind)
    return text
  }
  return null
}

const NAME_SHARE = 0.3

/** A question that the next sentence answers; null where none is to be had. */
export function askNext(gap: Gap, context: CueContext): string | null {
  if (context.used.size >= context.manner.mostQuestions) return null
  const named = context.random.next() < NAME_SHARE ? askName(gap, context) : null
  return named ?? askThing(gap, context) ?? askKind(gap, context)
}
