import { StageError } from '../../domain/stage-error.ts'
import type { FetchKind } from '../../domain/http-entry.ts'
import { shownUrl } from '../../domain/shown-url.ts'
import { PrivateAddressError } from './guarded-lookup.ts'

/** A StageError of the fetch stage whose sentence begins with the address. */
export const fetchError = (
  url: string | URL,
  wrong: string,
  retryable: boolean,
  cause?: unknown
): StageError => new StageError('fetch', `${shownUrl(url)}: ${wrong}`, { retryable, cause })

export const privateAddressError = (url: string | URL, addresses: string[], cause?: unknown): StageError =>
  fetchError(
    url,
    `${addresses.join(', ')} is a private or reserved address, and feeds may not lead there; ` +
      'give the address of a public server, or name the host under fetch.allow for a home network',
    false,
    cause
  )

/** System and HTTP parser codes, what they mean, and whether they may pass. */
const CODES: Record<string, [wrong: string, retryable: boolean]> = {
  ENOTFOUND: ['no server has this name; check the spelling', false],
  ENODATA: ['no server has this name; check the spelling', false],
  EAI_AGAIN: ['the name could not be looked up just now', true],
  ECONNREFUSED: ['the server refused the connection', true],
  ECONNRESET: ['the server closed the connection before the answer was complete', true],
  EPIPE: ['the server closed the connection before the answer was complete', true],
  ETIMEDOUT: ['the server did not accept the connection in time', true],
  HPE_INVALID_CONSTANT: [
    'what the server sends is not HTTP, or goes on after the end that it announced',
    true
  ],
  HPE_CLOSED_CONNECTION: ['the answer goes on after the end that the server announced', true],
  EHOSTUNREACH: ['the server cannot be reached', true],
  ENETUNREACH: ['the network cannot be reached', true],
  HPE_HEADER_OVERFLOW: ['the head of the answer is larger than 16 KB', false]
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The same failure, told of the address that redirected there. */
export const afterRedirect = (start: string | URL, error: StageError): StageError =>
  new StageError('fetch', `${shownUrl(start)} redirects to ${error.message}`, {
    retryable: error.retryable,
    cause: error
  })

/** With several addresses tried, Node gathers their errors; the first says enough. */
function firstOf(error: unknown): unknown {
  return error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error
}

/** What an error of node:http, of TLS or of zlib means for the feed at `url`. */
export function failureOf(url: string | URL, thrown: unknown): StageError {
  if (thrown instanceof StageError) return thrown
  const error = firstOf(thrown)
  if (error instanceof PrivateAddressError) return privateAddressError(url, error.addresses, error)
  const code = codeOf(error)
  const known = CODES[code]
  if (known) return fetchError(url, known[0], known[1], error)
  const message = error instanceof Error ? error.message : String(error)
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR_FORMAT'))
    return fetchError(url, `the compressed answer is broken (${message})`, true, error)
  if (code.startsWith('HPE_')) return fetchError(url, `the answer is not HTTP (${message})`, false, error)
  if (/CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code))
    return fetchError(url, `the server's certificate or encryption is not valid (${message})`, false, error)
  return fetchError(url, `the request failed (${message})`, true, error)
}

/** The server answered, with a status that brings nothing. */
export class StatusError extends StageError {
  constructor(
    message: string,
    retryable: boolean,
    readonly status: number,
    /** As sent. */
    readonly retryAfter: string | null
  ) {
    super('fetch', message, { retryable })
  }
}

const PASSING = new Set([408, 425, 429])

const MEANINGS: Record<number, string> = {
  204: 'it has nothing to give',
  205: 'it has nothing to give',
  206: 'it gave a part of it, though the whole was asked for',
  304: 'it says that nothing changed, though nobody asked that',
  401: 'it asks for a name and password',
  403: 'it refuses us; it may be closed to readers like this one',
  404: 'there is nothing at this address',
  410: 'it was taken away for good',
  429: 'it asks us to come less often'
}

/** What a person can do about a feed. */
const ADVICE: Record<number, string> = {
  404: '; look for the new address of the feed',
  410: '; remove it from the show'
}

/** What a status means that brings no body. */
export function statusError(
  url: string | URL,
  status: number,
  { kind = 'feed', retryAfter = null }: { kind?: FetchKind; retryAfter?: string | null } = {}
): StatusError {
  const meaning =
    MEANINGS[status] ?? (status >= 500 ? 'it has a fault of its own' : 'it did not give what was asked for')
  const advice = kind === 'feed' ? (ADVICE[status] ?? '') : ''
  const retryable = PASSING.has(status) || status >= 500
  const message = `${shownUrl(url)}: the server answered ${status}: ${meaning}${advice}`
  return new StatusError(message, retryable, status, retryAfter)
}
