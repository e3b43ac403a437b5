import type { Item } from '../../src/domain/feed.ts'
import type { Method } from './methods.ts'
import { everyTwo, pairsOf, tallyPairs, type Pair, type Tally } from './pairs.ts'
import type { Family } from './read-story-set.ts'

export interface Verdict extends Pair {
  joined: boolean
}

const groupOfEach = (groups: readonly Item[][]): Map<string, number> =>
  new Map(groups.flatMap((group, at) => group.map(({ id }) => [id, at] as const)))

/** Each labelled pair by itself, as two items of which nothing else is known. */
export function judgePairs(method: Method, families: readonly Family[]): Verdict[] {
  const among = families.flatMap(({ items }) => items)
  return pairsOf(families).map(pair => ({
    ...pair,
    joined: method.group([pair.one, pair.other], among).length === 1
  }))
}

/** The labelled pairs, when all items of the set come at once. */
export function judgeAmongAll(method: Method, families: readonly Family[]): Verdict[] {
  const items = families.flatMap(family => family.items)
  const groups = groupOfEach(method.group(items, items))
  return pairsOf(families).map(pair => ({
    ...pair,
    joined: groups.get(pair.one.id) === groups.get(pair.other.id)
  }))
}

/** Every two items of the whole set, those of different families too. */
export function tallyRundown(method: Method, families: readonly Family[]): Tally {
  const items = families.flatMap(family => family.items)
  const groups = groupOfEach(method.group(items, items))
  return tallyPairs(
    everyTwo(items).map(([one, other]) => ({
      isSame: one.story === other.story,
      joined: groups.get(one.id) === groups.get(other.id)
    }))
  )
}
