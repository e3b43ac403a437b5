import { hashOf } from '../../domain/hash.ts'
import type { FetchedFeed } from '../../domain/feed.ts'
import type { Funnel, LeftOut, Offer } from '../../domain/rundown.ts'
import type { Show } from '../../domain/show.ts'
import type { RundownRequest } from './plan-rundown.ts'

/** What an episode can be made of: the show as it is configured, and what each feed has. */
export const offerOf = (show: Show, feeds: readonly FetchedFeed[]): Offer => ({
  show: hashOf(show),
  feeds: Object.fromEntries(
    feeds.flatMap(({ url, content }) => (content === undefined ? [] : [[url, content]]))
  )
})

/** Is every feed as it was for the latest episode, and the show too? */
function isUnchanged({ show, feeds, last }: RundownRequest): boolean {
  const before = last?.offer
  return (
    before !== undefined &&
    before.show === hashOf(show) &&
    feeds.every(({ url, content }) => content !== undefined && before.feeds[url] === content)
  )
}

/** What became of the feeds where the latest episode could choose from all that they have; null where there is more. */
export function unchangedFunnel(request: RundownRequest): Funnel | null {
  const { feeds, failures, told = [], last } = request
  if (last === null || last === undefined || !isUnchanged(request)) return null
  const { pages: _pages, ...before } = last.funnel
  const { episode, stories } = last
  const heard = new Set(told.filter(story => story.episode === episode).map(({ title }) => title))
  const isTold = ({ title }: LeftOut): boolean => heard.has(title)
  const lately: LeftOut[] = stories.map(({ title, items }) => ({
    title,
    outlet: items[0]?.outlet ?? '',
    reason: heard.has(title)
      ? 'told in an earlier episode'
      : `${episode} left it out, and nothing has changed since`
  }))
  return {
    ...before,
    feedsAsked: feeds.length + failures.length,
    feedsAnswered: feeds.length,
    feedsUnchanged: feeds.filter(({ unchanged }) => unchanged).length,
    feedsFailed: [...failures],
    itemsNew: 0,
    storiesScored: (before.storiesScored ?? stories.length) - lately.filter(isTold).length,
    storiesChosen: 0,
    storiesLeftOut: [...lately, ...before.storiesLeftOut]
  }
}
