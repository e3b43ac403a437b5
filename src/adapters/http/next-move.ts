import type { HttpEntry } from '../../domain/http-entry.ts'

/**
 * A server that is ill for a day, a hotel's login page, or a captured domain may redirect "for good" and be itself again
 * tomorrow: three days cannot be one bad day, and a daily show is there after three episodes. Ten sightings are what
 * NewsBlur asks for, and serve a show that is made often.
 */
const DAYS = 3
const SIGHTINGS = 10

/** What is now thought of where the address lives. `was`: where it was asked, `seen`: where that permanently led. */
export function nextMove(
  known: HttpEntry['move'],
  was: string | null,
  seen: string | null,
  now: Date
): Pick<HttpEntry, 'move' | 'movedTo'> {
  if (seen === null || seen === was) return { move: null, movedTo: was }
  const before = known?.to === seen ? known : { to: seen, sightings: 0, days: [] }
  const days = [...new Set([...before.days, now.toISOString().slice(0, 10)])]
  const sightings = before.sightings + 1
  if (days.length >= DAYS || sightings >= SIGHTINGS) return { move: null, movedTo: seen }
  return { move: { to: seen, sightings, days }, movedTo: was }
}
