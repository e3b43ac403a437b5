import type { Item } from '../../domain/feed.ts'
import { hashOf } from '../../domain/hash.ts'
import type { FollowUp } from '../../domain/rundown.ts'
import { itemTime, newestItemFirst } from './item-time.ts'
import { newsFactor } from './news-factor.ts'
import type { Group } from './part-told.ts'
import { isEssay, speakableWords } from './speakable-words.ts'
import { topicOf } from './topic-of.ts'
import type { Topic } from './topic-of.ts'

const MAX_OUTLETS = 4

/** A story that could be told: one item per outlet, the lead first. */
export interface Candidate {
  id: string
  items: Item[]
  topic: Topic | null
  /** Of the newest item, ms since 1970, when it came out or was first seen; null where that is known of none. */
  time: number | null
  /** Words that a host could say, those of the lead first of all: the others repeat some of it. */
  words: number
  /** Absent where no earlier episode told it. */
  followUp?: FollowUp
  /** Lead of the story that is followed up. */
  toldLead?: Item
}

const OTHERS_SHARE = 0.5

const lengthOf = ({ text }: Item): number => (isEssay(text) ? 0 : speakableWords(text))

interface Measured {
  item: Item
  words: number
  /** A review or a column does not lead a story that somebody reports. */
  worth: number
}

const measured = (item: Item): Measured => {
  const words = lengthOf(item)
  return { item, words, worth: words * newsFactor(item) }
}

const bySubstance = (a: Measured, b: Measured): number => b.worth - a.worth || newestItemFirst(a.item, b.item)

function onePerOutlet(items: readonly Item[]): Measured[] {
  const outlets = new Set<string>()
  return items
    .map(measured)
    .sort(bySubstance)
    .filter(({ item }) => !outlets.has(item.outlet) && outlets.add(item.outlet))
    .slice(0, MAX_OUTLETS)
}

/** Makes of a group of items that report the same thing a story to choose from. */
export function buildCandidate(group: readonly Item[]): Candidate {
  const told = onePerOutlet(group)
  const items = told.map(({ item }) => item)
  const [lead = 0, ...others] = told.map(({ words }) => words)
  const times = items.flatMap(item => Date.parse(itemTime(item) ?? '') || [])
  return {
    id: hashOf(items.map(item => item.id)).slice(0, 12),
    items,
    topic: topicOf(items),
    time: times.length > 0 ? Math.max(...times) : null,
    words: lead + OTHERS_SHARE * others.reduce((sum, words) => sum + words, 0)
  }
}

/** The same of a story that may have been told: what is new stands for it. */
export function buildGroupCandidate({ items, followUp, toldItems = [] }: Group): Candidate {
  const candidate = buildCandidate(items)
  const [toldLead] = toldItems
  if (followUp === undefined || toldLead === undefined) return candidate
  return {
    ...candidate,
    toldLead,
    followUp: { ...followUp, newItemIds: candidate.items.map(({ id }) => id) }
  }
}
