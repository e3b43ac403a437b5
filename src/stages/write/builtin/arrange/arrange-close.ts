import type { Show } from '../../../../domain/show.ts'
import type { Item } from '../../../../domain/feed.ts'
import { spokenShow } from './arrange-opening.ts'
import { dayOf, spokenDay } from '../language/calendar.ts'
import type { PhraseBook } from './phrase-book.ts'
import {
  COUNTS,
  GOODBYES,
  GOODBYES_ALONE,
  GOODBYES_OF_MANY,
  LINKED,
  LINKED_ONE,
  NAMED,
  THANKS,
  THANKS_ALONE
} from '../phrases/closes.ts'
import { createRota, type Rota } from './rota.ts'
import { ours, type Part } from './script-part.ts'
import { spokenCount, spokenList } from '../language/spoken-list.ts'

const counted = (count: number, one: string, many: string): string =>
  `${spokenCount(count)} ${count === 1 ? one : many}`

function goodbye(me: string, { hosts }: Rota, book: PhraseBook): string {
  const company = hosts.filter(host => host !== me)
  const others = spokenList(company)
  const pool = [GOODBYES_ALONE, GOODBYES][company.length] ?? GOODBYES_OF_MANY
  return book.pick(pool, { me, other: others, others, all: spokenList([...company, 'me']) }) ?? ''
}

/** How much was told, from how many sources, thanks, and goodbye. */
export function arrangeClose(
  show: Show,
  date: string,
  stories: number,
  told: readonly Item[],
  first: string,
  book: PhraseBook
): Part[] {
  const rota = createRota(show.hosts.map(({ name }) => name))
  const day = dayOf(date)
  const outlets = new Set(told.map(({ outlet }) => outlet)).size
  const slots = {
    title: spokenShow(show.title),
    day: day === null ? date : spokenDay(day),
    stories: counted(stories, 'story', 'stories'),
    sources: counted(outlets, 'source', 'sources')
  }
  const where = !told.every(({ url }) => url !== null) ? NAMED : outlets === 1 ? LINKED_ONE : LINKED
  const thanks = rota.isAlone ? THANKS_ALONE : THANKS
  const summing = [COUNTS, where, thanks].map(pool => ours(book.pick(pool, slots) ?? '', []))
  const last = rota.after(first)
  return [
    { kind: 'close', host: first, lines: summing },
    { kind: 'close', host: last, lines: [ours(goodbye(last, rota, book), [])] }
  ]
}
