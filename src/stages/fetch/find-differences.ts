import type { Item } from '../../domain/feed.ts'
import type { Difference } from '../../domain/rundown.ts'
import { readFigures, type Figure } from './read-figures.ts'
import { agree, FATE_NAMES, fateOf, isAboutSame, sharedNear } from './same-figure.ts'

/** What is told far down is seldom told by the others as well. */
const MOST_SENTENCES = 4
const isEarly = ({ place }: Figure): boolean => place <= MOST_SENTENCES

/** A number that an item gives for something that others may number otherwise. */
interface Claim {
  item: Item
  figure: Figure
  /** All numbers that it gives for it: "rose from three to five". */
  all: readonly Figure[]
}

const byNewest = (a: Claim, b: Claim): number =>
  (b.item.publishedAt ?? '').localeCompare(a.item.publishedAt ?? '') || (a.item.id < b.item.id ? -1 : 1)

const explains = ({ all }: Claim, { figure }: Claim): boolean => all.some(other => agree(other, figure))

function toDifference(what: string, claims: readonly Claim[]): Difference | null {
  const differ = claims.some((one, at) =>
    claims.slice(at + 1).some(other => !explains(one, other) && !explains(other, one))
  )
  if (!differ) return null
  const values = [...claims]
    .sort(byNewest)
    .map(({ item, figure }) => ({ value: figure.text, outlet: item.outlet, itemId: item.id }))
  return { what, values }
}

interface Read {
  item: Item
  figures: Figure[]
}

/** The first number that each item gives for a fate. */
const fateDifferences = (read: readonly Read[]): (Difference | null)[] =>
  FATE_NAMES.map(what =>
    toDifference(
      what,
      read.flatMap(({ item, figures }) => {
        const all = figures.filter(figure => fateOf(figure) === what)
        return all
          .filter(isEarly)
          .slice(0, 1)
          .map(figure => ({ item, figure, all }))
      })
    )
  )

/** The first numbers of two items that are of the same unit and about the same thing, where neither item gives both. */
function pairDifference(one: Read, other: Read): Difference | null {
  const ofUnit = ({ figures }: Read, { unit }: Figure): Figure[] => figures.filter(each => each.unit === unit)
  const counts = ({ figures }: Read): Figure[] =>
    figures.filter(figure => isEarly(figure) && fateOf(figure) === null)
  for (const mine of counts(one))
    for (const theirs of counts(other)) {
      if (!isAboutSame(mine, theirs, one.figures, other.figures)) continue
      const [stem = ''] = sharedNear(mine, theirs)
      const difference = toDifference(mine.written.get(stem) ?? stem, [
        { item: one.item, figure: mine, all: ofUnit(one, mine) },
        { item: other.item, figure: theirs, all: ofUnit(other, theirs) }
      ])
      if (difference !== null) return difference
    }
  return null
}

/**
 * Where the outlets of a story give different numbers for the same thing: each outlet's own, the newest first. A number
 * that an item gives beside another's is no difference, nor is one that is only rounded.
 */
export function findDifferences(items: readonly Item[]): Difference[] {
  const read = items
    .filter((item, at) => items.findIndex(({ outlet }) => outlet === item.outlet) === at)
    .map(item => ({ item, figures: readFigures(item) }))
  const pairs = read.flatMap((one, at) => read.slice(at + 1).map(other => pairDifference(one, other)))
  const all = [...fateDifferences(read), ...pairs].filter(each => each !== null)
  return all.filter(({ what }, at) => all.findIndex(other => other.what === what) === at)
}
