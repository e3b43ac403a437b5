import type { StageError } from '../../domain/stage-error.ts'
import { announceFault } from './announce-fault.ts'

const CLOSED = 'closed the connection before it answered'

/** Codes of the system and of fetch that may pass. */
const PASSING: Readonly<Record<string, string>> = {
  ENOTFOUND: 'cannot be found: no server has this name; check the address if it stays so',
  EAI_AGAIN: 'cannot be found just now: the name could not be looked up',
  ECONNREFUSED: 'refused the connection: is it running there?',
  ECONNRESET: CLOSED,
  EPIPE: CLOSED,
  UND_ERR_SOCKET: CLOSED,
  ETIMEDOUT: 'did not accept the connection in time',
  UND_ERR_CONNECT_TIMEOUT: 'did not accept the connection in time',
  EHOSTUNREACH: 'cannot be reached: there is no way to that address',
  ENETUNREACH: 'cannot be reached: there is no network'
}

/** fetch wraps what went wrong, and several tried addresses are gathered. */
function rootOf(thrown: unknown): unknown {
  const error: unknown = thrown instanceof TypeError && thrown.cause !== undefined ? thrown.cause : thrown
  return error instanceof AggregateError && error.errors.length > 0 ? (error.errors[0] as unknown) : error
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** What an error of fetch means. Its own words may hold the address, and are kept as the cause only. */
export function explainNetwork(url: string, thrown: unknown): StageError {
  const error = rootOf(thrown)
  const code = codeOf(error)
  const passing = PASSING[code]
  if (passing !== undefined) return announceFault(url, passing, true, error)
  if (/CERT|SSL|TLS|SELF_SIGNED|ALTNAME|ISSUER|EPROTO|LEAF_SIGNATURE/.test(code))
    return announceFault(
      url,
      `has a certificate or an encryption that is not valid (${code}); http:// is for servers without`,
      false,
      error
    )
  if (code.startsWith('HPE_'))
    return announceFault(url, `does not speak HTTP (${code}); check the address and its port`, false, error)
  return announceFault(url, `could not be asked (${code || 'unknown reason'})`, true, error)
}
