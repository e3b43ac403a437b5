import type { Show } from '../../../../domain/show.ts'
import type { Item } from '../../../../domain/feed.ts'
import { countWords } from '../../../../domain/text.ts'
import { addDays, dayOf, spokenDate, spokenDay } from '../language/calendar.ts'
import { areWithinCaps, excerptCap, type Excerpt } from '../../excerpts/within-caps.ts'
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
import { citedOutlet } from './cited-outlet.ts'
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

type Headline = Excerpt

const leadsOf = (stories: readonly (readonly Item[])[]): Item[] => stories.flatMap(items => items.slice(0, 1))

const NEWS_DAYS = 7

/** Says from when the news is, where nothing in it is of this week; null where something is, or nobody can tell. */
function sayAge(day: number, items: readonly Item[]): Line | null {
  const dated = items.flatMap(item => {
    const from = dayOf(item.publishedAt)
    return from === null ? [] : [{ item, from }]
  })
  const [newest] = dated.toSorted((a, b) => b.from - a.from)
  if (newest === undefined || dated.length < items.length || addDays(newest.from, NEWS_DAYS) >= day)
    return null
  return ours(`The latest report in our feeds is from ${spokenDate(newest.from)}.`, [newest.item])
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
  const lines = [WELCOMES, introductions, disclosures].map(pool => ours(book.pick(pool, slots) ?? '', leads))
  const age = day === null ? null : sayAge(day, items)
  if (age !== null) lines.push(age)
  return { kind: 'welcome', host: me, lines }
}

const LEAST_TOLD = 0.7

/** Does the story tell what a headline announces? Another outlet than the one that leads it may have had other news. */
function isKept(headline: Headline, items: readonly Item[], told: readonly Excerpt[]): boolean {
  if (headline.item === items[0]) return true
  const own = told.filter(({ item }) => items.some(({ id }) => id === item.id))
  const stems = contentStems(own.map(({ text }) => text).join(' '))
  const announced = contentStems(headline.text)
  return [...announced].filter(stem => stems.has(stem)).length >= LEAST_TOLD * announced.size
}

/** One headline of a story that can be said, that the story bears out, that the script does not say in the same words again, and that leaves no article over its cap. */
function headlineOf(items: readonly Item[], told: readonly Excerpt[]): Headline[] {
  const sayable = items.flatMap((item): Headline[] => {
    const text = item.substance === 'headline' ? null : spokenTitle(item)
    return text === null || told.some(each => each.text === text) ? [] : [{ item, text }]
  })
  return sayable
    .filter(headline => isKept(headline, items, told))
    .filter(headline => areWithinCaps([...told, headline], items))
    .slice(0, 1)
}

/** Headlines of the first stories, each about something else. */
function headlines(
  stories: readonly (readonly Item[])[],
  told: readonly Excerpt[],
  most: number
): Headline[] {
  const sayable = stories.flatMap(items => headlineOf(items, told))
  const alike = (a: string, b: string): boolean => overlapOf(contentStems(a), contentStems(b)) >= MOST_OVERLAP
  return sayable
    .filter(({ text }, at) => !sayable.slice(0, at).some(earlier => alike(earlier.text, text)))
    .slice(0, most)
}

/** Of the words that may be spoken of an article: a longer headline takes too many from its story. */
const HEADLINE_SHARE = 0.2

/** Headlines for which words are kept when their stories are chosen. `leads`: the items that lead them. */
export const keptHeadlines = (minutes: number, leads: readonly Item[]): Excerpt[] =>
  leads.slice(0, mostHeadlines(minutes)).flatMap(item => {
    const text = spokenTitle(item)
    return text === null || countWords(text) > HEADLINE_SHARE * excerptCap(item) ? [] : [{ item, text }]
  })

function lineup(
  show: Show,
  stories: readonly (readonly Item[])[],
  told: readonly Excerpt[],
  book: PhraseBook
): Part[] {
  const rota = createRota(show.hosts.map(({ name }) => name))
  const b = rota.after(rota.first)
  const [first, second, third] = headlines(stories, told, mostHeadlines(show.minutes))
  const line = (pool: readonly string[], headline: Headline | undefined): Line[] =>
    headline === undefined ? [] : [ours(`${book.pick(pool) ?? ''} ${headline.text}`.trim(), [headline.item])]
  if (first === undefined) return sourcesLineup(b, leadsOf(stories), book)
  const more = [...line(LINEUP_MORE, second), ...line(LINEUP_LAST, third)]
  const start = more.length === 0 ? LINEUP_STARTS_ALONE : LINEUP_STARTS
  const parts: Part[] = [{ kind: 'lineup', host: b, lines: line(start, first) }]
  return more.length === 0 ? parts : [...parts, { kind: 'lineup', host: rota.after(b), lines: more }]
}

function sourcesLineup(host: string, leads: Item[], book: PhraseBook): Part[] {
  const outlets = [...new Set(leads.flatMap(item => citedOutlet(item) ?? []))]
  const list = outlets.length > MOST_SOURCES ? '' : spokenList(outlets)
  const text = book.pick(leads.length === 1 ? LINEUP_SOURCES_ONE : LINEUP_SOURCES, { list })
  return text === null ? [] : [{ kind: 'lineup', host, lines: [ours(text, leads)] }]
}

/**
 * Welcome, names, how it is made, and the first stories in a few words. `stories`: the items of each, the one that
 * leads it first. `told`: sentences that are said later.
 */
export function arrangeOpening(
  show: Show,
  date: string,
  stories: readonly (readonly Item[])[],
  told: readonly Excerpt[],
  book: PhraseBook
): Part[] {
  const leads = leadsOf(stories).slice(0, MOST_HEADLINES)
  return [welcome(show, date, leads, stories.flat(), book), ...lineup(show, stories, told, book)]
}
