import { generateOpml } from 'feedsmith'
import type { FeedSource, Show } from '../../domain/show.ts'
import { NAMESPACE_ATTRIBUTE, WEIGHT_ATTRIBUTE, WEIGHT_NAMESPACE } from './weight-attribute.ts'

/** Every outline needs a text; a host in it is no title, and does not come back as one. */
const outlineOf = ({ url, title, weight }: FeedSource) => ({
  text: title ?? new URL(url).hostname,
  ...(title === undefined ? {} : { title }),
  type: 'rss',
  xmlUrl: url,
  ...(weight === 1 ? {} : { [NAMESPACE_ATTRIBUTE]: WEIGHT_NAMESPACE, [WEIGHT_ATTRIBUTE]: String(weight) })
})

/** A show, and its feeds. */
export interface OpmlGroup {
  title: Show['title']
  feeds: readonly FeedSource[]
}

/** OPML 2.0 with a group for each show. */
export const buildOpml = (shows: readonly OpmlGroup[]): string =>
  generateOpml(
    {
      head: { title: 'Feeds of Duologue' },
      body: {
        outlines: shows.map(({ title, feeds }) => ({ text: title, title, outlines: feeds.map(outlineOf) }))
      }
    },
    { extraOutlineAttributes: [NAMESPACE_ATTRIBUTE, WEIGHT_ATTRIBUTE] }
  )
