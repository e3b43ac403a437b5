import type { IncomingHttpHeaders } from 'node:http'
import type { FetchKind } from '../../domain/http-entry.ts'
import { shownUrl } from '../../domain/shown-url.ts'
import { statusError } from './http-failure.ts'
import { openExchange } from './open-exchange.ts'
import type { ExchangeOptions } from './open-exchange.ts'
import { readBody } from './read-body.ts'
import { readRedirect } from './read-redirect.ts'
import type { Redirect } from './read-redirect.ts'

/** What the answer that is already here was known by, and which address gave it. */
export interface Validators {
  finalUrl: string
  etag: string | null
  lastModified: string | null
}

export interface HopAnswer {
  /** Null where the server says that the body we have is still the one. */
  bytes: Uint8Array | null
  headers: IncomingHttpHeaders
  /** Without a name and password. */
  finalUrl: string
}

export type Hop = { next: Redirect } | { answer: HopAnswer }

const NO_BODY = new Set([204, 205, 206])

/** Only the address that gave the validators is asked with them. */
export function conditions(url: URL, validators: Validators | undefined): Record<string, string> {
  if (validators?.finalUrl !== shownUrl(url)) return {}
  const { etag, lastModified } = validators
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified })
  }
}

export interface HopOptions extends ExchangeOptions {
  maxBytes: number
  kind: FetchKind
}

/** One exchange to its end: a redirect, or an answer with its body. The socket is closed in any case. */
export async function takeHop(url: URL, options: HopOptions): Promise<Hop> {
  const { response, fault } = await openExchange(url, options)
  try {
    const next = readRedirect(response, url)
    if (next !== null) return { next }
    const { statusCode: status = 0, headers } = response
    const finalUrl = shownUrl(url)
    const isConditional = 'if-none-match' in options.headers || 'if-modified-since' in options.headers
    if (status === 304 && isConditional) return { answer: { bytes: null, headers, finalUrl } }
    if (status < 200 || status > 299 || NO_BODY.has(status))
      throw statusError(url, status, { kind: options.kind, retryAfter: headers['retry-after'] ?? null })
    const bytes = await readBody(response, url, options.maxBytes)
    if (fault() !== null) throw fault()
    return { answer: { bytes, headers, finalUrl } }
  } catch (error) {
    // The body only knows that it was cut off; the connection knows why.
    throw fault() ?? error
  } finally {
    response.destroy()
  }
}
