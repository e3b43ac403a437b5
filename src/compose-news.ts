import { dirname, join } from 'node:path'
import { createFeedReader } from './adapters/feeds/create-feed-reader.ts'
import { createFileFeedMemory } from './adapters/feed-memory/create-file-feed-memory.ts'
import { createFetcher } from './adapters/http/create-fetcher.ts'
import { createRobotsCheck } from './adapters/http/create-robots-check.ts'
import { mayFetch } from './adapters/http/robots.ts'
import { createFileHttpCache } from './adapters/http-cache/create-file-http-cache.ts'
import { listFeedHealth } from './adapters/http-cache/list-feed-health.ts'
import { createNewsDesk } from './adapters/news-desk/create-news-desk.ts'
import { createOpml, type Opml } from './adapters/opml/create-opml.ts'
import { createPageReader } from './adapters/pages/create-page-reader.ts'
import type { Settings } from './config/load-settings.ts'
import { parseAddressRules } from './domain/address-rules.ts'
import type { FeedHealth } from './domain/feed-health.ts'
import type { FeedCheck } from './stages/fetch/check-feed.ts'
import type { HttpCache, RobotsCheck, WebFetcher } from './stages/fetch/fetch-ports.ts'
import type { PageReader } from './stages/fetch/page-ports.ts'
import type { FeedMemory, FeedReader, FetchedBytes, NewsDesk } from './stages/fetch/ports.ts'

/** All that feeds and pages are read with. */
export interface Newsroom {
  fetcher: WebFetcher
  /** May a page be read? */
  robots: RobotsCheck
  /** How each feed has answered lately. */
  feedHealth(): Promise<FeedHealth[]>
  /** Forgets what was not asked since; says how many addresses that were. */
  pruneCache: HttpCache['prune']
  pages: PageReader
  /** The work on news that takes long. */
  news: NewsDesk
  memory: FeedMemory
  reader: FeedReader
  /** What a feed gives; one that fails is an answer. */
  checkFeed(source: string, bring: () => Promise<FetchedBytes>): Promise<FeedCheck>
  /** Lists of feeds, as other programs exchange them. */
  opml: Opml
}

/** Chooses for the ports of the fetch stage. Threads start with the first question. */
export function createNewsroom(settings: Settings): Newsroom & { release(): Promise<void> } {
  const fileRoots = [dirname(settings.configFile), join(settings.packageRoot, 'samples')]
  const cache = createFileHttpCache(join(settings.home, 'pages/http'))
  const allow = parseAddressRules(settings.allowAddresses)
  const fetcher = createFetcher({ fileRoots, allow, contact: settings.publicUrl, cache })
  const [reader, pages, news, opml] = [createFeedReader(), createPageReader(), createNewsDesk(), createOpml()]
  return {
    fetcher,
    robots: createRobotsCheck({ fetcher, mayFetch }),
    feedHealth: () => listFeedHealth(cache),
    pruneCache: unusedSince => cache.prune(unusedSince),
    pages,
    news,
    memory: createFileFeedMemory(join(settings.home, 'pages/feeds')),
    reader,
    async checkFeed(source, bring) {
      const { checkFeed } = await import('./stages/fetch/check-feed.ts')
      return checkFeed(source, bring, reader)
    },
    opml,
    release: async () =>
      void (await Promise.all([reader.release(), pages.release(), news.release(), opml.release()]))
  }
}
