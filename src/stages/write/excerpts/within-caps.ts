import type { Item } from '../../../domain/feed.ts'
import { MOST_EXCERPT } from '../../../domain/show.ts'
import { flatWords } from '../check/form/word-runs.ts'
import { standingWords } from './standing-words.ts'

/** A sentence or headline of an item, as it is spoken, without words of ours around it. */
export interface Excerpt {
  item: Item
  text: string
}

/** Most words of an item's own that an episode speaks. */
export const excerptCap = ({ excerpt }: Pick<Item, 'excerpt'>): number => excerpt ?? MOST_EXCERPT

/** Words of an item that are spoken: all of its own sentences, and of others' what stands in it word for word. Counted as strictly as anybody might: "46.7" is two. */
export const excerptWords = (spoken: readonly Excerpt[], of: Item): number =>
  spoken.reduce(
    (sum, { item, text }) => sum + (item.id === of.id ? flatWords(text).length : standingWords(text, of)),
    0
  )

/** Is of none of these items more spoken than may be? */
export const areWithinCaps = (spoken: readonly Excerpt[], items: readonly Item[]): boolean =>
  items.every(item => excerptWords(spoken, item) <= excerptCap(item))
