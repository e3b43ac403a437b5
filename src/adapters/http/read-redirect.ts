import { canParseUrl } from '../../domain/can-parse-url.ts'
import type { IncomingMessage } from 'node:http'
import { shownUrl } from '../../domain/shown-url.ts'
import { fetchError } from './http-failure.ts'

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const PERMANENT = new Set([301, 308])

export interface Redirect {
  to: URL
  isPermanent: boolean
}

/** Node reads headers as Latin-1; servers that send other letters send UTF-8. */
function asUtf8(header: string): string {
  const text = Buffer.from(header, 'latin1').toString('utf8')
  return text.includes('\ufffd') ? header : text
}

/** The new address without a name and password, unless they are those of the same server. */
function withoutCredentials(to: URL, from: URL): URL {
  const clean = new URL(to)
  clean.username = to.origin === from.origin ? from.username : ''
  clean.password = to.origin === from.origin ? from.password : ''
  return clean
}

/** Where a redirect leads; null where the answer is none. Throws where it may not be followed. */
export function readRedirect(response: IncomingMessage, from: URL): Redirect | null {
  const status = response.statusCode ?? 0
  if (!REDIRECTS.has(status)) return null
  const location = asUtf8(response.headers.location ?? '')
  // An address parser leaves tabs and line ends out, and what was checked by eye is not what is asked.
  if (location === '' || /[\x00-\x1f\x7f]/.test(location) || !canParseUrl(location, from.href))
    throw fetchError(from, `the server answered ${status} without a usable new address`, false)
  const to = withoutCredentials(new URL(location, from), from)
  if (from.protocol === 'https:' && to.protocol === 'http:')
    throw fetchError(
      from,
      `it redirects to an unencrypted address, ${shownUrl(to)}; give that one if it is meant`,
      false
    )
  return { to, isPermanent: PERMANENT.has(status) }
}
