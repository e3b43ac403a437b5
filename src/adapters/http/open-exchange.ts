import { request as httpRequest } from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import type { AddressGate } from './address-gate.ts'
import { fetchError, privateAddressError } from './http-failure.ts'
import { guardedLookup } from './guarded-lookup.ts'
import type { ResolveName } from './guarded-lookup.ts'

export interface ExchangeOptions {
  gate: AddressGate
  resolve: ResolveName
  headers: Record<string, string>
  connectTimeoutMs: number
  headTimeoutMs: number
  /** Ends the exchange and closes its socket, also while the body is read. */
  signal: AbortSignal
}

/** The head of an answer, its body still unread. */
export interface OpenExchange {
  response: IncomingMessage
  /** What the connection itself says was wrong, also after the body seemed to be whole. */
  fault(): Error | null
}

/** Throws where the address itself rules the request out. Node looks up names, but not literal addresses. */
function checkAddress(url: URL, gate: AddressGate): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw fetchError(
      url,
      `addresses of feeds begin with https:// or http://, not with ${url.protocol}`,
      false
    )
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) !== 0 && !gate(literal, literal)) throw privateAddressError(url, [literal])
}

/** Two clocks, one after the other: until the connection stands, and until the head of the answer is there. */
function limitWaiting(request: ClientRequest, url: URL, options: ExchangeOptions): () => void {
  const lateIn = (ms: number, what: string): NodeJS.Timeout =>
    setTimeout(
      () =>
        request.destroy(
          fetchError(url, `no ${what} within ${ms / 1000} s; the server is slow or down`, true)
        ),
      ms
    )
  let timer = lateIn(options.connectTimeoutMs, 'connection')
  request.once('socket', socket =>
    socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer)
      timer = lateIn(options.headTimeoutMs, 'answer')
    })
  )
  return () => clearTimeout(timer)
}

/** Sends one GET and gives the head of the answer with its body still unread. Follows no redirect. */
export async function openExchange(url: URL, options: ExchangeOptions): Promise<OpenExchange> {
  checkAddress(url, options.gate)
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  return await new Promise<OpenExchange>((resolve, reject) => {
    const request = send(url, {
      agent: false,
      headers: options.headers,
      signal: options.signal,
      lookup: guardedLookup(options.gate, options.resolve)
    })
    const stop = limitWaiting(request, url, options)
    let fault: Error | null = null
    request.once('response', response => {
      stop()
      resolve({ response, fault: () => fault })
    })
    request.once('upgrade', (_response, socket) => {
      socket.destroy()
      stop()
      reject(fetchError(url, 'the server wants to speak something else than HTTP', false))
    })
    request.on('error', error => {
      stop()
      fault = error
      reject(error)
    })
    request.end()
  })
}
