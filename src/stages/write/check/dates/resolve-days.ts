import type { Evidence } from '../evidence.ts'
import { addDays, dayOf, nearestDay, weekdayOf } from './calendar.ts'
import type { DateMention } from './date-mention.ts'

/** Days that a mention can mean, by the day on which it was written. */
export function daysMeant(mention: DateMention, written: number): number[] {
  if (mention.kind === 'day') {
    const { year, month, date } = mention
    return [year === null ? nearestDay(month, date, written) : Date.UTC(year, month, date)]
  }
  if (mention.kind !== 'weekday') return []
  const back = (weekdayOf(written) - mention.weekday + 7) % 7
  return [addDays(written, -back), addDays(written, 7 - back)]
}

const RELATIVE: readonly [RegExp, number][] = [
  [/\byesterday\b|\blast night\b|\bovernight\b/i, -1],
  [/\btoday\b|\bthis (?:morning|afternoon|evening)\b|\btonight\b/i, 0],
  [/\btomorrow\b/i, 1]
]

/** Days that a sentence of an item names, "yesterday" by the day on which it was published. */
export function daysNamed({ dates, text, item }: Evidence): number[] {
  const published = dayOf(item.publishedAt)
  if (Number.isNaN(published))
    return dates.flatMap(each => (each.kind === 'day' && each.year !== null ? daysMeant(each, 0) : []))
  const named = dates.flatMap(each => daysMeant(each, published))
  const told = RELATIVE.flatMap(([pattern, offset]) =>
    pattern.test(text) ? [addDays(published, offset)] : []
  )
  return [...named, ...told]
}
