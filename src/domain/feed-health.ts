import { failuresOf, type HttpEntry } from './http-entry.ts'

/** How a feed has answered lately. */
export interface FeedHealth {
  url: string
  /** ISO 8601, UTC; null where it never answered. */
  lastOkAt: string | null
  /** In a row, until now. */
  failures: number
  lastError: string | null
  /** Where it moved for good, when that was seen often enough. */
  movedTo: string | null
}

export function feedHealthOf(entry: HttpEntry): FeedHealth {
  const { url, lastOkAt, lastError, movedTo } = entry
  const failures = failuresOf(entry)
  return { url, lastOkAt, failures, lastError: failures > 0 ? lastError : null, movedTo }
}
