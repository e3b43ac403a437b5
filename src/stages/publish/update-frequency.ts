import { CronExpressionParser } from 'cron-parser'

const DAYS = [
  ['SU', 'Sunday'],
  ['MO', 'Monday'],
  ['TU', 'Tuesday'],
  ['WE', 'Wednesday'],
  ['TH', 'Thursday'],
  ['FR', 'Friday'],
  ['SA', 'Saturday']
] as const

const MAX_DISPLAY = 128

export interface UpdateFrequency {
  /** Words for listeners. */
  display: string
  /** RFC 5545 recurrence. */
  rrule: string
}

interface CronTimes {
  minutes: number[]
  hours: number[]
  monthDays: number[]
  weekDays: number[]
}

/** When a pattern of five fields comes round; null where it cannot be read, or is not for every month alike. */
function parseCron(pattern: string): CronTimes | null {
  if (pattern.split(/\s+/).length !== 5 || pattern.includes('#')) return null
  try {
    const { minute, hour, dayOfMonth, month, dayOfWeek } = CronExpressionParser.parse(pattern).fields
    const days = [...dayOfMonth.values, ...dayOfWeek.values]
    if (month.values.length !== 12 || !days.every(day => typeof day === 'number')) return null
    const weekDays = new Set(dayOfWeek.values.map(day => Number(day) % 7))
    return {
      minutes: minute.values.map(Number),
      hours: hour.values.map(Number),
      monthDays: dayOfMonth.values.map(Number),
      weekDays: [1, 2, 3, 4, 5, 6, 0].filter(day => weekDays.has(day))
    }
  } catch {
    return null
  }
}

const times = (count: number): string => (count === 2 ? 'twice' : `${count} times`)
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** The days, with `;BYHOUR=…` where it is more than once on each of them: then the rule tells the times, else the days alone. */
function onDays({ minutes, hours, monthDays, weekDays }: CronTimes): UpdateFrequency | null {
  const count = hours.length * minutes.length
  const often = count === 1 ? 'every' : `${times(count)} every`
  const at = count === 1 ? '' : `;BYHOUR=${hours.join()};BYMINUTE=${minutes.join()}`
  const [allMonthDays, allWeekDays] = [monthDays.length === 31, weekDays.length === 7]
  if (allMonthDays && allWeekDays) return { display: capital(`${often} day`), rrule: `FREQ=DAILY${at}` }
  if (allMonthDays) {
    const names = weekDays.map(day => DAYS[day]?.[1]).join(', ')
    const codes = weekDays.map(day => DAYS[day]?.[0]).join()
    return { display: capital(`${often} ${names}`), rrule: `FREQ=WEEKLY;BYDAY=${codes}${at}` }
  }
  // Cron takes a day of the month or a day of the week, where a rule takes both at once.
  if (!allWeekDays) return null
  const display = `Every month on day ${monthDays.join(', ')}${count === 1 ? '' : `, ${times(count)} a day`}`
  return { display, rrule: `FREQ=MONTHLY;BYMONTHDAY=${monthDays.join()}${at}` }
}

/** Every hour of every day. */
function onHours({ minutes, hours, monthDays, weekDays }: CronTimes): UpdateFrequency | null {
  if (hours.length !== 24 || monthDays.length !== 31 || weekDays.length !== 7) return null
  return minutes.length === 1
    ? { display: 'Every hour', rrule: 'FREQ=HOURLY' }
    : {
        display: `${capital(times(minutes.length))} every hour`,
        rrule: `FREQ=HOURLY;BYMINUTE=${minutes.join()}`
      }
}

/** How often a show appears, from its cron pattern; null where a recurrence rule cannot say it. */
export function updateFrequency(schedule: string | undefined): UpdateFrequency | null {
  const cron = parseCron((schedule ?? '').trim())
  const frequency = cron === null ? null : (onHours(cron) ?? onDays(cron))
  return frequency !== null && frequency.display.length <= MAX_DISPLAY ? frequency : null
}
