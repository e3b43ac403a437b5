import { canParseUrl } from '../../domain/can-parse-url.ts'
import { StageError } from '../../domain/stage-error.ts'
import { announceFault } from './announce-fault.ts'
import { explainNetwork } from './explain-network.ts'
import { readExcerpt } from './read-excerpt.ts'

const LIMIT_MS = 15_000

export interface Announcement {
  url: string
  method: 'GET' | 'POST'
  headers: Readonly<Record<string, string>>
  body?: string
  /** What statuses mean here, with what would be right. */
  meanings: Readonly<Record<number, string>>
  /** May the answer's own words be told? Not where it could repeat a secret. */
  quotes?: boolean
}

/**
 * One HTTP exchange; any 2xx is a success, and its body is not read. Redirects are not followed, since a token or a
 * signed message would go along. Throws a StageError that names the host, or the reason of `signal`.
 */
export async function sendAnnouncement(
  announcement: Announcement,
  { signal, limitMs = LIMIT_MS }: { signal: AbortSignal; limitMs?: number }
): Promise<void> {
  const { url, method, headers, body } = announcement
  const deadline = AbortSignal.timeout(limitMs)
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers, 'user-agent': 'Duologue/0.1 (podcast publisher)' },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, deadline])
    })
    const fault = response.ok ? null : await statusFault(announcement, response)
    // An answer that was read to its end, or left in the middle, has nothing to cancel.
    await response.body?.cancel().catch(() => {})
    if (fault !== null) throw fault
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof StageError) throw error
    if (!deadline.aborted) throw explainNetwork(url, error)
    throw announceFault(url, `did not answer within ${limitMs / 1000} s`, true, error)
  }
}

const PASSING = new Set([408, 425, 429])

const MEANINGS: Readonly<Record<number, string>> = {
  404: 'there is nothing at this address',
  429: 'it asks us to come less often'
}

async function statusFault(announcement: Announcement, response: Response): Promise<StageError> {
  const { url, meanings, quotes = false } = announcement
  const { status } = response
  if (status >= 300 && status <= 399) return announceFault(url, redirectOf(url, response), false)
  const words = quotes ? await readExcerpt(response).catch(() => '') : ''
  const meaning =
    meanings[status] ?? MEANINGS[status] ?? (status >= 500 ? 'it has a fault of its own' : 'it refuses us')
  return announceFault(
    url,
    `answered ${status}: ${meaning}${words === '' ? '' : ` ("${words}")`}`,
    PASSING.has(status) || status >= 500
  )
}

function redirectOf(url: string, response: Response): string {
  const location = response.headers.get('location') ?? ''
  const to = canParseUrl(location, url) ? new URL(location, url) : null
  const where = to === null ? 'elsewhere' : `${to.protocol}//${to.host}`
  return `redirects (${response.status}) to ${where}, which is not followed: give the address that it leads to`
}
