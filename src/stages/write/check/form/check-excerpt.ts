import type { Item } from '../../../../domain/feed.ts'
import { standingWords } from '../../excerpts/standing-words.ts'
import { excerptCap } from '../../excerpts/within-caps.ts'
import type { TurnFault } from '../fault.ts'
import type { Reading } from '../reading.ts'

/** All from which a turn may have words: its story's items, or those of the whole rundown. */
const sourcesOf = ({ turn: { story }, context: { rundown } }: Reading): Item[] =>
  rundown.stories.filter(({ id }) => story === null || id === story).flatMap(({ items }) => items)

/** A turn with which more words of one article are spoken, as they stand there, than may be. */
export function checkExcerpt(reading: Reading): TurnFault[] {
  const { turn, context } = reading
  if (context.show.feeds.length === 0) return []
  return sourcesOf(reading).flatMap((item): TurnFault[] => {
    const own = standingWords(turn.text, item)
    if (own === 0) return []
    const before = (context.said ?? []).reduce((sum, { text }) => sum + standingWords(text, item), 0)
    const most = excerptCap(item)
    if (before + own <= most) return []
    const message = `with it ${before + own} words of "${item.title}" (${item.outlet}) are said as they stand there; at most ${most} may be, so tell it in other words, or leave it out`
    return [{ kind: 'excerpt', text: turn.text.slice(0, 60), message }]
  })
}
