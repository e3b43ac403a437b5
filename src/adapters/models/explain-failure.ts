/** The system's own code of an error, which fetch hides in the causes; where there is none, what the innermost says. */
export function codeOf(error: unknown): string {
  const inner = error instanceof AggregateError ? (error.errors[0] as unknown) : error
  if (!(inner instanceof Error)) return String(inner)
  if ('code' in inner && typeof inner.code === 'string') return inner.code
  return inner.cause === undefined ? inner.message : codeOf(inner.cause)
}

/** An address as it may be printed. */
export function shownUrl(url: URL): string {
  const shown = new URL(url)
  shown.username = ''
  shown.password = ''
  shown.search = ''
  return shown.href
}

const OFFLINE = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT'
])

/** Errors that end a connection which was there. */
const CUT =
  /^(?:ECONNRESET|EPIPE|ETIMEDOUT|UND_ERR_SOCKET|UND_ERR_BODY_TIMEOUT|UND_ERR_HEADERS_TIMEOUT|terminated)$/

/** What a failed exchange means, and whether it may pass. */
export function explainNetworkFailure(url: URL, error: unknown): { says: string; retryable: boolean } {
  const code = codeOf(error)
  if (OFFLINE.has(code))
    return { says: `${url.host} cannot be reached from here (${code}). ${OFFLINE_ADVICE}`, retryable: true }
  if (CUT.test(code)) return { says: `${url.host} closed the connection (${code})`, retryable: true }
  if (/CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code))
    return {
      says: `the certificate of ${url.host} is not valid (${code}); behind a company's proxy, name its certificate in NODE_EXTRA_CA_CERTS`,
      retryable: false
    }
  return { says: `the exchange with ${url.host} failed (${code})`, retryable: true }
}

export const OFFLINE_ADVICE =
  'Without a network: pull the model on a machine that has one, bring the folder models/ of its library here, and pull again with --from FOLDER. With a mirror: set HF_ENDPOINT to its address'

const MEANINGS: Record<number, string> = {
  401: 'it asks for an account; the models of the catalogue need none, so look at the mirror',
  403: 'it refuses; if HF_ENDPOINT names a mirror, it may not carry this model',
  404: 'it has no such file; if HF_ENDPOINT names a mirror, it does not carry this revision: unset it, or name another',
  410: 'it has the file no more; look for a newer release of Duologue',
  429: 'it asks for patience; try again later, or use a mirror with HF_ENDPOINT'
}

/** What a status other than 200 and 206 means, and whether it may pass. */
export function explainStatus(url: URL, status: number): { says: string; retryable: boolean } {
  const meaning =
    MEANINGS[status] ?? (status >= 500 ? 'it has a fault of its own' : 'it did not give the file')
  return {
    says: `${shownUrl(url)} answered ${status}: ${meaning}`,
    retryable: status === 408 || status === 425 || status === 429 || status >= 500
  }
}
