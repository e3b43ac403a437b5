import { canParseUrl } from '../../domain/can-parse-url.ts'
import type { ListedFeed } from '../../config/plan-feeds.ts'
import { MOST_FIELD } from './opml-limits.ts'
import { plainTitle } from './plain-title.ts'

/** The attributes of an outline that tell a feed, as they are written. */
export interface Outline {
  xmlUrl?: string | undefined
  url?: string | undefined
  type?: string | undefined
  title?: string | undefined
  text?: string | undefined
  weight?: string | undefined
}

/** Old lists have the feed's address in `url`, and only the type tells it from the address of a page. */
const addressOf = ({ xmlUrl, url, type }: Outline): string =>
  xmlUrl?.trim() || (/^(?:rss|atom|feed)/i.test(type?.trim() ?? '') ? (url?.trim() ?? '') : '')

const weightOf = (weight: string | undefined): number | null =>
  weight === undefined || !/^\d{1,2}(?:\.\d{1,6})?$/.test(weight) ? null : Number(weight)

/** Whoever has no name writes the address or its host, as an outline must have a text. */
function isName(title: string, address: string): boolean {
  const host = canParseUrl(address) ? new URL(address).hostname : ''
  return title !== '' && title !== address && title.toLowerCase() !== host
}

/** The feed that an outline names; null for a group, a note or a link. */
export function feedOf(outline: Outline): ListedFeed | null {
  const address = addressOf(outline).slice(0, MOST_FIELD)
  if (address === '') return null
  const names = [outline.title, outline.text].map(name => plainTitle(name ?? ''))
  const title = names.find(name => isName(name, address)) ?? ''
  return { address, title, weight: weightOf(outline.weight) }
}
