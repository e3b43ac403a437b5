import type { EpisodeRef, EpisodeRequest } from '../../domain/episode.ts'
import { hashOf } from '../../domain/hash.ts'
import type { Show } from '../../domain/show.ts'
import type { EpisodeDesk } from '../../jobs/episode-desk.ts'
import { ApiFault } from './api-fault.ts'
import type { EpisodeWish } from './api-schemas.ts'
import type { KeyBook } from './idempotency.ts'

/** The shows that may be asked for, and how a wish becomes a request. */
export interface EpisodeOrders {
  shows: readonly Show[]
  /** Today's episode of the show, or another; throws a ConfigError where it cannot be made as configured. */
  request(show: Show, options: { another: boolean }): Promise<EpisodeRequest>
}

export interface Asking {
  orders: EpisodeOrders
  desk: Pick<EpisodeDesk, 'request'>
  keys: KeyBook
}

/** Asks for the episode, once for each key; says which it is, and whether it was there already. */
export async function askForWish(
  { orders, desk, keys }: Asking,
  wish: EpisodeWish,
  key: string | undefined
): Promise<{ ref: EpisodeRef; isThere: boolean }> {
  const request = await requestOf(orders, wish)
  if (key === undefined) return ask(desk, request)
  const claimed = { fingerprint: hashOf(wish), episode: request.episode, isAsked: false }
  const { entry } = await keys.claim(key, claimed)
  if (entry.fingerprint !== claimed.fingerprint)
    throw new ApiFault(422, 'This Idempotency-Key came with another body before; use a new key for it.')
  const ref = { show: wish.show, episode: entry.episode }
  if (entry.isAsked) return { ref, isThere: false }
  const asked = await ask(desk, { ...request, episode: entry.episode })
  await keys.settle(key, entry)
  return asked
}

async function ask(
  desk: Pick<EpisodeDesk, 'request'>,
  request: EpisodeRequest
): Promise<{ ref: EpisodeRef; isThere: boolean }> {
  const asked = await desk.request(request)
  return { ref: { show: request.show.id, episode: request.episode }, isThere: asked === 'exists' }
}

async function requestOf(orders: EpisodeOrders, wish: EpisodeWish): Promise<EpisodeRequest> {
  const show = orders.shows.find(({ id }) => id === wish.show)
  if (show === undefined) {
    const names = orders.shows.map(({ id }) => id).join(', ')
    throw new ApiFault(404, `There is no show "${wish.show}"; there are: ${names}.`)
  }
  const { minutes = show.minutes, another, scriptOnly } = wish
  const request = await orders.request({ ...show, minutes }, { another })
  return scriptOnly ? { ...request, scriptOnly } : request
}
