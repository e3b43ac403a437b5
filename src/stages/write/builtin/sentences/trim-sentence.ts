import { oneLine } from '../../../../domain/text.ts'
import { cutOpeners } from './cut-openers.ts'
import { cutTail } from './cut-tail.ts'
import { turnQuotation } from './turn-quotation.ts'
import { settleDates } from './settle-dates.ts'

/** As it would be said: what holds only on a page is cut. Null where that cannot be done. */
export function trimSentence(
  sentence: string,
  publishedAt: string | null,
  episodeDate: string
): string | null {
  const settled = settleDates(cutOpeners(oneLine(sentence)), publishedAt, episodeDate)
  return settled === null ? null : turnQuotation(cutTail(cutOpeners(settled)))
}
