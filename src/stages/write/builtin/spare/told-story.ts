import type { Segment, Turn } from '../../../../domain/script.ts'
import type { Assignment, ScriptDraft } from '../../ports.ts'
import type { Candidate } from '../sentences/candidates.ts'
import { flatWords } from '../../check/form/word-runs.ts'
import type { Excerpt } from '../../excerpts/within-caps.ts'
import { spokenTitle } from '../arrange/spoken-title.ts'
import { poolOf, type StoryPool } from '../choose/story-pool.ts'
import { withoutOwnNames } from '../choose/without-own-names.ts'
import { isSaid, saidIn } from './said-so-far.ts'

/** A story as a script tells it, with all that could be said of it. */
export interface ToldStory {
  segment: Segment
  pool: StoryPool
  turns: Turn[]
  /** Place in its item of the first sentence that is told, by the item's id. */
  firstTold: ReadonlyMap<string, number>
  /** From which something is told. */
  outlets: ReadonlySet<string>
  /** Sentences and headlines of its items that the script speaks. */
  spoken: readonly Excerpt[]
}

/** Sentences of a pool, each once. */
const candidatesIn = (pool: StoryPool): Candidate[] => [
  ...new Set(pool.runs.flatMap(({ sentences }) => sentences))
]

const isIn = (text: string, turns: readonly Turn[]): boolean =>
  turns.some(turn => ` ${flatWords(turn.text).join(' ')} `.includes(` ${flatWords(text).join(' ')} `))

/** Headlines of a story that are said in the opening. */
const headlinesIn = ({ story }: StoryPool, opening: readonly Turn[]): Excerpt[] =>
  story.items.flatMap((item): Excerpt[] => {
    const text = spokenTitle(item)
    return text !== null && isIn(text, opening) ? [{ item, text }] : []
  })

function readStory(segment: Segment, pool: StoryPool, turns: Turn[], opening: readonly Turn[]): ToldStory {
  const candidates = candidatesIn(pool)
  const spoken = new Set<Excerpt>(headlinesIn(pool, opening))
  const firstTold = new Map<string, number>()
  const outlets = new Set<string>()
  for (const turn of turns) {
    const said = saidIn([turn])
    const own = candidates.filter(each => turn.items.includes(each.item.id) && isSaid(each, said))
    for (const each of candidates) if (own.includes(each) || isIn(each.text, [turn])) spoken.add(each)
    for (const { item, index } of own)
      firstTold.set(item.id, Math.min(index, firstTold.get(item.id) ?? index))
    const items = own.length > 0 ? own.map(({ item }) => item.id) : turn.items
    for (const { id, outlet } of pool.story.items) if (items.includes(id)) outlets.add(outlet)
  }
  return { segment, pool, turns, firstTold, outlets, spoken: [...spoken] }
}

/** The stories that a draft tells, in order. */
export function toldStories({ rundown, show }: Assignment, { segments, turns }: ScriptDraft): ToldStory[] {
  const opening = turns.filter(turn =>
    segments.some(({ id, story }) => id === turn.segment && story === null)
  )
  return segments.flatMap(segment => {
    const story = rundown.stories.find(({ id }) => id === segment.story)
    const own = turns.filter(turn => turn.segment === segment.id)
    return story === undefined || own.length === 0
      ? []
      : [readStory(segment, withoutOwnNames(poolOf(story, rundown.date), show), own, opening)]
  })
}
