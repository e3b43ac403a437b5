import type { FetchedFeed } from '../domain/feed.ts'
import type { EpisodeRequest } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import { namesPrivateHost } from '../domain/private-host.ts'
import type { FetchOptions } from '../stages/fetch/fetch-ports.ts'
import type { RundownRequest } from '../stages/fetch/plan-rundown.ts'
import { lastRundown } from './last-rundown.ts'
import { toldStories } from './told-stories.ts'

/** Who has looked whether there is anything new has just asked; with many feeds of one host that takes minutes. */
const RECENT_MS = 60_000
const MOST_RECENT_MS = 10 * 60_000

/** An answer that was given since the episode was asked for will do. */
const recentMs = (now: string): number =>
  Math.min(Math.max(Date.now() - Date.parse(now), RECENT_MS), MOST_RECENT_MS)

/** How a feed is asked for an episode. */
export const askOptions = (
  { allowPrivateAddresses, byHand: isByHand, now }: EpisodeRequest,
  url: string
): FetchOptions => ({
  allowPrivateAddresses,
  isOwnHost: namesPrivateHost(url),
  isByHand,
  recentMs: recentMs(now)
})

/** What a rundown is made from. */
export async function toRundownRequest(
  library: Library,
  { show, episode, date, now, skipTold }: EpisodeRequest,
  feeds: readonly FetchedFeed[],
  failures: RundownRequest['failures']
): Promise<RundownRequest> {
  const ref = { show: show.id, episode }
  const ids = new Set(feeds.flatMap(({ items }) => items.map(({ id }) => id)))
  const told = skipTold ? await toldStories(library, ref, { ids, now: new Date(now) }) : []
  const last = skipTold ? await lastRundown(library, ref) : null
  return { show, episode, date, now: new Date(now), feeds, failures, told, last }
}
