import type { Item } from '../../domain/feed.ts'
import { createTermIndex, type Near } from './create-term-index.ts'
import { storyTerms } from './story-terms.ts'

/** Mean likeness with the members of a story from which an item joins it. */
const JOIN_AT = 0.2
/** Less than this is chance, and counts as nothing. */
const NOISE = 0.05
/** One outlet tells a story once, and writes alike of all it tells: its own likeness counts for less. */
const SAME_OUTLET = 0.65
/** Two items that both name somebody or something, and nothing that is the same, are alike in kind only. */
const NO_COMMON_NAME = 0.4
/** Two items that share names and little else tell of the same people, which is not yet the same event. */
const NAMES_ALONE = 0.5
const ENOUGH_WORDS = 0.06
/** Items that are further apart in time tell of different events, whatever their words. */
const WINDOW_MS = 72 * 60 * 60 * 1000

interface Indexed {
  item: Item
  names: ReadonlySet<string>
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

const namesFactor = (names: ReadonlySet<string>, others: ReadonlySet<string>, byName: number): number =>
  byName > 0 || names.size === 0 || others.size === 0 ? 1 : NO_COMMON_NAME

const wordsFactor = ({ cosine, byName }: Near): number =>
  NAMES_ALONE + (1 - NAMES_ALONE) * Math.min(1, (cosine - byName) / ENOUGH_WORDS)

/** How far two items report the same thing, from 0 to 1. */
const likeness = (item: Item, names: ReadonlySet<string>, other: Indexed, near: Near): number =>
  near.cosine *
  (other.item.outlet === item.outlet ? SAME_OUTLET : 1) *
  namesFactor(names, other.names, near.byName) *
  wordsFactor(near)

/** The cluster that the item belongs to, or null where it starts one of its own. */
function bestCluster(
  item: Item,
  names: ReadonlySet<string>,
  near: readonly Near[],
  seen: Indexed[],
  clusters: Item[][]
): number | null {
  const sums = new Map<number, number>()
  for (const each of near) {
    const other = seen[each.place]
    if (other === undefined) continue
    if (isSameEntry(item, other.item)) return other.cluster
    sums.set(other.cluster, (sums.get(other.cluster) ?? 0) + likeness(item, names, other, each))
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
  const told = storyTerms(sorted)
  const index = createTermIndex(sorted.length)
  const clusters: Item[][] = []
  const seen: Indexed[] = []
  for (const [at, item] of sorted.entries()) {
    const story = told[at] ?? { terms: new Map<string, number>(), names: new Set<string>() }
    const near = index.near(story, NOISE)
    const cluster = bestCluster(item, story.names, near, seen, clusters) ?? clusters.push([]) - 1
    clusters[cluster]?.push(item)
    seen.push({ item, names: story.names, cluster })
    index.add(story)
  }
  return clusters
}
