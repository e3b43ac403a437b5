import type { FollowUp } from '../choose/follow-up.ts'
import { HEARD_BEFORE, NEWS_SINCE } from '../phrases/follow-ups.ts'
import type { PhraseBook } from './phrase-book.ts'

/** Says that the show told a story before, and when; null where it did not, or where the words are used up. */
export function followUpLine(followUp: FollowUp | undefined, book: PhraseBook): string | null {
  if (followUp === undefined) return null
  const pool = followUp.left === 'news' ? NEWS_SINCE : HEARD_BEFORE
  return book.pick(pool, { day: followUp.spokenDay })
}
