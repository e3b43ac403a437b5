import { StageError } from '../../domain/stage-error.ts'
import type { SortedItems } from './sort-items.ts'

export interface FeedFailure {
  url: string
  /** A sentence; it may name the address itself. */
  reason: string
}

/** Each failure with its address, once. */
const listed = (failures: readonly FeedFailure[]): string =>
  failures.map(({ url, reason }) => (reason.includes(url) ? reason : `${url}: ${reason}`)).join('; ')

export const noFeedAnswered = (show: string, failures: readonly FeedFailure[]): StageError =>
  new StageError('fetch', `no feed of ${show} gave anything: ${listed(failures) || 'it has no feeds'}`, {
    retryable: false
  })

export function nothingToTell(
  show: string,
  { seen, headlines, leftOut }: SortedItems,
  failures: readonly FeedFailure[]
): StageError {
  const failed = failures.length === 0 ? '' : `; feeds that failed: ${listed(failures)}`
  return new StageError(
    'fetch',
    `the feeds of ${show} have nothing to tell: of ${seen} items, ${headlines.length} are only headlines and ` +
      `${leftOut.length} are advertisements, live blogs or the like; add feeds that carry summaries${failed}`,
    { retryable: false }
  )
}
