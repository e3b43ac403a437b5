const DAY_MS = 86_400_000

export const MONTHS: readonly string[] =
  'january february march april may june july august september october november december'.split(' ')
const SHORT_MONTHS: ReadonlyMap<string, number> = new Map(
  'jan feb mar apr jun jul aug sep sept oct nov dec'
    .split(' ')
    .map(short => [short, MONTHS.findIndex(month => month.startsWith(short.slice(0, 3)))])
)
export const WEEKDAYS: readonly string[] = 'sunday monday tuesday wednesday thursday friday saturday'.split(
  ' '
)

/** 0 to 11, or -1. */
export const monthOf = (word: string): number => {
  const at = MONTHS.indexOf(word)
  return at >= 0 ? at : (SHORT_MONTHS.get(word) ?? -1)
}

/** Midnight UTC of YYYY-MM-DD or ISO 8601, in ms; NaN where it is no date. */
export const dayOf = (date: string | null): number =>
  Date.parse(`${/^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0] ?? ''}T00:00:00Z`)

export const addDays = (day: number, days: number): number => day + days * DAY_MS
export const daysBetween = (from: number, to: number): number => Math.round((to - from) / DAY_MS)
export const weekdayOf = (day: number): number => new Date(day).getUTCDay()
export const yearOf = (day: number): number => new Date(day).getUTCFullYear()
export const monthIn = (day: number): number => new Date(day).getUTCMonth()
export const dateIn = (day: number): number => new Date(day).getUTCDate()

/** The day with that month and date that is nearest to another day. */
export function nearestDay(month: number, date: number, near: number): number {
  const years = [-1, 0, 1].map(offset => Date.UTC(yearOf(near) + offset, month, date))
  return years.reduce((best, day) => (Math.abs(day - near) < Math.abs(best - near) ? day : best))
}
