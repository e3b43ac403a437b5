import { canParseUrl } from '../domain/can-parse-url.ts'

/** What an address in a list of feeds comes to: one that can be asked, or why it is none. */
export type FeedAddress = { url: string } | { wrong: string }

const MOST_CHARACTERS = 2000

/** Schemes that made a podcast app or a feed reader open the address; they stand for http, or before a whole address. */
const APP_SCHEME = /^(?:feed|itpc|pcast|podcast|rss):(?:\/\/)?/i

/** A host with its port looks like a scheme: `example.org:8080/feed`. */
const HAS_SCHEME = /^[a-z][a-z\d+.-]*:(?!\d{1,5}(?:[/?]|$))/i

const LOOKS_LIKE_HOST = /^(?:[^\s/@:?#]+\.[^\s/@:?#.]+|localhost|\[[\da-f:.]+\])(?::\d{1,5})?(?:[/?#]|$)/i

function withScheme(text: string): string {
  if (APP_SCHEME.test(text)) {
    const rest = text.replace(APP_SCHEME, '')
    return /^https?:/i.test(rest) ? rest : `http://${rest.replace(/^\/+/, '')}`
  }
  if (text.startsWith('//')) return `https:${text}`
  return !HAS_SCHEME.test(text) && LOOKS_LIKE_HOST.test(text) ? `https://${text}` : text
}

/** Lists escape twice (`&amp;amp;`) and break lines inside an address. */
const mended = (written: string): string => written.replace(/\s+/g, '').replace(/&amp;/gi, '&')

/** Reads an address as lists of feeds have it: without a scheme, with feed:// or itpc://, escaped twice. */
export function parseFeedAddress(written: string): FeedAddress {
  const url = withScheme(mended(written))
  if (url === '') return { wrong: 'it is empty' }
  if (url.length > MOST_CHARACTERS) return { wrong: `it is longer than ${MOST_CHARACTERS} characters` }
  if (!canParseUrl(url)) return { wrong: 'it is not an address; one begins with https:// or http://' }
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:')
    return { wrong: `feeds are read over https and http, not ${protocol}` }
  return { url: /^https?:\/\/[\x21-\x7e]+$/i.test(url) ? url : href }
}

/** The same for two spellings of an address: http or https, with or without a slash at the end. */
export function feedKeyOf(url: string): string {
  if (!canParseUrl(url)) return url
  const { username, password, host, pathname, search } = new URL(url)
  return `${username}:${password}@${host}${pathname.replace(/\/+$/, '')}${search}`
}
