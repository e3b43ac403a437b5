import type { Show } from '../../../../domain/show.ts'
import type { Item } from '../../../../domain/feed.ts'
import { addDays, dayOf, spokenDate, spokenDay } from '../language/calendar.ts'
import type { PhraseBook } from './phrase-book.ts'
import {
  DISCLOSURES,
  DISCLOSURES_ALONE,
  INTRODUCTIONS,
  INTRODUCTIONS_ALONE,
  INTRODUCTIONS_OF_MANY,
  LINEUP_LAST,
  LINEUP_MORE,
  LINEUP_SOURCES,
  LINEUP_SOURCES_ONE,
  LINEUP_STARTS,
  LINEUP_STARTS_ALONE,
  WELCOMES
} from '../phrases/openings.ts'
import { createRota } from './rota.ts'
import { ours, type Line, type Part } from './script-part.ts'
import { spokenList } from '../language/spoken-list.ts'
import { spokenOutlet } from './spoken-outlet.ts'
import { spokenTitle } from './spoken-title.ts'
import { contentStems, overlapOf } from '../language/words.ts'

const MOST_HEADLINES = 3
/** A short episode is soon at its second story. */
const mostHeadlines = (minutes: number): number =>
  Math.max(1, Math.min(MOST_HEADLINES, Math.floor(minutes) - 1))
const MOST_SOURCES = 5
const MOST_OVERLAP = 0.5

/** The show's title as it is said: without marks at its end. */
export const spokenShow = (title: string): string => title.trim().replace(/[.!?:;,\s]+$/, '')

interface Headline {
  item: Item
  text: string
}

const leadsOf = (stories: readonly (readonly Item[])[]): Item[] => stories.flatMap(items => items.slice(0, 1))

const NEWS_DAYS = 7

/** Says from when the news is, where nothing in it is of this week; null where something is, or nobody can tell. */
function sayAge(day: number, items: readonly Item[]): string | null {
  const days = items.flatMap(({ publishedAt }) => dayOf(publishedAt) ?? [])
  const newest = Math.max(...days)
  if (days.length < items.length || addDays(newest, NEWS_DAYS) >= day) return null
  return `The latest report in our feeds is from ${spokenDate(newest)}.`
}

function welcome(show: Show, date: string, leads: Item[], items: readonly Item[], book: PhraseBook): Part {
  const [me = '', ...company] = show.hosts.map(({ name }) => name)
  const day = dayOf(date)
  const others = spokenList(company)
  const slots = {
    title: spokenShow(show.title),
    day: day === null ? date : spokenDay(day),
    me,
    other: others,
    others
  }
  const introductions = [INTRODUCTIONS_ALONE, INTRODUCTIONS][company.length] ?? INTRODUCTIONS_OF_MANY
  const disclosures = company.length === 0 ? DISCLOSURES_ALONE : DISCLOSURES
  const lines = [WELCOMES, introductions, disclosures].map(pool => book.pick(pool, slots) ?? '')
  const age = day === null ? null : sayAge(day, items)
  if (age !== null) lines.push(age)
  return { kind: 'welcome', host: me, lines: lines.map(text => ours(text, leads)) }
}

/** One headline of a story that can be said, and that the script does not say in the same words again. */
function headlineOf(items: readonly Item[], taken: ReadonlySet<string>): Headline[] {
  const sayable = items.map(item => ({ item, text: spokenTitle(item) }))
  const found = sayable.find(({ text }) => text !== null && !taken.has(text))
  return found === undefined ? [] : [{ item: found.item, text: found.text ?? '' }]
}

/** Headlines of the first stories, each about something else. */
function headlines(
  stories: readonly (readonly Item[])[],
  taken: ReadonlySet<string>,
  most: number
): Headline[] {
  const sayable = stories.flatMap(items => headlineOf(items, taken))
  const alike = (a: string, b: string): boolean => overlapOf(contentStems(a), contentStems(b)) >= MOST_OVERLAP
  return sayable
    .filter(({ text }, at) => !sayable.slice(0, at).some(earlier => alike(earlier.text, text)))
    .slice(0, most)
}

function lineup(
  show: Show,
  stories: readonly (readonly Item[])[],
  taken: ReadonlySet<string>,
  book: PhraseBook
): Part[] {
  const rota = createRota(show.hosts.map(({ name }) => name))
  const b = rota.after(rota.first)
  const [first, second, third] = headlines(stories, taken, mostHeadlines(show.minutes))
  const line = (pool: readonly string[], headline: Headline | undefined): Line[] =>
    headline === undefined ? [] : [ours(`${book.pick(pool) ?? ''} ${headline.text}`.trim(), [headline.item])]
  if (first === undefined) return sourcesLineup(b, leadsOf(stories), book)
  const more = [...line(LINEUP_MORE, second), ...line(LINEUP_LAST, third)]
  const start = more.length === 0 ? LINEUP_STARTS_ALONE : LINEUP_STARTS
  const parts: Part[] = [{ kind: 'lineup', host: b, lines: line(start, first) }]
  return more.length === 0 ? parts : [...parts, { kind: 'lineup', host: rota.after(b), lines: more }]
}

function sourcesLineup(host: string, leads: Item[], book: PhraseBook): Part[] {
  const outlets = [...new Set(leads.flatMap(({ outlet }) => spokenOutlet(outlet) ?? []))]
  const list = outlets.length > MOST_SOURCES ? '' : spokenList(outlets)
  const text = book.pick(leads.length === 1 ? LINEUP_SOURCES_ONE : LINEUP_SOURCES, { list })
  return text === null ? [] : [{ kind: 'lineup', host, lines: [ours(text, leads)] }]
}

/**
 * Welcome, names, how it is made, and the first stories in a few words. `stories`: the items of each, the one that
 * leads it first. `taken`: sentences that are said later.
 */
export function arrangeOpening(
  show: Show,
  date: string,
  stories: readonly (readonly Item[])[],
  taken: ReadonlySet<string>,
  book: PhraseBook
): Part[] {
  const leads = leadsOf(stories).slice(0, MOST_HEADLINES)
  return [welcome(show, date, leads, stories.flat(), book), ...lineup(show, stories, taken, book)]
}
