import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FeedSource, Show } from '../domain/show.ts'
import { ConfigError } from './config-error.ts'
import { readShowText, TextFault } from './read-show-text.ts'
import type { ShowConfig } from './show-config-schema.ts'

/**
 * A show as the house knows it: relative feed paths become file: addresses beside the configuration file, and the
 * path of a text becomes the text. Throws a ConfigError where the text cannot be read.
 */
export function resolveShow(id: string, config: ShowConfig, file: string): Show {
  const { time_zone: timeZone, release_at: releaseAt, feeds = [], text, ...rest } = config
  return {
    id,
    ...rest,
    timeZone,
    ...(releaseAt === undefined ? {} : { releaseAt }),
    feeds: feeds.map(feed => resolveFeed(feed, dirname(file))),
    ...(text === undefined ? {} : { text: resolveText(id, text, file) })
  }
}

function resolveFeed(feed: NonNullable<ShowConfig['feeds']>[number], folder: string): FeedSource {
  const source = typeof feed === 'string' ? { url: feed, weight: 1 } : feed
  return source.url.startsWith('.')
    ? { ...source, url: pathToFileURL(resolve(folder, source.url)).href }
    : source
}

function resolveText(id: string, path: string, file: string): string {
  try {
    return readShowText(resolve(dirname(file), path))
  } catch (error) {
    if (!(error instanceof TextFault)) throw error
    throw new ConfigError(file, [{ path: `shows.${id}.text`, line: null, message: error.message }])
  }
}
