import { showUrl } from './library-url.ts'
import { webUrl } from './web-url.ts'

export interface FeedLink {
  href: string
  rel: string
  type?: string
}

/** feed.xml has the newest episodes, feed-2.xml those before them. */
export const feedPageName = (page: number): string => (page === 1 ? 'feed.xml' : `feed-${page}.xml`)

/** Which page a file of the show's folder is; null where it is none. */
export function pageOfFeedFile(name: string): number | null {
  if (name === 'feed.xml') return 1
  const further = /^feed-([1-9]\d*)\.xml$/.exec(name)?.[1]
  return further === undefined ? null : Number(further)
}

/**
 * The atom:links of a page: itself first, then the other pages (RFC 5005, section 3; podcast feeds say `prev` where it
 * says `previous`), then the hubs that tell of changes.
 */
export function feedLinks(
  { publicUrl, show, hubs = [] }: { publicUrl: string; show: string; hubs?: readonly string[] | undefined },
  { page, last }: { page: number; last: number }
): FeedLink[] {
  const link = (rel: string, to: number): FeedLink => ({
    href: showUrl(publicUrl, show, feedPageName(to)),
    rel,
    type: 'application/rss+xml'
  })
  const pages =
    last === 1
      ? []
      : [
          link('first', 1),
          ...(page > 1 ? [link('prev', page - 1)] : []),
          ...(page < last ? [link('next', page + 1)] : []),
          link('last', last)
        ]
  const told = new Set(hubs.flatMap(hub => webUrl(hub) ?? []))
  return [link('self', page), ...pages, ...[...told].map(href => ({ href, rel: 'hub' }))]
}
