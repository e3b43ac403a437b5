import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FeedSource, Show } from '../domain/show.ts'
import type { ShowConfig } from './config-schema.ts'

/** A show as the house knows it: relative feed paths become file: addresses beside the configuration file. */
export function resolveShow(id: string, config: ShowConfig, file: string): Show {
  const { time_zone: timeZone, feeds, ...rest } = config
  return { id, ...rest, timeZone, feeds: feeds.map(feed => resolveFeed(feed, dirname(file))) }
}

function resolveFeed(feed: ShowConfig['feeds'][number], folder: string): FeedSource {
  const source = typeof feed === 'string' ? { url: feed, weight: 1 } : feed
  return source.url.startsWith('.')
    ? { ...source, url: pathToFileURL(resolve(folder, source.url)).href }
    : source
}
