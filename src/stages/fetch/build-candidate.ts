import type { Item } from '../../domain/feed.ts'
import { hashOf } from '../../domain/hash.ts'
import { countWords } from '../../domain/text.ts'
import { newsFactor } from './news-factor.ts'
import { topicOf } from './topic-of.ts'
import type { Topic } from './topic-of.ts'

const MAX_OUTLETS = 4

/** A story that could be told: one item per outlet, the lead first. */
export interface Candidate {
  id: string
  items: Item[]
  topic: Topic | null
  /** Of the newest item, ms since 1970; null where no item has a date. */
  time: number | null
  /** Words that the items hold, those of the lead first of all: the others repeat some of it. */
  words: number
}

const OTHERS_SHARE = 0.5

const lengthOf = (item: Item): number => countWords(item.text)

/** A review or a column does not lead a story that somebody reports. */
const leadWorth = (item: Item): number => lengthOf(item) * newsFactor(item)

const bySubstance = (a: Item, b: Item): number =>
  leadWorth(b) - leadWorth(a) ||
  (b.publishedAt ?? '').localeCompare(a.publishedAt ?? '') ||
  (a.id < b.id ? -1 : 1)

function onePerOutlet(items: readonly Item[]): Item[] {
  const outlets = new Set<string>()
  return [...items]
    .sort(bySubstance)
    .filter(item => !outlets.has(item.outlet) && outlets.add(item.outlet))
    .slice(0, MAX_OUTLETS)
}

/** Makes of a group of items that report the same thing a story to choose from. */
export function buildCandidate(group: readonly Item[]): Candidate {
  const items = onePerOutlet(group)
  const [lead = 0, ...others] = items.map(lengthOf)
  const times = items.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [Date.parse(publishedAt)]))
  return {
    id: hashOf(items.map(item => item.id)).slice(0, 12),
    items,
    topic: topicOf(items),
    time: times.length > 0 ? Math.max(...times) : null,
    words: lead + OTHERS_SHARE * others.reduce((sum, words) => sum + words, 0)
  }
}
