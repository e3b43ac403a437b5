import { z } from 'zod'
import type { EpisodeRequest } from './episode.ts'
import { episodeRequestSchema } from './episode.ts'

/** shows/<show>/show.json: what a schedule asks for each time it comes round. */
export const standingOrderSchema = episodeRequestSchema
  .omit({ episode: true, date: true, now: true, due: true, late: true })
  .extend({
    /** ISO 8601: since when the show has had this schedule; what came round before is not missed. */
    scheduledSince: z.iso.datetime().optional()
  })

export type StandingOrder = z.infer<typeof standingOrderSchema>

/** The calendar day in a time zone, YYYY-MM-DD. */
export const dayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now
  )

/** The order as a request for the episode of the day that it is, in the show's time zone. */
export function requestOfDay({ scheduledSince: _since, ...order }: StandingOrder, now: Date): EpisodeRequest {
  const date = dayIn(order.show.timeZone, now)
  return { ...order, episode: date, date, now: now.toISOString() }
}

/** The order as a request for the episode of the day that it was due, made now. */
export const requestDue = (
  order: StandingOrder,
  { due, now, late }: { due: Date; now: Date; late: boolean }
): EpisodeRequest => ({
  ...requestOfDay(order, due),
  now: now.toISOString(),
  due: due.toISOString(),
  ...(late ? { late } : {})
})
