import type { PhraseBook } from './phrase-book.ts'
import { ASKED, BY_COUNT, BY_OUTLET, BY_SUBJECT, BY_TOPIC, SAME_TOPIC } from '../phrases/story-starts.ts'
import { ours, type Line } from './script-part.ts'
import type { SeededRandom } from '../language/seeded-random.ts'
import type { StorySources } from './story-sources.ts'

export interface StoryPlace {
  where: 'first' | 'next' | 'last'
  /** As said; empty where it has no name. */
  topic: string
  topicBefore: string
  /** Was the same outlet named for a story just before? */
  namedLately: boolean
  /** A name that the story is about; empty where there is none. */
  subject: string
}

export interface Beginning {
  line: Line
  /** Has the lead's outlet been named? */
  namesOutlet: boolean
  /** Has it been said how many outlets report it? */
  tellsCount: boolean
}

type Slots = Record<string, string>

/** Pools in the order in which they are tried. */
function poolsOf(place: StoryPlace, sources: StorySources, random: SeededRandom): (readonly string[])[] {
  const { where, topic, topicBefore } = place
  const isSame = topic !== '' && topic === topicBefore
  const byTopic = isSame ? SAME_TOPIC : BY_TOPIC[where]
  const byCount = sources.count === '' ? [] : [BY_COUNT[where]]
  const mixed = random.shuffled([BY_OUTLET[where], BY_SUBJECT[where], byTopic, ...byCount])
  return where === 'last'
    ? mixed
    : [...mixed, ...random.shuffled([BY_OUTLET.next, BY_COUNT.next, BY_SUBJECT.next])]
}

/**
 * What is said before the first sentence of a story: by the host who tells it, or, asked, by the other.
 * Null where every phrase that would be true has been used.
 */
export function beginStory(
  place: StoryPlace,
  sources: StorySources,
  book: PhraseBook,
  random: SeededRandom,
  byOther: boolean
): Beginning | null {
  const { outlet, list, count, items } = sources
  const repeats = place.namedLately
  const slots: Slots = {
    outlet: repeats ? '' : outlet,
    list,
    count,
    topic: place.topic,
    before: place.topicBefore,
    subject: place.subject
  }
  const pools = poolsOf(place, sources, random)
  const asked = byOther && random.next() < 0.5 ? [ASKED[place.where], ASKED.next] : []
  for (const pool of [...asked, ...pools, ...(byOther ? [ASKED.next] : [])]) {
    const text = book.pick(pool, slots)
    if (text === null) continue
    const namesOutlet = outlet !== '' && text.toLowerCase().includes(outlet.toLowerCase())
    const tellsCount = list !== '' && text.includes(list)
    return {
      line: ours(text, tellsCount ? items : items.slice(0, 1)),
      namesOutlet,
      tellsCount: tellsCount || (count !== '' && text.toLowerCase().includes(count))
    }
  }
  return null
}
