import { canParseUrl } from '../../domain/can-parse-url.ts'
import { explainNetworkFailure, explainStatus, shownUrl } from './explain-failure.ts'
import { PullError } from './pull-error.ts'

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const MOST_REDIRECTS = 5
const MOST_PATIENCE_MS = 60_000

export interface Download {
  /** Where the bytes come from, after redirects. */
  url: URL
  response: Response
}

/**
 * Sends a GET, for a range where `offset` is above 0, and follows redirects by hand: from https they never lead to
 * http, and a name and password go to the first host alone. Gives a 200, 206 or 416 with its body unread.
 */
export async function openDownload(
  start: URL,
  { offset, etag, signal }: { offset: number; etag: string | null; signal: AbortSignal }
): Promise<Download> {
  let url = start
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const response = await send(url, headersFor(start, url, offset, etag), signal)
    if (!REDIRECTS.has(response.status)) return checkStatus(url, response)
    await response.body?.cancel()
    url = redirectTarget(url, response.status, response.headers.get('location'))
  }
  throw new PullError(`${shownUrl(start)} redirects more than ${MOST_REDIRECTS} times`)
}

function headersFor(start: URL, url: URL, offset: number, etag: string | null): Record<string, string> {
  const login = url.host === start.host && start.username !== ''
  return {
    'user-agent': 'Duologue/0.1 (models pull)',
    // A packed answer could neither be resumed nor counted.
    'accept-encoding': 'identity',
    ...(offset > 0 && { range: `bytes=${offset}-` }),
    ...(offset > 0 && etag !== null && { 'if-range': etag }),
    ...(login && { authorization: `Basic ${btoa(`${start.username}:${start.password}`)}` })
  }
}

async function send(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  const plain = new URL(url)
  plain.username = ''
  plain.password = ''
  try {
    return await fetch(plain, { headers, signal, redirect: 'manual' })
  } catch (cause) {
    signal.throwIfAborted()
    const { says, retryable } = explainNetworkFailure(url, cause)
    throw new PullError(says, { retryable, cause })
  }
}

async function checkStatus(url: URL, response: Response): Promise<Download> {
  const { status } = response
  if (status === 200 || status === 206 || status === 416) return { url, response }
  await response.body?.cancel()
  const { says, retryable } = explainStatus(url, status)
  throw new PullError(says, { retryable, waitMs: patienceOf(response) })
}

function patienceOf(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? 0)
  return Number.isFinite(seconds) ? Math.min(seconds * 1000, MOST_PATIENCE_MS) : 0
}

/** Where a redirect leads; throws where it may not be followed. */
export function redirectTarget(from: URL, status: number, location: string | null): URL {
  if (location === null || !canParseUrl(location, from.href))
    throw new PullError(`${shownUrl(from)} answered ${status} without a usable new address`)
  const to = new URL(location, from)
  if (to.protocol !== 'https:' && !(to.protocol === 'http:' && from.protocol === 'http:'))
    throw new PullError(
      `${shownUrl(from)} redirects to ${to.protocol}//${to.host}; from https only https is followed`
    )
  return to
}
