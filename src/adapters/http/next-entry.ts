import type { FetchKind, HttpEntry } from '../../domain/http-entry.ts'
import { sha256 } from '../../domain/hash.ts'
import { shownUrl } from '../../domain/shown-url.ts'
import type { WebAnswer } from './create-http-client.ts'
import { nextMove } from './next-move.ts'
import { freshForMs } from './server-wishes.ts'

/** Tries that follow each other, as a job's do, are one failure. */
const SAME_FAILURE_MS = 5 * 60_000
/** Less than a day, so that a daily show looks every day. */
const GONE_MS = 20 * 3_600_000

const blankEntry = (url: string, kind: FetchKind, now: Date): HttpEntry => ({
  url: shownUrl(url),
  kind,
  etag: null,
  lastModified: null,
  finalUrl: shownUrl(url),
  contentType: null,
  body: null,
  askedAt: now.toISOString(),
  lastOkAt: null,
  notBefore: null,
  failures: 0,
  lastFailedAt: null,
  lastError: null,
  move: null,
  movedTo: null
})

export interface Asked {
  url: string
  kind: FetchKind
  known: HttpEntry | null
  now: Date
}

const soon = (now: Date, ms: number): string | null =>
  ms > 0 ? new Date(now.getTime() + ms).toISOString() : null

/** A value that can be sent back; null for one that is missing or far too long. */
const sendable = (header: string | undefined): string | null =>
  header !== undefined && /^[\x20-\x7e\x80-\xff]{1,1000}$/.test(header) ? header : null

/** What is remembered after an answer. `wasMovedTo`: the address that was asked, where it was not the configured one. */
export function entryAfterAnswer(
  { url, kind, known, now }: Asked,
  answer: WebAnswer,
  wasMovedTo: string | null
): HttpEntry {
  const { bytes, headers, finalUrl } = answer
  const isSame = bytes === null
  const etag = sendable(headers.etag)
  const lastModified = sendable(headers['last-modified'])
  // Whether this one can be read is not known yet.
  const isDoubtful = known?.unreadable !== undefined
  return {
    ...(known ?? blankEntry(url, kind, now)),
    ...nextMove(known?.move ?? null, wasMovedTo, answer.movedTo, now),
    etag: isSame ? (etag ?? known?.etag ?? null) : etag,
    lastModified: isSame ? (lastModified ?? known?.lastModified ?? null) : lastModified,
    finalUrl,
    contentType: isSame ? (known?.contentType ?? null) : (headers['content-type'] ?? null),
    body: isSame ? (known?.body ?? null) : sha256(bytes),
    askedAt: now.toISOString(),
    lastOkAt: isDoubtful ? known.lastOkAt : now.toISOString(),
    notBefore: soon(now, freshForMs(headers, now)),
    failures: 0,
    lastFailedAt: isDoubtful ? known.lastFailedAt : null,
    lastError: isDoubtful ? known.lastError : null
  }
}

/** Counts a failure, but tries in quick succession once. */
function failOnce(
  before: HttpEntry,
  count: 'failures' | 'unreadable',
  message: string,
  now: Date
): HttpEntry {
  const { lastFailedAt } = before
  const isRepeat = lastFailedAt !== null && now.getTime() - Date.parse(lastFailedAt) < SAME_FAILURE_MS
  return {
    ...before,
    [count]: Math.max(1, (before[count] ?? 0) + (isRepeat ? 0 : 1)),
    lastFailedAt: isRepeat ? lastFailedAt : now.toISOString(),
    lastError: message.slice(0, 500)
  }
}

/** What is remembered after a failure; the last good body stays. `waitMs`: as the server asks. */
export function entryAfterFailure(
  { url, kind, known, now }: Asked,
  message: string,
  waitMs: number | null
): HttpEntry {
  const failed = failOnce(known ?? blankEntry(url, kind, now), 'failures', message, now)
  return {
    ...failed,
    askedAt: now.toISOString(),
    notBefore: waitMs === null ? null : soon(now, waitMs)
  }
}

/** What is remembered when a page is gone: nothing of what stood there, and that it need not be asked for again today. */
export function entryAfterGone(asked: Asked, message: string): HttpEntry {
  const entry = entryAfterFailure(asked, message, GONE_MS)
  return { ...entry, body: null, etag: null, lastModified: null, contentType: null }
}

/** What is remembered when somebody has read the body, or could not. `wrong`: null where it was read. */
export function entryAfterReading(entry: HttpEntry, wrong: string | null, now: Date): HttpEntry {
  if (wrong !== null) return failOnce(entry, 'unreadable', wrong, now)
  return entry.unreadable === undefined
    ? entry
    : { ...entry, unreadable: undefined, lastOkAt: entry.askedAt, lastFailedAt: null, lastError: null }
}
