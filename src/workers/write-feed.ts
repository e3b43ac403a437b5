import type { Episode } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import type { Show } from '../domain/show.ts'
import { buildFeed, type FeedPage } from '../stages/publish/build-feed.ts'
import type { FeedInput } from '../stages/publish/describe-feed.ts'
import { pageOfFeedFile } from '../stages/publish/feed-links.ts'
import { showUrl } from '../stages/publish/library-url.ts'
import { podcastGuidOf } from './podcast-guid-of.ts'
import { publishedEpisodes, withAudio } from './published-episodes.ts'

/** How changes of the feed are told, as the feed says it. */
export type FeedAnnouncing = Pick<FeedInput, 'hubs' | 'usesPodping'>

export interface WrittenFeed {
  /** Address of its first page. */
  url: string
  pages: number
  /** Is anything else in it than before? */
  changed: boolean
}

/** Writes the feed of a show, again when another episode of it was published or taken out meanwhile. */
export async function writeFeed(
  library: Library,
  { show, publicUrl }: { show: Show; publicUrl: string },
  announcing: FeedAnnouncing = {}
): Promise<WrittenFeed> {
  const guid = await podcastGuidOf(library, show.id, publicUrl)
  const url = showUrl(publicUrl, show.id, 'feed.xml')
  let changed = false
  for (let episodes = await listed(library, show.id); ;) {
    const pages = buildFeed({ show, episodes, publicUrl, podcastGuid: guid, now: new Date(), ...announcing })
    changed = (await writePages(library, show.id, pages)) || changed
    const now = await listed(library, show.id)
    if (stateOf(now) === stateOf(episodes)) return { url, pages: pages.length, changed }
    episodes = now
  }
}

const listed = async (library: Library, show: string) => withAudio(await publishedEpisodes(library, show))

const stateOf = (episodes: readonly Episode[]): string =>
  episodes.map(({ episode, inputHash }) => `${episode} ${inputHash}`).join('\n')

/**
 * The last page first, so that no page leads to one that is not there; then those that are not needed any more go.
 * Nothing leads to them, so that one that cannot be removed waits for the next feed.
 */
async function writePages(library: Library, show: string, pages: readonly FeedPage[]): Promise<boolean> {
  let changed = false
  for (const page of pages.toReversed()) changed = (await writePage(library, show, page)) || changed
  for (const name of await library.showFiles(show))
    if ((pageOfFeedFile(name) ?? 0) > pages.length)
      await library.removeShowFile(show, name).catch(() => undefined)
  return changed
}

/** Text of the feed is one line, so that this is the channel's own. */
const withoutDate = (xml: string): string => xml.replace(/^ *<lastBuildDate>[^<]*<\/lastBuildDate>$/m, '')

/** A page in which nothing but its date would change stays, so that apps are told that they have it. */
async function writePage(library: Library, show: string, { name, xml }: FeedPage): Promise<boolean> {
  const there = await library.readShowFile(show, name)
  if (there !== null && withoutDate(new TextDecoder().decode(there)) === withoutDate(xml)) return false
  await library.writeShowFile(show, name, xml)
  return true
}
