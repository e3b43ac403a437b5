import type { Assignment, ScriptDraft } from './ports.ts'
import { findUnspeakable } from './unspeakable.ts'

const firstTwice = (values: readonly string[]): string | undefined =>
  values.find((value, at) => values.indexOf(value) !== at)

/** Turns that belong together stand together, in the order of the segments. */
function orderFault({ segments, turns }: ScriptDraft): string | null {
  const places = turns.map(({ segment }) => segments.findIndex(({ id }) => id === segment))
  const at = places.findIndex((place, index) => index > 0 && place < (places[index - 1] ?? 0))
  return at < 0
    ? null
    : `turn ${turns[at]?.id} of segment "${turns[at]?.segment}" comes after a turn of a later segment`
}

/** What is wrong with how segments and turns refer to each other, or null. */
export function segmentFault(draft: ScriptDraft, { rundown }: Assignment): string | null {
  const { segments, turns } = draft
  const twice = firstTwice(segments.map(({ id }) => id)) ?? firstTwice(turns.map(({ id }) => id))
  if (twice !== undefined) return `the id "${twice}" is used twice; segments and turns each have their own`
  const lost = turns.find(({ segment }) => !segments.some(({ id }) => id === segment))
  if (lost !== undefined) return `turn ${lost.id} belongs to segment "${lost.segment}", which does not exist`
  const silent = segments.find(({ id }) => !turns.some(({ segment }) => segment === id))
  if (silent !== undefined) return `segment "${silent.id}" (${silent.title}) has no turn`
  const untold = segments.find(
    ({ kind, story }) => (kind === 'story') !== rundown.stories.some(({ id }) => id === story)
  )
  if (untold !== undefined)
    return `segment "${untold.id}" names story "${untold.story}", which ${untold.kind === 'story' ? 'is not in the rundown' : 'only a story segment may do'}`
  const marked = segments.find(({ title }) => title.trim() === '' || findUnspeakable(title) !== null)
  if (marked !== undefined)
    return `the title of segment "${marked.id}" is empty or holds ${findUnspeakable(marked.title)}: "${marked.title.slice(0, 80)}"`
  return orderFault(draft)
}
