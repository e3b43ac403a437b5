import type { ListedFeed } from '../../config/plan-feeds.ts'
import { feedOf } from './outline.ts'
import { readWithFeedsmith } from './read-with-feedsmith.ts'
import { scanOutlines } from './scan-outlines.ts'

/** Who reads: the library that wants XML, and what it misses is looked for; or the scanner alone, which takes anything. */
export type OpmlReader = 'both' | 'scanner'

const feedsIn = (outlines: Parameters<typeof feedOf>[0][]): ListedFeed[] =>
  outlines.map(feedOf).filter(feed => feed !== null)

function fromLibrary(text: string): ListedFeed[] {
  try {
    return feedsIn(readWithFeedsmith(text))
  } catch {
    return []
  }
}

/**
 * The feeds of a list, in its order. A reader of XML drops what is malformed without a word, so what it finds counts
 * only where the scanner finds no more. Throws where there are none, and says what the text is instead.
 */
export function readOpml(text: string, reader: OpmlReader): ListedFeed[] {
  const strict = reader === 'both' ? fromLibrary(text) : []
  const scanned = feedsIn(scanOutlines(text))
  const feeds = scanned.length > strict.length ? scanned : strict
  if (feeds.length > 0) return feeds
  throw new Error(`there is no feed in it: ${insteadOf(text)}`)
}

function insteadOf(text: string): string {
  if (text.trim() === '') return 'it is empty'
  if (/<(?:[\w-]{1,40}:)?outline[\s/>]/i.test(text))
    return 'its outlines have no xmlUrl; a list of feeds has <outline xmlUrl="https://…">'
  const root = /<(?![?!])([\w:-]{1,40})/.exec(text.slice(0, 20_000))?.[1]?.toLowerCase() ?? ''
  if (/(?:^|:)(?:rss|feed|rdf)$/.test(root))
    return 'it is a feed itself, not a list of feeds; write its address below feeds: in duologue.yaml'
  return root === 'html'
    ? 'it is a web page; the list is the file that a feed reader exports as OPML'
    : 'a list of feeds is an OPML file, with <outline xmlUrl="https://…">'
}
