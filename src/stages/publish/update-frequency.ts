const DAYS = [
  ['SU', 'Sunday', 'sun'],
  ['MO', 'Monday', 'mon'],
  ['TU', 'Tuesday', 'tue'],
  ['WE', 'Wednesday', 'wed'],
  ['TH', 'Thursday', 'thu'],
  ['FR', 'Friday', 'fri'],
  ['SA', 'Saturday', 'sat']
] as const

export interface UpdateFrequency {
  /** Words for listeners. */
  display: string
  /** RFC 5545 recurrence. */
  rrule: string
}

function parseDay(word: string): number | null {
  const named = DAYS.findIndex(([, , name]) => name === word.toLowerCase())
  if (named >= 0) return named
  return /^[0-7]$/.test(word) ? Number(word) : null
}

function parseRange(part: string): number[] | null {
  const [first, last, ...rest] = part.split('-').map(parseDay)
  if (first === undefined || first === null || last === null || rest.length > 0) return null
  const end = last ?? first
  if (end < first) return null
  return Array.from({ length: end - first + 1 }, (_, index) => (first + index) % 7)
}

function parseDays(field: string): number[] | null {
  const ranges = field.split(',').map(parseRange)
  if (ranges.includes(null)) return null
  const days = new Set(ranges.flatMap(range => range ?? []))
  return [1, 2, 3, 4, 5, 6, 0].filter(day => days.has(day))
}

/** How often a show appears, from its cron pattern; null unless that is once a day, on every day or on named days of the week. */
export function updateFrequency(schedule: string | undefined): UpdateFrequency | null {
  const [minute, hour, monthDay, month, weekDay, ...rest] = (schedule ?? '').trim().split(/\s+/)
  const once = [minute, hour].every(field => /^\d{1,2}$/.test(field ?? ''))
  if (!once || monthDay !== '*' || month !== '*' || weekDay === undefined || rest.length > 0) return null
  const days = parseDays(weekDay === '*' ? '0-6' : weekDay)
  if (days === null) return null
  if (days.length === DAYS.length) return { display: 'Every day', rrule: 'FREQ=DAILY' }
  return {
    display: `Every ${days.map(day => DAYS[day]?.[1]).join(', ')}`,
    rrule: `FREQ=WEEKLY;BYDAY=${days.map(day => DAYS[day]?.[0]).join(',')}`
  }
}
