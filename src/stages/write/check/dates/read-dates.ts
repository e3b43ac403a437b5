import { tokenAt, type Token } from '../text/token.ts'
import { monthOf, WEEKDAYS } from './calendar.ts'
import type { DateMention } from './date-mention.ts'
import { readTime } from './read-time.ts'

type Found = DateMention extends infer Each
  ? Each extends DateMention
    ? Omit<Each, 'from' | 'text'>
    : never
  : never

const BEFORE_MONTH =
  /^(?:in|of|since|until|till|by|last|this|next|early|late|mid|from|to|through|and|between|during|before|after|for|-|,)$/

/** Month named by the token; "may" and "march" only where they are capitalised and not a verb. */
function monthAt(tokens: readonly Token[], at: number): number {
  const token = tokenAt(tokens, at)
  const month =
    token.kind === 'word' && /^\p{Lu}/u.test(token.text) ? monthOf(token.lower.replace(/'s$/, '')) : -1
  if (month < 0 || !/^(?:may|march|mar)$/.test(token.lower)) return month
  const [before, after] = [tokenAt(tokens, at - 1), tokenAt(tokens, at + 1)]
  return before.kind === 'number' || after.kind === 'number' || BEFORE_MONTH.test(before.lower) ? month : -1
}

const dateAt = (tokens: readonly Token[], at: number): number => {
  const word = tokenAt(tokens, at).lower
  if (word === 'first' || word === 'second') return word === 'first' ? 1 : 2
  const { kind, value, scale, fraction } = tokenAt(tokens, at)
  return kind === 'number' && Number.isInteger(value) && value >= 1 && value <= 31 && scale === 1 && !fraction
    ? value
    : NaN
}

const weekdayAt = (tokens: readonly Token[], at: number): number =>
  WEEKDAYS.indexOf(tokenAt(tokens, at).lower.replace(/(?:'s|s)$/, ''))

const yearAt = (tokens: readonly Token[], at: number): number | null => {
  const { yearlike, value } = tokenAt(tokens, at)
  return yearlike ? value : null
}

/** A year behind a date, perhaps after a comma. */
function yearBehind(tokens: readonly Token[], at: number): { year: number | null; to: number } {
  const skip = tokenAt(tokens, at).lower === ',' || tokenAt(tokens, at).lower === 'of' ? 1 : 0
  const year = yearAt(tokens, at + skip)
  return year === null ? { year, to: at } : { year, to: at + skip + 1 }
}

const isJoint = (token: Token): boolean => /^(?:-|to|and|or|until|through)$/.test(token.lower)

/** "29 August 2025", "the 29th of August", "19 and 20 August": the days before a month. */
function daysBefore(tokens: readonly Token[], from: number): Found[] {
  const dates: number[] = []
  let at = from
  while (!Number.isNaN(dateAt(tokens, at)) && dates.length < 3) {
    dates.push(dateAt(tokens, at))
    at++
    const skip = tokenAt(tokens, at + 1).lower === 'the' ? 2 : 1
    if (isJoint(tokenAt(tokens, at)) && !Number.isNaN(dateAt(tokens, at + skip))) at += skip
    else break
  }
  if (tokenAt(tokens, at).lower === 'of') at++
  const month = monthAt(tokens, at)
  if (dates.length === 0 || month < 0) return []
  const { year, to } = yearBehind(tokens, at + 1)
  return dates.map(date => ({ kind: 'day', month, date, year, weekday: -1, to }))
}

/** "August 29, 2025", "August 29th", "August 19 and 20". */
function daysAfter(tokens: readonly Token[], from: number): Found[] {
  const month = monthAt(tokens, from)
  const skip = tokenAt(tokens, from + 1).lower === 'the' ? 2 : 1
  const date = dateAt(tokens, from + skip)
  if (month < 0 || Number.isNaN(date)) return []
  const second = isJoint(tokenAt(tokens, from + skip + 1)) ? dateAt(tokens, from + skip + 2) : NaN
  const hasSecond = !Number.isNaN(second) && second > date && monthAt(tokens, from + skip + 3) < 0
  const { year, to } = yearBehind(tokens, from + skip + (hasSecond ? 3 : 1))
  return [date, ...(hasSecond ? [second] : [])].map(each => ({
    kind: 'day',
    month,
    date: each,
    year,
    weekday: -1,
    to
  }))
}

const daysAt = (tokens: readonly Token[], at: number): Found[] => {
  const skip = tokenAt(tokens, at).lower === 'the' ? 1 : 0
  const before = daysBefore(tokens, at + skip)
  return before.length > 0 ? before : daysAfter(tokens, at + skip)
}

function weekdayFrom(tokens: readonly Token[], from: number): Found[] {
  const weekday = weekdayAt(tokens, from)
  if (weekday < 0) return []
  const skip = tokenAt(tokens, from + 1).lower === ',' ? 2 : 1
  const days = daysAt(tokens, from + skip)
  return days.length === 0
    ? [{ kind: 'weekday', weekday, to: from + 1 }]
    : days.map((day, at) => (at === 0 && day.kind === 'day' ? { ...day, weekday } : day))
}

const DECADES = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ')
const NOT_A_YEAR = /^(?:of|[$€£¥%]|percent|per|\p{L}{3,}(?<!s)s)$/u
const BEFORE_YEAR =
  /^(?:in|since|from|by|until|till|to|of|before|after|and|or|between|during|around|for|than|the|mid|early|late|fiscal|year|spring|summer|autumn|fall|winter|-|\(|,)$/

/** A number that is meant as a year. */
function yearFrom(tokens: readonly Token[], from: number): Found[] {
  const year = yearAt(tokens, from)
  if (year === null) return []
  const next = tokenAt(tokens, from + 1)
  if (next.lower === 's' && next.glued) return [{ kind: 'decade', year, to: from + 2 }]
  const paired = tokenAt(tokens, from).spelled && year !== 2000
  const before = tokenAt(tokens, from - 1)
  const isPlural = year === 2000 && tokenAt(tokens, from).spelled
  const stands = (!isPlural && BEFORE_YEAR.test(before.lower)) || weekdayAt(tokens, from - 1) >= 0 || paired
  return stands && !NOT_A_YEAR.test(next.lower) ? [{ kind: 'year', year, to: from + 1 }] : []
}

function decadeFrom(tokens: readonly Token[], from: number): Found[] {
  const at = DECADES.indexOf(tokenAt(tokens, from).lower)
  const hundred = tokenAt(tokens, from - 1)
  if (at < 0 || tokenAt(tokens, from).kind !== 'word') return []
  const century = hundred.kind === 'number' && hundred.value >= 15 && hundred.value <= 20 ? hundred.value : 19
  return [{ kind: 'decade', year: century * 100 + (at + 2) * 10, to: from + 1 }]
}

function monthFrom(tokens: readonly Token[], from: number): Found[] {
  const month = monthAt(tokens, from)
  return month < 0 ? [] : [{ kind: 'month', month, ...yearBehind(tokens, from + 1) }]
}

function timeFrom(tokens: readonly Token[], from: number): Found[] {
  const time = readTime(tokens, from)
  return time === null ? [] : [{ kind: 'time', ...time }]
}

const READERS = [weekdayFrom, daysAt, timeFrom, monthFrom, yearFrom, decadeFrom]

/** The dates and times of day that a text names. */
export function readDates(tokens: readonly Token[], text: string): DateMention[] {
  const out: DateMention[] = []
  for (let at = 0; at < tokens.length;) {
    const found = READERS.map(read => read(tokens, at)).find(({ length }) => length > 0) ?? []
    const to = found[0]?.to ?? at + 1
    const words = text.slice(tokenAt(tokens, at).start, tokenAt(tokens, to - 1).end)
    for (const each of found) out.push({ ...each, from: at, text: words })
    at = to
  }
  return out
}
