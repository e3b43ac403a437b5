import type { TurnFault } from '../fault.ts'
import type { Statement } from '../read-statement.ts'
import { readStatements } from '../read-statement.ts'
import type { Reading } from '../reading.ts'
import { foldText } from '../text/plain.ts'
import { stemOf } from '../text/stems.ts'
import { isQuestion, REACTIONS, TRANSITIONS } from './idle-patterns.ts'
import { claimStems, isShowTalk } from './small-talk.ts'

/** Does a sentence speak of something: the cited items, the show, its people and sources, the day, the topic? */
function isAbout(said: Statement, { stems, ownWords, context, turn }: Reading): boolean {
  if (said.amounts.length > 0 || said.dates.length > 0) return true
  const story = context.rundown.stories.find(({ id }) => id === turn.story)
  const topics = new Set(
    [story?.topic ?? '', ...(story?.items.flatMap(({ topics }) => topics) ?? [])]
      .flatMap(topic => foldText(topic).split(/[^\p{L}]+/u))
      .filter(word => word !== '')
      .map(stemOf)
  )
  if (claimStems(said).some(stem => stems.has(stem) || topics.has(stem))) return true
  return said.tokens.some(({ lower }) => ownWords.has(lower.replace(/'s$/, '')))
}

const plain = (text: string): string =>
  foldText(text)
    .replace(/[.!…"“”]+$/g, '')
    .replace(/["“”]/g, '')
    .trim()

/** May it be said though it says nothing? */
const isUsual = ({ text }: Statement): boolean => {
  const folded = plain(text)
  const bare = folded.replace(/\?$/, '').trim()
  return (
    [...REACTIONS, ...TRANSITIONS].some(pattern => pattern.test(bare)) ||
    isQuestion(folded) ||
    isShowTalk(text)
  )
}

const quote = (text: string): string => `"${text.slice(0, 80)}"`

/** Sentences that are about nothing, and are none of those that people say in passing; two turns in a row of nothing else. */
export function checkIdle(reading: Reading): TurnFault[] {
  const spoken = reading.sentences.filter(({ text }) => /\p{L}/u.test(text))
  const idle = spoken.filter(said => !isAbout(said, reading))
  const strange = idle
    .filter(said => !isUsual(said))
    .map(({ text }) => ({
      kind: 'idle' as const,
      text,
      message: `${quote(text)} says nothing that the cited items say`
    }))
  if (
    strange.length > 0 ||
    reading.turn.story === null ||
    spoken.length === 0 ||
    idle.length < reading.sentences.length
  )
    return strange
  return isAfterIdle(reading)
    ? [
        {
          kind: 'idle',
          text: reading.turn.text,
          message: `${quote(reading.turn.text)} follows a turn that says nothing either`
        }
      ]
    : []
}

/** Did the turn before it, in the same story, say nothing? None before: then this is the first, and must say something. */
function isAfterIdle(reading: Reading): boolean {
  const { context, turn } = reading
  const before = context.said?.at(-1)
  if (before === undefined || before.story !== turn.story) return context.said !== undefined
  return readStatements(before.text).every(said => !isAbout(said, reading))
}
