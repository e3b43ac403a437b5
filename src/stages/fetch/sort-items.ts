import type { Item } from '../../domain/feed.ts'
import type { LeftOut } from '../../domain/rundown.ts'
import { leaveOutReason } from './leave-out-reason.ts'

export interface SortedItems {
  usable: Item[]
  leftOut: LeftOut[]
  headlines: Item[]
  seen: number
}

/** Parts what can be told from headlines, advertisements and the like; an entry given twice counts once. */
export function sortItems(items: readonly Item[]): SortedItems {
  const unique = [...new Map(items.map(item => [item.id, item])).values()]
  const judged = unique.map(item => ({ item, reason: leaveOutReason(item) }))
  const clean = judged.filter(({ reason }) => reason === null).map(({ item }) => item)
  return {
    usable: clean.filter(item => item.substance !== 'headline'),
    leftOut: judged.flatMap(({ item, reason }) =>
      reason === null ? [] : [{ title: item.title, outlet: item.outlet, reason }]
    ),
    headlines: clean.filter(item => item.substance === 'headline'),
    seen: unique.length
  }
}
