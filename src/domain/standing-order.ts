import type { z } from 'zod'
import type { EpisodeRequest } from './episode.ts'
import { episodeRequestSchema } from './episode.ts'

/** shows/<show>/show.json: what a schedule asks for each time it comes round. */
export const standingOrderSchema = episodeRequestSchema.omit({ episode: true, date: true, now: true })

export type StandingOrder = z.infer<typeof standingOrderSchema>

/** The calendar day in a time zone, YYYY-MM-DD. */
export const dayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now
  )

/** The order as a request for the episode of the day that it is, in the show's time zone. */
export function requestOfDay(order: StandingOrder, now: Date): EpisodeRequest {
  const date = dayIn(order.show.timeZone, now)
  return { ...order, episode: date, date, now: now.toISOString() }
}
