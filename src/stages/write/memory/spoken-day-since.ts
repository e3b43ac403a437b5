import { dayOf, spokenDate } from '../builtin/language/calendar.ts'
import { WEEKDAYS } from '../builtin/language/word-lists.ts'

const DAY_MS = 86_400_000
const DAYS_IN_WEEK = 7

/** Days since a Monday, by which calendar weeks are told apart. */
const weekOf = (day: number): number => Math.floor((day / DAY_MS + 3) / DAYS_IN_WEEK)

function readDay(date: string): number {
  const day = dayOf(date)
  if (day === null) throw new RangeError(`"${date}" is no calendar day; write it as YYYY-MM-DD`)
  return day
}

/** How a day is called on a later one: "yesterday", "on Friday", "last week". Throws a RangeError where it is no day, or not earlier. */
export function spokenDaySince(date: string, today: string): string {
  const [then, now] = [readDay(date), readDay(today)]
  const days = Math.round((now - then) / DAY_MS)
  if (days < 0)
    throw new RangeError(`${date} is later than ${today}, so that no earlier episode can be of it`)
  if (days === 0) return 'earlier today'
  if (days === 1) return 'yesterday'
  if (days < DAYS_IN_WEEK) return `on ${WEEKDAYS[new Date(then).getUTCDay()] ?? ''}`
  return weekOf(now) - weekOf(then) === 1 ? 'last week' : `on ${spokenDate(then)}`
}
