import type { IncomingMessage } from 'node:http'
import type { ByteFetcher, FetchedBytes } from '../../stages/fetch/ports.ts'
import { failureOf, fetchError, statusError } from './http-failure.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import type { HttpLimits } from './limits.ts'
import { openExchange } from './open-exchange.ts'
import type { ExchangeOptions } from './open-exchange.ts'
import { readBody } from './read-body.ts'

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** Where a redirect leads; null where the answer is none. Throws where it may not be followed. */
function redirectTarget(response: IncomingMessage, from: URL): URL | null {
  if (!REDIRECTS.has(response.statusCode ?? 0)) return null
  const { location } = response.headers
  if (location === undefined || !URL.canParse(location, from.href))
    throw fetchError(from, `the server answered ${response.statusCode} without a usable new address`, false)
  const to = new URL(location, from)
  if (from.protocol === 'https:' && to.protocol === 'http:')
    throw fetchError(
      from,
      `it redirects to an unencrypted address, ${to.href}; give that one if it is meant`,
      false
    )
  return to
}

async function takeAnswer(response: IncomingMessage, url: URL, maxBytes: number): Promise<FetchedBytes> {
  const status = response.statusCode ?? 0
  if (status < 200 || status > 299) throw statusError(url, status)
  return {
    bytes: await readBody(response, url, maxBytes),
    contentType: response.headers['content-type'] ?? null,
    finalUrl: url.href
  }
}

async function followRedirects(
  start: URL,
  options: ExchangeOptions,
  limits: HttpLimits
): Promise<FetchedBytes> {
  let url = start
  for (let hops = 0; hops <= limits.maxRedirects; hops++) {
    let response: IncomingMessage | undefined
    try {
      response = await openExchange(url, options)
      const next = redirectTarget(response, url)
      if (next === null) return await takeAnswer(response, url, limits.maxBytes)
      url = next
    } catch (error) {
      if (options.signal.aborted) throw error
      throw failureOf(url, error)
    } finally {
      response?.destroy()
    }
  }
  throw fetchError(start, `it redirects more than ${limits.maxRedirects} times`, false)
}

/**
 * A ByteFetcher for http: and https:. Private addresses are refused on every hop unless the call allows them.
 * Every failure is a StageError of the fetch stage that names the address; an abort by the caller throws its reason.
 */
export function createHttpFetcher(options: Partial<HttpLimits> = {}): ByteFetcher {
  const limits = { ...DEFAULT_LIMITS, ...options }
  return {
    async fetchBytes(address, { allowPrivateAddresses, signal }) {
      signal?.throwIfAborted()
      if (!URL.canParse(address))
        throw fetchError(address, 'this is not an address; an example: https://example.org/feed.xml', false)
      const url = new URL(address)
      const deadline = AbortSignal.timeout(limits.totalTimeoutMs)
      const either = signal ? AbortSignal.any([signal, deadline]) : deadline
      const exchange = { allowPrivateAddresses, headTimeoutMs: limits.headTimeoutMs, signal: either }
      try {
        return await followRedirects(url, exchange, limits)
      } catch (error) {
        signal?.throwIfAborted()
        if (!deadline.aborted) throw error
        const seconds = limits.totalTimeoutMs / 1000
        throw fetchError(url, `the whole answer did not come within ${seconds} s`, true, error)
      }
    }
  }
}
