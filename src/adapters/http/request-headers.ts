import { canParseUrl } from '../../domain/can-parse-url.ts'
import type { FetchKind } from '../../domain/http-entry.ts'
import { ACCEPT_ENCODING } from './read-body.ts'

const ACCEPT: Record<FetchKind, string> = {
  feed:
    'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, ' +
    'application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5',
  page: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
  image: 'image/jpeg, image/png, image/webp;q=0.8, image/*;q=0.5',
  robots: 'text/plain, */*;q=0.1'
}

/** Who asks, and where its owner is reached: `contact` is an address of the owner's own, or absent. */
export function buildUserAgent(contact: string | undefined): string {
  const where = contact !== undefined && canParseUrl(contact) ? new URL(contact) : null
  const told =
    where === null || !/^https?:$/.test(where.protocol) ? '' : `; +${where.origin}${where.pathname}`
  return `Duologue/0.1 (feed reader; two-host podcast${told})`
}

/** No cookies and no Referer: a server learns what it is asked, and who asks. */
export const requestHeaders = (kind: FetchKind, userAgent: string): Record<string, string> => ({
  'user-agent': userAgent,
  accept: ACCEPT[kind],
  'accept-encoding': ACCEPT_ENCODING
})
