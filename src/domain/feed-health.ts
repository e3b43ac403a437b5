import type { HttpEntry } from './http-entry.ts'

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

export const feedHealthOf = ({ url, lastOkAt, failures, lastError, movedTo }: HttpEntry): FeedHealth => ({
  url,
  lastOkAt,
  failures,
  lastError: failures > 0 ? lastError : null,
  movedTo
})
