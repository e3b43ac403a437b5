import { StageError } from '../../../domain/stage-error.ts'
import type { ScriptDraft } from '../ports.ts'
import { validateScript } from '../validate-script.ts'
import { numberTurns } from './number-turns.ts'
import type { Studio } from './studio.ts'
import type { Section } from './write-sections.ts'

/** A draft by its segments, as the built-in writer has it. */
const sectionsOf = ({ segments, turns }: ScriptDraft): Section[] =>
  segments.map(segment => ({
    segment,
    by: null,
    turns: turns.filter(turn => turn.segment === segment.id)
  }))

const isHearable = (studio: Studio, base: ScriptDraft, sections: readonly Section[]): boolean => {
  try {
    validateScript({ ...base, turns: numberTurns(sections) }, studio.assignment)
    return true
  } catch (error) {
    if (error instanceof StageError) return false
    throw error
  }
}

/**
 * The sections, with as few as possible of the built-in writer's in place of a model's, so that the script may be heard
 * as a whole: turn by turn it is checked, but a host may have been left without a word, or a short sentence be said twice.
 */
export function giveBackWhatFails(
  studio: Studio,
  base: ScriptDraft,
  sections: readonly Section[]
): readonly Section[] {
  if (isHearable(studio, base, sections)) return sections
  const builtin = sectionsOf(base)
  const without = (given: readonly number[]): Section[] =>
    sections.map((section, at) => (given.includes(at) ? (builtin[at] ?? section) : section))
  const isFrame = (at: number): boolean => sections[at]?.segment.kind !== 'story'
  const written = sections.flatMap(({ by }, at) => (by === null ? [] : [at])).toReversed()
  const order = [...written.filter(isFrame), ...written.filter(at => !isFrame(at))]
  const choices = [...order.map(at => [at]), ...order.map((_, at) => order.slice(0, at + 1))]
  const given = choices.find(choice => isHearable(studio, base, without(choice))) ?? order
  for (const at of given) {
    const { by, segment } = sections[at] ?? { by: null, segment: null }
    if (by !== null && segment !== null) studio.ledger.gaveStory(by, segment.title)
  }
  return without(given)
}
