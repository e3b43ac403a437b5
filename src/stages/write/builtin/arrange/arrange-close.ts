import type { Show } from '../../../../domain/show.ts'
import type { Item } from '../../../../domain/feed.ts'
import { spokenShow } from './arrange-opening.ts'
import { dayOf, spokenDay } from '../language/calendar.ts'
import type { PhraseBook } from './phrase-book.ts'
import { COUNTS, GOODBYES, LINKED, LINKED_ONE, NAMED, THANKS } from '../phrases/closes.ts'
import { ours, type Part } from './script-part.ts'
import { spokenCount } from '../language/spoken-list.ts'

const counted = (count: number, one: string, many: string): string =>
  `${spokenCount(count)} ${count === 1 ? one : many}`

/** How much was told, from how many sources, thanks, and goodbye. */
export function arrangeClose(
  show: Show,
  date: string,
  stories: number,
  told: readonly Item[],
  hosts: [first: string, second: string],
  book: PhraseBook
): Part[] {
  const [first, second] = hosts
  const day = dayOf(date)
  const outlets = new Set(told.map(({ outlet }) => outlet)).size
  const slots = {
    title: spokenShow(show.title),
    day: day === null ? date : spokenDay(day),
    stories: counted(stories, 'story', 'stories'),
    sources: counted(outlets, 'source', 'sources')
  }
  const where = !told.every(({ url }) => url !== null) ? NAMED : outlets === 1 ? LINKED_ONE : LINKED
  const summing = [COUNTS, where, THANKS].map(pool => ours(book.pick(pool, slots) ?? '', []))
  const bye = ours(book.pick(GOODBYES, { me: second, other: first }) ?? '', [])
  return [
    { kind: 'close', host: first, lines: summing },
    { kind: 'close', host: second, lines: [bye] }
  ]
}
