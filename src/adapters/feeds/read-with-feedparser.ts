import FeedParser from 'feedparser'
import { buildEntry } from './feed-entry.ts'
import type { FeedEntry, FeedTree } from './feed-entry.ts'

const KEYS = { text: '#', attributes: '@' }

/** node feedparser gives what has no prefix that of the root. */
const KIND = /^rss:/

function toEntry(node: object): FeedEntry {
  const pairs = Object.entries(node).map(([name, values]): [string, unknown] => [
    name.replace(KIND, ''),
    values
  ])
  const children = pairs.filter(([name]) => !/^[@#]/.test(name))
  return buildEntry(children, pairs.find(([name]) => name === '@')?.[1], KEYS)
}

/**
 * Reads prepared XML with node feedparser, which takes unclosed and upper-case tags, and keeps the whole items of a
 * text that was cut. It knows three roots only, so that all others, and items without any, are given one.
 */
export async function readWithFeedparser(xml: string): Promise<FeedTree> {
  const parser = new FeedParser({ normalize: false, addmeta: false })
  const entries: FeedEntry[] = []
  const ended = new Promise<void>((resolve, reject) => {
    parser.on('error', reject)
    parser.on('end', resolve)
    parser.on('data', (item: object) => entries.push(toEntry(item)))
  })
  parser.end(`<rss version="2.0">${xml}</rss>`)
  await ended
  return { feed: toEntry(parser.meta), entries }
}
