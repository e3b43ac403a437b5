import type { Family, LabelledItem } from './read-story-set.ts'

export interface Pair {
  kind: string
  one: LabelledItem
  other: LabelledItem
  isSame: boolean
}

/** Every two of some things, once. */
export const everyTwo = <T>(things: readonly T[]): [T, T][] =>
  things.flatMap((one, at) => things.slice(at + 1).map((other): [T, T] => [one, other]))

/** The labelled pairs: every two items of a family. */
export const pairsOf = (families: readonly Family[]): Pair[] =>
  families.flatMap(({ kind, items }) =>
    everyTwo(items).map(([one, other]) => ({ kind, one, other, isSame: one.story === other.story }))
  )

export interface Tally {
  pairs: number
  same: number
  precision: number
  recall: number
  f1: number
}

/** Precision and recall of "these two are one story". */
export function tallyPairs(judged: readonly { isSame: boolean; joined: boolean }[]): Tally {
  const joined = judged.filter(each => each.joined).length
  const same = judged.filter(each => each.isSame).length
  const right = judged.filter(each => each.joined && each.isSame).length
  const precision = joined === 0 ? 0 : right / joined
  const recall = same === 0 ? 0 : right / same
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { pairs: judged.length, same, precision, recall, f1 }
}
