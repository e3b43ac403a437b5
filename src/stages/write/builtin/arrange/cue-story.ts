import {
  ADDITIONS,
  ADDITIONS_ASKED,
  ADDITIONS_PLAIN,
  ADDITIONS_UNNAMED,
  ADDITIONS_WHOLE
} from '../phrases/sources.ts'
import type { Candidate } from '../sentences/candidates.ts'
import { creditedAfter, creditedBefore } from './credit.ts'
import { cueContent, type CueContext } from './cue-turn.ts'
import { ours, quoted, type Line, type Part } from './script-part.ts'
import { spokenOutlet } from './spoken-outlet.ts'

const BEFORE_SHARE = 0.45
const ASKED_SHARE = 0.2

/** Another outlet is heard from here on: its first sentence, credited. A cue with a colon does not go before a sentence that has one. */
export function linesOfNew(next: Candidate, context: CueContext): Line[] {
  const { book, random } = context
  const outlet = spokenOutlet(next.item.outlet) ?? ''
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

/** Puts the sentences of a story's later turns, credited where another outlet begins, with words of ours between the hosts. */
export function cueStory(parts: Part[], turns: readonly (readonly Candidate[])[], context: CueContext): void {
  for (let at = 1; at < turns.length; at++) {
    const last = turns[at - 1] ?? []
    const [next, ...rest] = turns[at] ?? []
    const part = parts[at]
    if (next === undefined || part === undefined) continue
    part.lines.push(...firstLines(next, last, turns.slice(0, at).flat(), parts[at - 1], context))
    part.lines.push(...linesOf(rest, next, context))
  }
}

function firstLines(
  next: Candidate,
  last: readonly Candidate[],
  heard: readonly Candidate[],
  before: Part | undefined,
  context: CueContext
): Line[] {
  if (next.item.outlet !== last.at(-1)?.item.outlet) {
    const outlet = spokenOutlet(next.item.outlet) ?? ''
    const asks = !context.isAlone && !context.used.has('outlet') && context.random.next() < ASKED_SHARE
    const question = asks ? context.book.pick(ADDITIONS_ASKED, { outlet }) : null
    if (question === null) return linesOfNew(next, context)
    context.used.add('outlet')
    before?.lines.push(ours(question, [next.item]))
    return [quoted(next)]
  }
  const { question, reaction, text } = cueContent(next, last, heard.map(each => each.text).join(' '), context)
  if (question !== undefined) before?.lines.push(ours(question, [next.item]))
  const spoken = { ...quoted(next), text: text ?? next.text }
  return reaction === undefined ? [spoken] : [ours(reaction, [next.item]), spoken]
}

/** Sentences of one turn after its first. */
export function linesOf(turn: readonly Candidate[], first: Candidate, context: CueContext): Line[] {
  return turn.flatMap((candidate, at) => {
    const before = turn[at - 1] ?? first
    return before.item.outlet === candidate.item.outlet ? [quoted(candidate)] : linesOfNew(candidate, context)
  })
}
