import type { IncomingHttpHeaders } from 'node:http'

const HOUR_MS = 3_600_000
const MOST_FRESH_MS = 6 * HOUR_MS
const MOST_RETRY_MS = 24 * HOUR_MS

const clamp = (ms: number, most: number): number => Math.min(Math.max(ms, 0), most)

const timeOf = (header: string | undefined): number | null => {
  const ms = Date.parse(header ?? '')
  return Number.isNaN(ms) ? null : ms
}

/** Milliseconds until the server may be asked again after a refusal, at most a day; null where it does not say. */
export function retryAfterMs(header: string | null, now: Date): number | null {
  const text = (header ?? '').trim()
  if (/^\d+$/.test(text)) return clamp(Number(text) * 1000, MOST_RETRY_MS)
  const at = /[a-z]/i.test(text) ? timeOf(text) : null
  return at === null ? null : clamp(at - now.getTime(), MOST_RETRY_MS)
}

/** Expires counts from the server's own clock, where it tells it. */
function untilExpiry({ expires, date }: IncomingHttpHeaders, now: Date): number {
  const at = timeOf(expires)
  return at === null ? 0 : at - (timeOf(date) ?? now.getTime())
}

/**
 * Milliseconds for which the server holds its answer to be fresh, at most six hours (RFC 9111 4.2). An answer that
 * should not be stored is kept all the same, as every feed reader keeps what it read, but asked for again each time.
 */
export function freshForMs(headers: IncomingHttpHeaders, now: Date): number {
  const control = headers['cache-control'] ?? ''
  if (/(?:^|,)\s*no-(?:cache|store)\b/i.test(control)) return 0
  const maxAge = /(?:^|,)\s*max-age\s*=\s*"?(\d+)/i.exec(control)?.[1]
  if (maxAge === undefined) return clamp(untilExpiry(headers, now), MOST_FRESH_MS)
  const age = /^\d+$/.test(headers.age ?? '') ? Number(headers.age) : 0
  return clamp((Number(maxAge) - age) * 1000, MOST_FRESH_MS)
}
