import type { Item } from '../../domain/feed.ts'
import { createTermIndex } from './create-term-index.ts'
import { storyTerms } from './story-terms.ts'
import type { Terms } from './story-terms.ts'

/** Mean cosine with the members of a story from which an item joins it. */
const JOIN_AT = 0.2
/** Less than this is chance, and counts as nothing. */
const NOISE = 0.05
/** One outlet tells a story once, and writes alike of all it tells: its own likeness counts for less. */
const SAME_OUTLET = 0.65
/** Two items that both name somebody or something, and nothing that is the same, are alike in kind only. */
const NO_COMMON_NAME = 0.5
/** Items that are further apart in time tell of different events, whatever their words. */
const WINDOW_MS = 72 * 60 * 60 * 1000
/** Rarity is judged as if there were at least so many items: two items alone share every word. */
const MIN_COLLECTION = 40

function weighByRarity(all: Terms[]): Terms[] {
  const inItems = new Map<string, number>()
  for (const terms of all) for (const term of terms.keys()) inItems.set(term, (inItems.get(term) ?? 0) + 1)
  const total = Math.max(all.length, MIN_COLLECTION)
  return all.map(terms => {
    const weighed = [...terms].map(
      ([term, weight]) => [term, weight * Math.log(1 + total / (inItems.get(term) ?? 1))] as const
    )
    const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1
    return new Map(weighed.map(([term, weight]) => [term, weight / length]))
  })
}

interface Indexed {
  item: Item
  names: Set<string>
  cluster: number
}

function inWindow(item: Item, members: Item[]): boolean {
  if (item.publishedAt === null) return true
  const time = Date.parse(item.publishedAt)
  return members.some(
    ({ publishedAt }) => publishedAt === null || Math.abs(Date.parse(publishedAt) - time) <= WINDOW_MS
  )
}

const isSameEntry = (a: Item, b: Item): boolean =>
  (a.url !== null && a.url === b.url) ||
  (a.outlet === b.outlet && a.title.toLowerCase() === b.title.toLowerCase())

const sharesName = (a: Set<string>, b: Set<string>): boolean =>
  a.size === 0 || b.size === 0 || [...a].some(name => b.has(name))

/** What a cosine of two items is worth. */
const likeness = (item: Item, names: Set<string>, other: Indexed): number =>
  (other.item.outlet === item.outlet ? SAME_OUTLET : 1) *
  (sharesName(names, other.names) ? 1 : NO_COMMON_NAME)

/** The cluster that the item belongs to, or null where it starts one of its own. */
function bestCluster(
  item: Item,
  names: Set<string>,
  near: [place: number, cosine: number][],
  seen: Indexed[],
  clusters: Item[][]
): number | null {
  const sums = new Map<number, number>()
  for (const [at, cosine] of near) {
    const other = seen[at]
    if (other === undefined) continue
    if (isSameEntry(item, other.item)) return other.cluster
    sums.set(other.cluster, (sums.get(other.cluster) ?? 0) + cosine * likeness(item, names, other))
  }
  const ranked = [...sums]
    .map(([cluster, sum]) => ({ cluster, mean: sum / (clusters[cluster]?.length ?? 1) }))
    .filter(({ cluster, mean }) => mean >= JOIN_AT && inWindow(item, clusters[cluster] ?? []))
    .sort((a, b) => b.mean - a.mean || a.cluster - b.cluster)
  return ranked[0]?.cluster ?? null
}

const byTime = (a: Item, b: Item): number =>
  (a.publishedAt ?? '').localeCompare(b.publishedAt ?? '') || (a.id < b.id ? -1 : 1)

/**
 * Groups items that report the same thing: one pass in order of time over TF-IDF vectors of title and lead. Items
 * without a date join on their words alone. The same items give the same groups, whatever their order.
 */
export function clusterItems(items: readonly Item[]): Item[][] {
  const sorted = [...items].sort(byTime)
  const told = sorted.map(storyTerms)
  const vectors = weighByRarity(told.map(({ terms }) => terms))
  const index = createTermIndex(sorted.length)
  const clusters: Item[][] = []
  const seen: Indexed[] = []
  for (const [at, item] of sorted.entries()) {
    const terms: Terms = vectors[at] ?? new Map()
    const names = told[at]?.names ?? new Set()
    const cluster =
      bestCluster(item, names, index.near(terms, NOISE), seen, clusters) ?? clusters.push([]) - 1
    clusters[cluster]?.push(item)
    seen.push({ item, names, cluster })
    index.add(terms)
  }
  return clusters
}
