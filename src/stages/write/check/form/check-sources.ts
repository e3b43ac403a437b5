import type { TurnFault } from '../fault.ts'
import type { Reading } from '../reading.ts'

/** A turn of a story cites items, and only those of its story; its host is one of the show. */
export function checkSources({ turn, context: { rundown, show } }: Reading): TurnFault[] {
  const faults: TurnFault[] = []
  const hosts = show.hosts.map(({ name }) => name)
  if (!hosts.includes(turn.host))
    faults.push({
      kind: 'host',
      text: turn.host,
      message: `"${turn.host}" is no host of the show; its hosts are ${hosts.join(' and ')}`
    })
  const story = rundown.stories.find(({ id }) => id === turn.story)
  if (turn.story !== null && turn.items.length === 0)
    faults.push({
      kind: 'source',
      text: turn.text.slice(0, 60),
      message: 'it cites no item of its story; name those it rests on'
    })
  const allowed = new Set(
    (story === undefined ? rundown.stories : [story]).flatMap(({ items }) => items.map(({ id }) => id))
  )
  for (const id of turn.items)
    if (!allowed.has(id))
      faults.push({
        kind: 'source',
        text: id,
        message: `it cites item "${id}", which is not ${story === undefined ? 'in the rundown' : `of the story "${story.title}"`}`
      })
  return faults
}
