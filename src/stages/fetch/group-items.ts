import type { Item } from '../../domain/feed.ts'
import { clusterItems } from './cluster-items.ts'
import { partTold, rememberedItems, type Parted } from './part-told.ts'
import type { RundownRequest } from './plan-rundown.ts'

/** Stories told lately are grouped as well: what is new about one joins it. */
export function groupItems(
  items: readonly Item[],
  { told = [], now }: Pick<RundownRequest, 'told' | 'now'>
): Parted {
  const offered = new Set(items.map(({ id }) => id))
  const remembered = new Map(rememberedItems(told, now).map(item => [item.id, item]))
  const others = [...remembered.values()].filter(({ id }) => !offered.has(id))
  return partTold(clusterItems([...items, ...others]), told, offered)
}
