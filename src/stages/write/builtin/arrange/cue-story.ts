import {
  ADDITIONS,
  ADDITIONS_ASKED,
  ADDITIONS_PLAIN,
  ADDITIONS_UNNAMED,
  ADDITIONS_WHOLE
} from '../phrases/sources.ts'
import type { Candidate } from '../sentences/candidates.ts'
import { citedOutlet } from './cited-outlet.ts'
import { creditedAfter, creditedBefore, isCreditable } from './credit.ts'
import { askNext, type Gap } from './ask-next.ts'
import { cueContent, react, type CueContext } from './cue-turn.ts'
import { ours, quoted, type Line } from './script-part.ts'

const BEFORE_SHARE = 0.45
const ASKED_SHARE = { aside: 0.5, brief: 0.2 } as const

/** A turn of a story, with what another host says before it. */
export interface CuedTurn {
  /** On the turn before. */
  remark: Line | null
  question: Line | null
  lines: Line[]
}

/** Another outlet is heard from here on: its first sentence, credited. A cue with a colon does not go before a sentence that has one. */
export function linesOfNew(next: Candidate, context: CueContext): Line[] {
  const { book, random } = context
  const outlet = citedOutlet(next.item) ?? ''
  const said = (text: string | null): Line[] => (text === null ? [] : [ours(text, [next.item])])
  if (outlet === '') return [...said(book.pick(ADDITIONS_UNNAMED)), quoted(next)]
  const before = (): Line | null => creditedBefore(next, outlet, true, context)
  const after = (): Line | null => creditedAfter(next, outlet, context)
  const credited = random.next() < BEFORE_SHARE ? (before() ?? after()) : (after() ?? before())
  if (credited !== null) return [credited]
  const whole = book.pick(ADDITIONS_WHOLE, { outlet })
  const cue = next.text.includes(':') ? whole : book.pick(ADDITIONS, { outlet })
  return [...said(cue ?? book.pickPlain(ADDITIONS_PLAIN, { outlet })), quoted(next)]
}

const spoken = ({ lines }: CuedTurn): string => lines.map(({ text }) => text).join(' ')

/** The sentences of a story's later turns, credited where another outlet begins, with words of ours between the hosts. `first`: what the first turn says. */
export function cueStory(
  first: string,
  turns: readonly (readonly Candidate[])[],
  context: CueContext
): CuedTurn[] {
  context.said.push(first)
  return turns.slice(1).flatMap(([next, ...rest], at) => {
    if (next === undefined) return []
    const cued = cueTurn(next, turns.slice(0, at + 1), context)
    const aside = [cued.remark, cued.question].flatMap(line => line?.text ?? [])
    if (context.manner.hasAsides && aside.length > 0) context.said.push(aside.join(' '))
    const turn = { ...cued, lines: [...cued.lines, ...linesOf(rest, next, context)] }
    context.said.push(spoken(turn))
    return [turn]
  })
}

function cueTurn(next: Candidate, before: readonly (readonly Candidate[])[], context: CueContext): CuedTurn {
  const last = before.at(-1) ?? []
  const heard = before
    .flat()
    .map(({ text }) => text)
    .join(' ')
  const gap: Gap = { next, last, heard, turns: before.length }
  if (next.item.outlet !== last.at(-1)?.item.outlet) return cueOutlet(gap, context)
  const { question, reaction, text = next.text } = cueContent(gap, context)
  return {
    remark: lineOn(reaction, last.at(-1) ?? next),
    question: lineOn(question, next),
    lines: [{ ...quoted(next), text }]
  }
}

const lineOn = (text: string | null | undefined, { item }: Candidate): Line | null =>
  text === null || text === undefined ? null : ours(text, [item])

/** The first turn from another outlet: asked for, or with its name. */
function cueOutlet(gap: Gap, context: CueContext): CuedTurn {
  const { next } = gap
  const talks = context.manner.hasAsides && !context.isAlone
  const content = talks && isCreditable(next.text) ? askNext(gap, context) : null
  if (content !== null)
    return { remark: null, question: lineOn(content, next), lines: answerOf(next, context) }
  const question = askOutlet(next, context)
  if (question !== null) return { remark: null, question: lineOn(question, next), lines: [quoted(next)] }
  const remark = talks ? lineOn(react(gap, context)?.reaction, gap.last.at(-1) ?? next) : null
  return { remark, question: null, lines: linesOfNew(next, context) }
}

/** With its source at its end, so that it answers in its first words. */
function answerOf(next: Candidate, context: CueContext): Line[] {
  const credited = creditedAfter(next, citedOutlet(next.item) ?? '', context)
  return credited === null ? linesOfNew(next, context) : [credited]
}

/** A question for what another outlet has; null where none is asked. */
function askOutlet(next: Candidate, { isAlone, used, random, book, manner }: CueContext): string | null {
  const share = manner.hasAsides ? ASKED_SHARE.aside : ASKED_SHARE.brief
  const asks = !isAlone && !used.has('outlet') && random.next() < share
  const question = asks ? book.pick(ADDITIONS_ASKED, { outlet: citedOutlet(next.item) ?? '' }) : null
  if (question !== null) used.add('outlet')
  return question
}

/** Sentences of one turn after its first. */
export function linesOf(turn: readonly Candidate[], first: Candidate, context: CueContext): Line[] {
  return turn.flatMap((candidate, at) => {
    const before = turn[at - 1] ?? first
    return before.item.outlet === candidate.item.outlet ? [quoted(candidate)] : linesOfNew(candidate, context)
  })
}
