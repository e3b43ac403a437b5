import type { Script, Segment, Turn } from '../domain/script.ts'
import { applyCorrection } from '../stages/render/apply-correction.ts'
import { correctLength } from '../stages/render/correct-length.ts'
import type { Assignment, ScriptDraft } from '../stages/write/ports.ts'

const BETWEEN_TURNS_S = 0.35
const BETWEEN_SEGMENTS_S = 0.9
/** What was added or left out changes what can be: once more, where it was not enough. */
const TRIES = 2

type SecondsToSay = (host: string, text: string) => number

/** Seconds of a turn with the silence before it. */
function turnSeconds(turn: Turn, before: Turn | undefined, secondsToSay: SecondsToSay): number {
  const gap =
    before === undefined ? 0 : before.segment === turn.segment ? BETWEEN_TURNS_S : BETWEEN_SEGMENTS_S
  return secondsToSay(turn.host, turn.text) + gap
}

/** Seconds that a draft will take, by the pace of its voices. */
export const estimateScript = ({ turns }: Pick<Script, 'turns'>, secondsToSay: SecondsToSay): number =>
  turns.reduce((sum, turn, at) => sum + turnSeconds(turn, turns[at - 1], secondsToSay), 0)

/**
 * The draft as long as it was asked for, as far as can be told before it is heard: with prepared turns at the ends of
 * stories, or without their last ones.
 */
export function fitScript(draft: ScriptDraft, spare: Turn[], assignment: Assignment): ScriptDraft {
  const { show, rundown, secondsToSay, soundSeconds = 0 } = assignment
  if (secondsToSay === undefined) return { ...draft, spare }
  const outlets = new Map(rundown.stories.flatMap(({ items }) => items.map(({ id, outlet }) => [id, outlet])))
  let script: Script = { ...draft, spare, inputHash: '' }
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const all = new Map([...script.turns, ...(script.spare ?? [])].map(turn => [turn.id, turn]))
    const secondsOf = (id: string): number => {
      const turn = all.get(id)
      return turn === undefined ? 0 : secondsToSay(turn.host, turn.text) + BETWEEN_TURNS_S
    }
    const correction = correctLength({
      script,
      secondsOf,
      outletOf: item => outlets.get(item) ?? item,
      gotSeconds: estimateScript(script, secondsToSay) + soundSeconds,
      askedSeconds: show.minutes * 60
    })
    if (correction === null) break
    script = applyCorrection(script, correction)
  }
  const { inputHash: _, corrected: __, written: ___, ...fitted } = script
  return { ...fitted, segments: heardSegments(fitted.segments, fitted.turns) }
}

const heardSegments = (segments: readonly Segment[], turns: readonly Turn[]): Segment[] =>
  segments.filter(({ id }) => turns.some(({ segment }) => segment === id))
