import { hashOf } from '../../domain/hash.ts'
import type { FetchedFeed } from '../../domain/feed.ts'
import type { Offer } from '../../domain/rundown.ts'
import type { Show } from '../../domain/show.ts'
import type { RundownRequest } from './plan-rundown.ts'

/** What an episode can be made of: the show as it is configured, and what each feed has. */
export const offerOf = (show: Show, feeds: readonly FetchedFeed[]): Offer => ({
  show: hashOf(show),
  feeds: Object.fromEntries(
    feeds.flatMap(({ url, content }) => (content === undefined ? [] : [[url, content]]))
  )
})

/** The latest episode, where every feed has what it had then and the show is as it was; else null. */
export function unchangedSince({ show, feeds, last }: RundownRequest): string | null {
  if (last === undefined || last === null) return null
  const now = offerOf(show, feeds)
  const isSame =
    now.show === last.offer.show &&
    feeds.every(({ url, content }) => content !== undefined && last.offer.feeds[url] === content)
  return isSame ? last.episode : null
}
