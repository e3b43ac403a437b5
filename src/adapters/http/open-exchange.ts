import { request as httpRequest } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { fetchError, privateAddressError } from './http-failure.ts'
import { guardedLookup } from './guarded-lookup.ts'
import { isPublicAddress } from './public-address.ts'
import { ACCEPT_ENCODING } from './read-body.ts'

const HEADERS = {
  'user-agent': 'Duologue/0.1 (feed reader; two-host podcast)',
  accept:
    'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, ' +
    'application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5',
  'accept-encoding': ACCEPT_ENCODING
}

export interface ExchangeOptions {
  allowPrivateAddresses: boolean
  headTimeoutMs: number
  /** Ends the exchange and closes its socket, also while the body is read. */
  signal: AbortSignal
}

/** Throws where the address itself rules the request out. Node looks up names, but not literal addresses. */
function checkAddress(url: URL, allowPrivateAddresses: boolean): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw fetchError(
      url,
      `addresses of feeds begin with https:// or http://, not with ${url.protocol}`,
      false
    )
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivateAddresses && isIP(literal) !== 0 && !isPublicAddress(literal))
    throw privateAddressError(url, [literal])
}

/** Sends one GET and gives the head of the answer with its body still unread. Follows no redirect. */
export async function openExchange(url: URL, options: ExchangeOptions): Promise<IncomingMessage> {
  checkAddress(url, options.allowPrivateAddresses)
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  return await new Promise<IncomingMessage>((resolve, reject) => {
    const request = send(url, {
      agent: false,
      headers: HEADERS,
      signal: options.signal,
      ...(options.allowPrivateAddresses ? {} : { lookup: guardedLookup })
    })
    const late = fetchError(
      url,
      `no answer within ${options.headTimeoutMs / 1000} s; the server is slow or down`,
      true
    )
    const timer = setTimeout(() => request.destroy(late), options.headTimeoutMs)
    request.once('response', response => {
      clearTimeout(timer)
      resolve(response)
    })
    request.on('error', error => {
      clearTimeout(timer)
      reject(error)
    })
    request.end()
  })
}
