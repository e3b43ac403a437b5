import { sourceOf } from '../../domain/format-needs.ts'
import { splitSentences } from '../../domain/sentences.ts'
import { StageError } from '../../domain/stage-error.ts'
import { countWords } from '../../domain/text.ts'
import type { Assignment, ScriptDraft } from './ports.ts'
import { segmentFault } from './segment-fault.ts'
import { turnFault } from './turn-fault.ts'

function fail(message: string): never {
  throw new StageError('write', message, { retryable: false })
}

/** The same words, whatever the marks between them. */
const spokenForm = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A text that is read decides itself who speaks; and it may say a thing twice, as a meditation may. */
const isRead = ({ show }: Assignment): boolean => sourceOf(show) === 'text'
const mayRepeat = (assignment: Assignment): boolean =>
  isRead(assignment) || assignment.show.format === 'meditation'

function checkRepeats(draft: ScriptDraft): void {
  const saidIn = new Map<string, string>()
  for (const turn of draft.turns) {
    for (const sentence of splitSentences(turn.text)) {
      const form = spokenForm(sentence)
      const earlier = saidIn.get(form)
      if (earlier !== undefined && countWords(sentence) > 0)
        fail(`turn ${turn.id} says again what turn ${earlier} said: "${sentence}"; say each sentence once`)
      saidIn.set(form, turn.id)
    }
  }
}

function checkHosts(draft: ScriptDraft, { show }: Assignment): void {
  for (const { name } of show.hosts) {
    if (!draft.turns.some(({ host }) => host === name))
      fail(`the host "${name}" says nothing in the script; every host of "${show.id}" must speak`)
  }
}

/** Throws a StageError that names the turn and the fault where a script may not be heard. */
export function validateScript(draft: ScriptDraft, assignment: Assignment): void {
  if (draft.turns.length === 0)
    fail('the script has no turns; every episode has a welcome, a story and a close')
  const misplaced = segmentFault(draft, assignment)
  if (misplaced !== null) fail(misplaced)
  for (const turn of draft.turns) {
    const fault = turnFault(turn, draft, assignment)
    if (fault !== null) fail(`turn ${turn.id} (${turn.host}): ${fault}`)
  }
  if (!isRead(assignment)) checkHosts(draft, assignment)
  if (!mayRepeat(assignment)) checkRepeats(draft)
}
