import type { FeedPlan, NewFeed } from '../config/plan-feeds.ts'
import { shownUrl } from '../domain/shown-url.ts'
import { cleanText, oneLine } from '../domain/text.ts'

const MOST_LINES = 50

/** Of a public list with thousands of feeds a person reads the first. */
function shorten(lines: string[]): string[] {
  if (lines.length <= MOST_LINES) return lines
  return [...lines.slice(0, MOST_LINES), `    … and ${lines.length - MOST_LINES} more`]
}

const shown = (text: string): string => oneLine(cleanText(text)).slice(0, 300)

const nameOf = ({ url, title }: NewFeed): string =>
  title === undefined ? shownUrl(url) : `${shownUrl(url)}  ${title}`

/** What an import did, line by line; as a dry run, what it would do. */
export function describeImport(show: string, plan: FeedPlan, dryRun: boolean): string {
  const { added, known, repeated, refused, withoutTitle, atHome } = plan
  return [
    `${show}: ${added.length} ${dryRun ? 'would be added' : 'added'}, ${known.length} there already, ${refused.length} refused${repeated === 0 ? '' : `, ${repeated} named more than once`}`,
    ...shorten(added.map(feed => `  + ${nameOf(feed)}`)),
    ...shorten(known.map(url => `  = ${shownUrl(url)}`)),
    ...shorten(
      refused.map(({ address, why }) => `  - ${shown(shownUrl(address)) || '(no address)'}: ${why}`)
    ),
    ...shorten(withoutTitle.map(({ url, title }) => noteOnTitle(url, title))),
    ...shorten(atHome.map(noteOnHome))
  ].join('\n')
}

const noteOnTitle = (url: string, title: string): string =>
  `  ! ${shownUrl(url)}: its title "${shown(title)}" cannot be said aloud and was left out; the feed's own is used`

const noteOnHome = (url: string): string =>
  `  ! ${shownUrl(url)} is in a home network: only from there can it be read`
