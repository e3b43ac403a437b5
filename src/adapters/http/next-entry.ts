import type { FetchKind, HttpEntry } from '../../domain/http-entry.ts'
import { sha256 } from '../../domain/hash.ts'
import type { WebAnswer } from './create-http-client.ts'
import { shownUrl } from './http-failure.ts'
import { nextMove } from './next-move.ts'
import { freshForMs } from './server-wishes.ts'

/** Tries that follow each other, as a job's do, are one failure. */
const SAME_FAILURE_MS = 5 * 60_000

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
  return {
    ...(known ?? blankEntry(url, kind, now)),
    ...nextMove(known?.move ?? null, wasMovedTo, answer.movedTo, now),
    etag: isSame ? (etag ?? known?.etag ?? null) : etag,
    lastModified: isSame ? (lastModified ?? known?.lastModified ?? null) : lastModified,
    finalUrl,
    contentType: isSame ? (known?.contentType ?? null) : (headers['content-type'] ?? null),
    body: isSame ? (known?.body ?? null) : sha256(bytes),
    askedAt: now.toISOString(),
    lastOkAt: now.toISOString(),
    notBefore: soon(now, freshForMs(headers, now)),
    failures: 0,
    lastFailedAt: null,
    lastError: null
  }
}

/** What is remembered after a failure; the last good body stays. `waitMs`: as the server asks. */
export function entryAfterFailure(
  { url, kind, known, now }: Asked,
  message: string,
  waitMs: number | null
): HttpEntry {
  const before = known ?? blankEntry(url, kind, now)
  const isRepeat =
    before.lastFailedAt !== null && now.getTime() - Date.parse(before.lastFailedAt) < SAME_FAILURE_MS
  return {
    ...before,
    askedAt: now.toISOString(),
    notBefore: waitMs === null ? null : soon(now, waitMs),
    failures: before.failures + (isRepeat ? 0 : 1),
    lastFailedAt: isRepeat ? before.lastFailedAt : now.toISOString(),
    lastError: message.slice(0, 500)
  }
}
