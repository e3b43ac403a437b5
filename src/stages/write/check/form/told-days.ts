import type { Told } from '../../memory/told-before.ts'
import { daysBetween, dayOf, weekdayOf, WEEKDAYS } from '../dates/calendar.ts'
import { RELATIVE_PHRASES } from '../dates/relative-phrases.ts'
import type { Statement } from '../read-statement.ts'
import type { Reading } from '../reading.ts'
import { foldText } from '../text/plain.ts'
import { memoryClaimIn } from './memory-claims.ts'

const DAYS_IN_WEEK = 7

/** Is the named day ("yesterday", "on friday", "last week") that of an earlier episode? */
export function fitsToldDay(day: string, { date }: Told, today: string): boolean {
  const [then, now] = [dayOf(date), dayOf(today)]
  const weekday = WEEKDAYS.findIndex(name => day === name || day === `on ${name}`)
  if (weekday >= 0) return weekdayOf(then) === weekday && daysBetween(then, now) <= DAYS_IN_WEEK
  return RELATIVE_PHRASES.some(({ pattern, fits }) => {
    const words = pattern.exec(day)
    return words !== null && fits(then, now, words)
  })
}

/** Days on which the show told what a sentence says that it told, in ms; none where it says nothing of that. */
export const toldDaysOf = ({ text }: Statement, { told }: Reading): number[] =>
  told.length === 0 || memoryClaimIn(foldText(text)) === null ? [] : told.map(({ date }) => dayOf(date))
