import type { Ports } from '../compose.ts'
import { cleanText, oneLine } from '../domain/text.ts'

export type FeedCheck = Awaited<ReturnType<Ports['checkFeed']>>

export const FEEDS_HEADER = 'status  kind  items  newest      text  feed'

/** A feed in the table of `feeds check`; `text` is the share of its items that say more than a headline. */
export function feedRow({ source, status, kind, items, newest, withContent, error }: FeedCheck): string {
  const cells = [
    status.padEnd(6),
    (kind ?? '-').padEnd(4),
    (status === 'failed' ? '-' : String(items)).padStart(5),
    (newest?.slice(0, 10) ?? '-').padEnd(10),
    (status === 'ok' ? `${Math.round(withContent * 100)} %` : '-').padStart(5),
    oneLine(cleanText(source))
  ]
  return `${cells.join('  ')}${error === null ? '' : `  ${error}`}`
}

export interface FeedCounts {
  ok: number
  empty: number
  failed: number
}

/** What `feeds check` says at its end. */
export function feedsSummary({ ok, empty, failed }: FeedCounts): string {
  const all = ok + empty + failed
  return `${all} ${all === 1 ? 'feed' : 'feeds'}: ${ok} with items, ${empty} without, ${failed} failed`
}
