const DAY_MS = 24 * 60 * 60 * 1000

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric'
  })
  formats.set(timeZone, format)
  return format
}

/** What a clock in the zone shows at a moment, written as if it were UTC; both in ms since 1970. */
export function clockAt(timeZone: string, moment: number): number {
  const parts = formatOf(timeZone).formatToParts(moment)
  const field = (name: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find(({ type }) => type === name)?.value ?? Number.NaN)
  return Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second')
  )
}

/**
 * The first moment at which a clock in the zone shows that time or a later one, ms: of a time that comes twice the
 * first, and for a time that is left out the moment at which the clock is put forward past it.
 */
export function momentOf(timeZone: string, clock: number): number {
  const offsets = [clock - DAY_MS, clock + DAY_MS].map(near => clockAt(timeZone, near) - near)
  const guesses = offsets.map(offset => clock - offset)
  const exact = guesses.filter(guess => clockAt(timeZone, guess) === clock)
  return exact.length > 0 ? Math.min(...exact) : momentOfChange(timeZone, clock, guesses)
}

function momentOfChange(timeZone: string, clock: number, guesses: number[]): number {
  let before = Math.min(...guesses)
  let after = Math.max(...guesses)
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (clockAt(timeZone, middle) < clock) before = middle
    else after = middle
  }
  return after
}
