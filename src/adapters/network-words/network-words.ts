const CLOSED = 'closed the connection before it answered'

/** What codes of the system and of fetch mean, after the name of the host. All of them may pass. */
export const NETWORK_WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'cannot be found: no server has this name; check the address',
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

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Several addresses of one name may have been tried. */
export const firstOf = (error: unknown): unknown =>
  error instanceof AggregateError ? ((error.errors[0] as unknown) ?? error) : error

const isEncryption = (code: string): boolean =>
  /CERT|SSL|TLS|SELF_SIGNED|ALTNAME|ISSUER|EPROTO|LEAF_SIGNATURE/.test(code)
const isProtocol = (code: string): boolean => code.startsWith('HPE_')

/** What any other code means, and whether it may pass. */
export function unlistedWords(code: string): { words: string; mayPass: boolean } {
  if (isEncryption(code))
    return {
      words: `has a certificate or an encryption that is not valid (${code}); http:// is for servers without`,
      mayPass: false
    }
  if (isProtocol(code))
    return { words: `does not speak HTTP (${code}); check the address and its port`, mayPass: false }
  return { words: `could not be asked (${code || 'unknown reason'})`, mayPass: true }
}
