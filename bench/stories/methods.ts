import type { Item } from '../../src/domain/feed.ts'
import { clusterItems } from '../../src/stages/fetch/cluster-items.ts'
import { everyTwo } from './pairs.ts'

/** Groups items that it takes for one story; `among` is the collection by which rarity may be judged. */
export interface Method {
  name: string
  group(items: readonly Item[], among: readonly Item[]): Item[][]
}

type Likeness = (one: Item, other: Item) => number

/** Groups items that are linked, directly or through others. */
function linked(items: readonly Item[], isLinked: (one: Item, other: Item) => boolean): Item[][] {
  const groupOf = new Map(items.map(item => [item, [item]]))
  for (const [one, other] of everyTwo(items)) {
    const [mine, theirs] = [groupOf.get(one) ?? [], groupOf.get(other) ?? []]
    if (mine === theirs || !isLinked(one, other)) continue
    mine.push(...theirs)
    for (const item of theirs) groupOf.set(item, mine)
  }
  return [...new Set(groupOf.values())]
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []

function jaccard(one: Item, other: Item): number {
  const [a, b] = [new Set(wordsOf(one.title)), new Set(wordsOf(other.title))]
  const shared = [...a].filter(word => b.has(word)).length
  return shared / (a.size + b.size - shared || 1)
}

const told = ({ title, text }: Item): string[] => wordsOf(`${title} ${text}`)

/** Cosine of plain TF-IDF vectors, without stop words, stems or names. */
function cosineAmong(among: readonly Item[]): Likeness {
  const inItems = new Map<string, number>()
  for (const item of among)
    for (const word of new Set(told(item))) inItems.set(word, (inItems.get(word) ?? 0) + 1)
  const vectors = new Map<Item, Map<string, number>>()
  const vectorOf = (item: Item): Map<string, number> => {
    const known = vectors.get(item)
    if (known !== undefined) return known
    const vector = new Map<string, number>()
    for (const word of told(item))
      vector.set(word, (vector.get(word) ?? 0) + Math.log(1 + among.length / (inItems.get(word) ?? 1)))
    vectors.set(item, vector)
    return vector
  }
  const lengthOf = (vector: Map<string, number>): number => Math.hypot(...vector.values()) || 1
  return (one, other) => {
    const [a, b] = [vectorOf(one), vectorOf(other)]
    const dot = [...a].reduce((sum, [word, weight]) => sum + weight * (b.get(word) ?? 0), 0)
    return dot / (lengthOf(a) * lengthOf(b))
  }
}

export const ours: Method = { name: 'ours', group: items => clusterItems(items) }

export const jaccardAt = (least: number): Method => ({
  name: `title words, Jaccard ${least}`,
  group: items => linked(items, (one, other) => jaccard(one, other) >= least)
})

export const cosineAt = (least: number): Method => ({
  name: `TF-IDF cosine ${least}`,
  group: (items, among) => {
    const likeness = cosineAmong(among)
    return linked(items, (one, other) => likeness(one, other) >= least)
  }
})
