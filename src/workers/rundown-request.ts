import type { FetchedFeed } from '../domain/feed.ts'
import type { EpisodeRequest } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import { namesPrivateHost } from '../domain/private-host.ts'
import type { FetchOptions } from '../stages/fetch/fetch-ports.ts'
import type { RundownRequest } from '../stages/fetch/plan-rundown.ts'
import { lastOffer } from './last-offer.ts'
import { toldStories } from './told-stories.ts'

/** Who has looked whether there is anything new has just asked. */
const RECENT_MS = 60_000

/** How a feed is asked for an episode. */
export const askOptions = (
  { allowPrivateAddresses, byHand: isByHand }: EpisodeRequest,
  url: string
): FetchOptions => ({
  allowPrivateAddresses,
  isOwnHost: namesPrivateHost(url),
  isByHand,
  recentMs: RECENT_MS
})

/** What a rundown is made from. */
export async function toRundownRequest(
  library: Library,
  { show, episode, date, now, skipTold }: EpisodeRequest,
  feeds: readonly FetchedFeed[],
  failures: RundownRequest['failures']
): Promise<RundownRequest> {
  const ref = { show: show.id, episode }
  const told = skipTold ? await toldStories(library, ref) : []
  const last = skipTold ? await lastOffer(library, ref) : null
  return { show, episode, date, now: new Date(now), feeds, failures, told, last }
}
