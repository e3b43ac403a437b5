import type { Evidence } from '../evidence.ts'
import { dateIn, dayOf, monthIn, nearestDay, weekdayOf, yearOf } from './calendar.ts'
import type { DateMention } from './date-mention.ts'
import { daysNamed } from './resolve-days.ts'

function isDay(said: DateMention & { kind: 'day' }, day: number): boolean {
  const fits = monthIn(day) === said.month && dateIn(day) === said.date
  return (
    fits &&
    (said.year === null || yearOf(day) === said.year) &&
    (said.weekday < 0 || weekdayOf(day) === said.weekday)
  )
}

/** Does the day fit what was said of it? */
export function fitsDay(said: DateMention, day: number): boolean {
  if (said.kind === 'day') return isDay(said, day)
  if (said.kind === 'month')
    return monthIn(day) === said.month && (said.year === null || yearOf(day) === said.year)
  if (said.kind === 'weekday') return weekdayOf(day) === said.weekday
  if (said.kind === 'year') return yearOf(day) === said.year
  return said.kind === 'decade' && Math.floor(yearOf(day) / 10) * 10 === said.year
}

const half = (minutes: number, of: 'am' | 'pm' | null): number[] => {
  const twelve = minutes % 720
  if (of === null) return minutes >= 780 ? [minutes] : [twelve, twelve + 720]
  return [of === 'pm' ? twelve + 720 : twelve]
}

function fitsMention(said: DateMention, given: DateMention, near: number): boolean {
  if (said.kind === 'time')
    return (
      given.kind === 'time' &&
      half(said.minutes, said.half).some(at => half(given.minutes, given.half).includes(at))
    )
  if (said.kind === 'weekday') return given.kind === 'weekday' && given.weekday === said.weekday
  if (said.kind === 'month') {
    const hasMonth = (given.kind === 'month' || given.kind === 'day') && given.month === said.month
    return (
      hasMonth &&
      (said.year === null || said.year === (given.year ?? yearOf(nearestDay(given.month, 15, near))))
    )
  }
  if (said.kind === 'year') return 'year' in given && given.year === said.year
  return (
    said.kind === 'decade' &&
    'year' in given &&
    given.year !== null &&
    Math.floor(given.year / 10) * 10 === said.year
  )
}

/** Numbers inside names and plain numbers that may be years. */
const hasYear = ({ tokens, amounts }: Evidence, year: number): boolean =>
  amounts.some(({ value, unit }) => value === year && unit === '') ||
  tokens.some(({ kind, text }) => kind === 'identifier' && text.includes(String(year)))

/** Does the sentence of an item name the date? */
export function hasDate(evidence: Evidence, said: DateMention): boolean {
  const near = dayOf(evidence.item.publishedAt)
  if (evidence.dates.some(given => fitsMention(said, given, near))) return true
  if (daysNamed(evidence).some(day => fitsDay(said, day))) return true
  return said.kind === 'year' && hasYear(evidence, said.year)
}
