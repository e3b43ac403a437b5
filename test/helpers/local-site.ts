import { BRIDGE, GONE, HOSPITAL, localFeed, localPage, RESERVOIR, TELESCOPE } from './local-news.ts'
import type { Route } from './feed-server.ts'
import { startNewsSite } from './news-site.ts'
import type { NewsSite } from './news-site.ts'

const WITH_PAGES = [BRIDGE, HOSPITAL, RESERVOIR, TELESCOPE]

/** A local paper: two feeds, the pages of their stories, and a robots.txt that closes /closed/. */
export function startLocalSite(
  more: (origin: string) => Record<string, Route> = () => ({})
): Promise<NewsSite> {
  const hourAgo = new Date(Date.now() - 3_600_000).toUTCString()
  return startNewsSite(origin => ({
    '/robots.txt': 'User-agent: *\nDisallow: /closed/\n',
    '/summaries.xml': localFeed('The Local', origin, [BRIDGE, HOSPITAL, RESERVOIR], hourAgo),
    '/headlines.xml': localFeed('The Headliner', origin, [TELESCOPE, GONE], hourAgo),
    '/telescope.xml': localFeed('The Headliner', origin, [TELESCOPE], hourAgo),
    ...Object.fromEntries(WITH_PAGES.map(story => [story.path, localPage(story)])),
    ...more(origin)
  }))
}
