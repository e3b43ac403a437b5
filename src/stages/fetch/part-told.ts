import type { Item } from '../../domain/feed.ts'
import type { FollowUp } from '../../domain/rundown.ts'
import { itemTime, newestItemFirst } from './item-time.ts'
import type { ToldStory } from './told-story.ts'
import { whatIsNew } from './what-is-new.ts'

/** A group of items that report the same thing, with what earlier episodes have to do with it. */
export interface Group {
  /** What can be told of it now. */
  items: Item[]
  followUp?: FollowUp
  /** What the followed-up story was told from. */
  toldItems?: readonly Item[]
}

export interface Parted {
  fresh: Group[]
  /** Told, and nothing new since. */
  told: Item[][]
}

const RECENT_MS = 10 * 24 * 60 * 60 * 1000

/** Items of stories told lately: what is new about them joins them, though no feed has them any more. */
export const rememberedItems = (told: readonly ToldStory[], now: Date): Item[] =>
  told
    .filter(({ madeAt }) => now.getTime() - Date.parse(madeAt) <= RECENT_MS)
    .flatMap(({ items }) => items.filter(({ substance }) => substance !== 'headline'))

const cameAfter = (item: Item, madeAt: string): boolean =>
  Date.parse(itemTime(item) ?? '') > Date.parse(madeAt)

const latestFirst = (a: ToldStory, b: ToldStory): number =>
  Date.parse(b.madeAt) - Date.parse(a.madeAt) || (a.title < b.title ? -1 : 1)

/** A told story with what came since, or null where nothing did that says something new. */
function followUp(group: readonly Item[], stories: readonly ToldStory[]): Group | null {
  const [latest] = stories
  if (latest === undefined) return null
  const toldItems = stories.flatMap(({ items }) => items)
  const toldIds = new Set(toldItems.map(({ id }) => id))
  const fresh = group
    .filter(item => !toldIds.has(item.id) && cameAfter(item, latest.madeAt))
    .filter(item => whatIsNew(item, toldItems) !== null)
    .sort(newestItemFirst)
  if (fresh.length === 0) return null
  const { title, episode, date } = latest
  return {
    items: fresh,
    toldItems: latest.items,
    followUp: {
      of: title,
      episode,
      date,
      told: latest.items.map(({ id }) => id),
      newItemIds: fresh.map(({ id }) => id)
    }
  }
}

/**
 * Parts stories from those that were told, by any of their items: other outlets' versions of what was told are no news.
 * A told story comes back with the items that came after its episode was made and say something new.
 */
export function partTold(
  groups: readonly Item[][],
  told: readonly ToldStory[],
  offered: ReadonlySet<string>
): Parted {
  const storiesOf = new Map<string, ToldStory[]>()
  for (const story of told)
    for (const { id } of story.items) storiesOf.set(id, [...(storiesOf.get(id) ?? []), story])
  const parted: Parted = { fresh: [], told: [] }
  for (const group of groups) {
    const stories = [...new Set(group.flatMap(({ id }) => storiesOf.get(id) ?? []))].sort(latestFirst)
    const now = group.filter(({ id }) => offered.has(id))
    if (now.length === 0) continue
    const next = stories.length === 0 ? { items: now } : followUp(now, stories)
    if (next === null) parted.told.push(now)
    else parted.fresh.push(next)
  }
  return parted
}
