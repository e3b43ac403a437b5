import type { Item } from '../../../domain/feed.ts'
import type { Turn } from '../../../domain/script.ts'
import { standingWords } from './standing-words.ts'
import { excerptCap, excerptWords, type Excerpt } from './within-caps.ts'

/** What a script speaks of its items: sentences that are known as theirs, and turns that may hold others. */
export interface Spoken {
  excerpts: readonly Excerpt[]
  turns: readonly Pick<Turn, 'text'>[]
}

const wordsSpoken = ({ excerpts, turns }: Spoken, item: Item): number =>
  Math.max(
    excerptWords(excerpts, item),
    turns.reduce((sum, { text }) => sum + standingWords(text, item), 0)
  )

/** May these be spoken too, with no more of any of the items than its cap allows? */
export const hasRoomFor = (more: readonly Excerpt[], items: readonly Item[], spoken: Spoken): boolean =>
  items.every(item => wordsSpoken(spoken, item) + excerptWords(more, item) <= excerptCap(item))
