import { StageError } from '../../domain/stage-error.ts'
import { serverFault } from './server-fault.ts'

/** System codes, what they mean, and whether they may pass. */
const CODES: Readonly<Record<string, [wrong: string, retryable: boolean]>> = {
  ENOTFOUND: ['cannot be found: no server has this name', true],
  EAI_AGAIN: ['cannot be found just now: the name could not be looked up', true],
  ECONNREFUSED: ['refused the connection: is it running?', true],
  ECONNRESET: ['closed the connection before the answer was complete', true],
  EPIPE: ['closed the connection before the answer was complete', true],
  ETIMEDOUT: ['did not accept the connection in time', true],
  EHOSTUNREACH: ['cannot be reached', true],
  ERR_INVALID_CHAR: ['was not asked: its key holds a character that no HTTP header takes', false],
  ENETUNREACH: ['cannot be reached: there is no network', true]
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** What an error of node:http or of TLS means. Its own words may hold an address, and are kept as the cause only. */
export function networkFault(url: URL, thrown: unknown): StageError {
  if (thrown instanceof StageError) return thrown
  const error: unknown = thrown instanceof AggregateError ? (thrown.errors[0] ?? thrown) : thrown
  const code = codeOf(error)
  const [wrong, retryable] = CODES[code] ?? unlisted(code)
  return serverFault(url, wrong, retryable, error)
}

function unlisted(code: string): [wrong: string, retryable: boolean] {
  if (/CERT|SSL|TLS|SELF_SIGNED|ALTNAME|ISSUER/.test(code))
    return [
      `has a certificate or an encryption that is not valid (${code}); http:// is for servers without`,
      false
    ]
  if (code.startsWith('HPE_')) return [`does not speak HTTP (${code}); check the address and its port`, false]
  return [`could not be asked (${code || 'unknown reason'})`, true]
}
