import type { FetchOptions, HttpCache, WebFetcher } from '../../stages/fetch/fetch-ports.ts'
import { createHttpClient } from './create-http-client.ts'
import type { HttpClient, HttpClientOptions } from './create-http-client.ts'
import { createRememberingFetcher } from './create-remembering-fetcher.ts'
import { parseAddress } from './parse-address.ts'

export interface HttpFetcherOptions extends HttpClientOptions {
  /** Remembers answers between two times; nothing is remembered without it. */
  cache?: HttpCache | undefined
  now?: () => Date
}

const plainFetcher = (client: HttpClient): WebFetcher => ({
  async fetchBytes(address: string, options: FetchOptions) {
    options.signal?.throwIfAborted()
    const { bytes, headers, finalUrl } = await client.ask(parseAddress(address), options)
    return {
      bytes: bytes ?? new Uint8Array(),
      contentType: headers['content-type'] ?? null,
      finalUrl,
      status: 'fresh',
      reason: null
    }
  }
})

/**
 * One for http: and https:. Private addresses are refused on every hop unless a rule or the call allows them.
 * Every failure is a StageError of the fetch stage that names the address; an abort by the caller throws its reason.
 */
export function createHttpFetcher(options: HttpFetcherOptions = {}): WebFetcher {
  const { cache, now = () => new Date(), ...rest } = options
  const client = createHttpClient(rest)
  return cache === undefined ? plainFetcher(client) : createRememberingFetcher({ client, cache, now })
}
