import type { Turn } from '../../../../domain/script.ts'
import { citedOutlet } from '../arrange/cited-outlet.ts'
import { creditedAfter, creditedBefore } from '../arrange/credit.ts'
import type { PhraseBook } from '../arrange/phrase-book.ts'

import type { Candidate } from '../sentences/candidates.ts'
import type { ToldStory } from './told-story.ts'

const outletsOf = ({ items }: Turn, { pool }: ToldStory): string[] =>
  pool.story.items.filter(({ id }) => items.includes(id)).map(({ outlet }) => outlet)

/** What a spare turn says: credited where it is not from an outlet of the turn before, unless that need not be named. Null where it has no room for that. */
export function spareText(
  [first, ...rest]: readonly Candidate[],
  last: Turn,
  story: ToldStory,
  book: PhraseBook
): string | null {
  if (first === undefined) return null
  const others = rest.map(({ text }) => text)
  const isKnown = outletsOf(last, story).includes(first.item.outlet)
  if (isKnown || first.item.cite === false) return [first.text, ...others].join(' ')
  const outlet = citedOutlet(first.item)
  if (outlet === null) return null
  const { names } = story.pool
  const credited =
    creditedAfter(first, outlet, { names, book }) ?? creditedBefore(first, outlet, true, { names, book })
  return credited === null ? null : [credited.text, ...others].join(' ')
}
