import { sourceOf } from '../../domain/format-needs.ts'
import type { Turn } from '../../domain/script.ts'
import { countWords } from '../../domain/text.ts'
import type { Assignment, ScriptDraft } from './ports.ts'
import { findUnspeakable } from './unspeakable.ts'

export const MOST_TURN_WORDS = 120

function sourceFault(turn: Turn, draft: ScriptDraft, { rundown }: Assignment): string | null {
  const segment = draft.segments.find(({ id }) => id === turn.segment)
  const story = rundown.stories.find(({ id }) => id === segment?.story)
  const allowed = new Set(
    (story === undefined ? rundown.stories : [story]).flatMap(({ items }) => items.map(({ id }) => id))
  )
  const foreign = turn.items.find(id => !allowed.has(id))
  if (foreign !== undefined)
    return `it rests on item "${foreign}", which ${story === undefined ? 'is not in the rundown' : `is not of the story "${story.title}"`}`
  if (turn.items.length === 0 && segment?.kind === 'story')
    return 'it names no item of its story; name those it rests on'
  return null
}

function labelFault(text: string, hosts: readonly string[]): string | null {
  const label = hosts.find(host => text.toLowerCase().startsWith(`${host.toLowerCase()}:`))
  return label === undefined
    ? null
    : `it begins with a speaker label, "${label}:"; a turn holds only what is said`
}

/** Somebody in a story may want to read more: that is no remnant of a page. */
const withoutPageWords = (text: string): string =>
  text.replace(/\b(?:read more|continue reading|click here|sign up (?:for|to))\b/gi, '…')

/** What is wrong with a turn, or null. */
export function turnFault(turn: Turn, draft: ScriptDraft, assignment: Assignment): string | null {
  const { show } = assignment
  const hosts = show.hosts.map(({ name }) => name)
  const isText = sourceOf(show) === 'text'
  if (!hosts.includes(turn.host))
    return `"${turn.host}" is no host of the show; its hosts are ${hosts.join(' and ')}`
  const words = countWords(turn.text)
  if (words === 0) return 'it is empty; say something or leave the turn out'
  if (words > MOST_TURN_WORDS)
    return `it has ${words} words; at most ${MOST_TURN_WORDS} can be followed in one turn`
  const unspeakable = findUnspeakable(isText ? withoutPageWords(turn.text) : turn.text)
  if (unspeakable !== null)
    return `it holds ${unspeakable}, which cannot be spoken: "${turn.text.slice(0, 80)}"`
  return labelFault(turn.text, hosts) ?? sourceFault(turn, draft, assignment)
}
