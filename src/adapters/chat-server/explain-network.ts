import { GenerationError } from '../../stages/write/ports.ts'
import type { ToFault } from './chat-fault.ts'

const CLOSED = 'closed the connection before it answered'
const WRONG: Readonly<Record<string, string>> = {
  ENOTFOUND: 'cannot be found: no server has this name; check the address',
  EAI_AGAIN: 'cannot be found just now: the name could not be looked up',
  ECONNREFUSED: 'refused the connection: is it running there?',
  ECONNRESET: CLOSED,
  EPIPE: CLOSED,
  ETIMEDOUT: 'did not accept the connection in time',
  EHOSTUNREACH: 'cannot be reached: there is no way to that address',
  ENETUNREACH: 'cannot be reached: there is no network'
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** What an error of node:http or of TLS means. Its own words may hold an address, and are kept as the cause only. */
export function explainNetwork(thrown: unknown, answering: boolean, toFault: ToFault): GenerationError {
  if (thrown instanceof GenerationError) return thrown
  const error: unknown = thrown instanceof AggregateError ? (thrown.errors[0] ?? thrown) : thrown
  if (answering) return toFault('cut-off', 'broke the connection off in the middle of its answer', error)
  const code = codeOf(error)
  if (code === 'ERR_INVALID_CHAR')
    return toFault(
      'rejected',
      'was not asked: the key in DUOLOGUE_WRITER_KEY holds a character that no HTTP header takes',
      error
    )
  return toFault('unreachable', WRONG[code] ?? explainUnlisted(code), error)
}

function explainUnlisted(code: string): string {
  if (/CERT|SSL|TLS|SELF_SIGNED|ALTNAME|ISSUER|EPROTO/.test(code))
    return `has a certificate or an encryption that is not valid (${code}); http:// is for servers without`
  if (code.startsWith('HPE_')) return `does not speak HTTP (${code}); check the address and its port`
  return `could not be asked (${code || 'unknown reason'})`
}
