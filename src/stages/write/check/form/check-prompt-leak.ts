import type { TurnFault } from '../fault.ts'
import type { Reading } from '../reading.ts'
import { knownRuns, wordRuns } from './word-runs.ts'

const LEAK_WORDS = 9

/** More than eight words in a row that stand in a prompt, and not in the items. */
export function checkPromptLeak({ turn, context, items }: Reading): TurnFault[] {
  const prompts = context.prompts.map(prompt => knownRuns(prompt, LEAK_WORDS))
  const found = [...wordRuns(turn.text, LEAK_WORDS)].filter(run => prompts.some(each => each.has(run)))
  if (found.length === 0) return []
  const own = items.map(({ title, text }) => wordRuns(`${title} ${text}`, LEAK_WORDS))
  const leak = found.find(run => !own.some(each => each.has(run)))
  return leak === undefined
    ? []
    : [{ kind: 'prompt-leak', text: leak, message: `"${leak}" is copied from the prompt` }]
}
