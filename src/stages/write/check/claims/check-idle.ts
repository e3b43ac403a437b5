import type { TurnFault } from '../fault.ts'
import type { Statement } from '../read-statement.ts'
import { readStatements } from '../read-statement.ts'
import type { Reading } from '../reading.ts'
import { foldText } from '../text/plain.ts'
import { stemOf } from '../text/stems.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import { memoryClaimIn } from '../form/memory-claims.ts'
import { FRAMES, isQuestion, REACTIONS, TRANSITIONS } from './idle-patterns.ts'
import { claimStems, isShowTalk } from './small-talk.ts'

/** "The last one", "two of them": no amount of anything. */
const FEW = 3

/** Does a sentence speak of something: the cited items, the show, its people and sources, the day, the topic? */
function isAbout(said: Statement, { stems, ownWords, context, turn }: Reading): boolean {
  if (said.amounts.some(({ value }) => value > FEW) || said.dates.length > 0) return true
  const story = context.rundown.stories.find(({ id }) => id === turn.story)
  const topics = new Set(
    [story?.topic ?? '', ...(story?.items.flatMap(({ topics }) => topics) ?? [])]
      .flatMap(topic => foldText(topic).split(/[^\p{L}]+/u))
      .filter(word => word !== '')
      .map(stemOf)
  )
  if (claimStems(said).some(stem => stems.has(stem) || topics.has(stem))) return true
  return said.tokens.some(({ lower }) => {
    const word = lower.replace(/'s$/, '')
    return ownWords.has(word) && !STOP_WORDS.has(word)
  })
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
    [...REACTIONS, ...TRANSITIONS, ...FRAMES].some(pattern => pattern.test(bare)) ||
    isQuestion(folded) ||
    isShowTalk(text) ||
    memoryClaimIn(folded) !== null
  )
}

/** After a question or a fact: what was named, and a word more of it. */
const BRIEF = /^(?:it|they|we|nobody|no one|everybody|yes|no|not|only|all|none|both|neither)\b/i
const MOST_BRIEF = 8

const quote = (text: string): string => `"${text.slice(0, 80)}"`

/** Sentences that are about nothing, and are none of those that people say in passing; two turns in a row of nothing else. */
export function checkIdle(reading: Reading): TurnFault[] {
  const spoken = reading.sentences.filter(({ text }) => /\p{L}/u.test(text))
  const idle = spoken.filter(said => !isAbout(said, reading))
  const before = reading.context.said?.at(-1)?.text ?? ''
  const leansOn = (said: Statement): boolean => {
    const at = spoken.indexOf(said)
    const isAfterQuestion = /\?["”]?$/.test(spoken[at - 1]?.text ?? before)
    const isAfterFact = at > 0 && !idle.includes(spoken[at - 1] ?? said)
    return (isAfterQuestion || isAfterFact) && BRIEF.test(said.text) && said.tokens.length <= MOST_BRIEF
  }
  const strange = idle
    .filter(said => !isUsual(said) && !leansOn(said))
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
