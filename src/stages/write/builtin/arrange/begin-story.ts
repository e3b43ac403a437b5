import { continued } from '../language/continued.ts'
import type { Names } from '../language/names.ts'
import type { SeededRandom } from '../language/seeded-random.ts'
import {
  BY_COUNT,
  BY_SUBJECT,
  BY_TOPIC,
  FUSED,
  FUSED_SAME_TOPIC,
  FUSED_TOPIC,
  PLAIN,
  SAME_TOPIC,
  type Where
} from '../phrases/story-starts.ts'
import type { Candidate } from '../sentences/candidates.ts'
import { creditedBefore } from './credit.ts'
import type { PhraseBook } from './phrase-book.ts'
import { newsFieldOf } from './spoken-topic.ts'
import { tokensOf } from '../language/words.ts'
import { ours, quoted, type Line } from './script-part.ts'
import type { StorySources } from './story-sources.ts'

export interface StoryPlace {
  where: Where
  /** As said; empty where it has no name. */
  topic: string
  topicBefore: string
  /** Was the same outlet named for a story just before? */
  namedLately: boolean
  /** A name that the story is about; empty where there is none. */
  subject: string
  /** Has the host before announced it? */
  isThrown: boolean
  /** That it was told before, as said; empty where it was not. */
  followUp: string
}

export interface Beginning {
  /** The lead sentence, and what is said before it. */
  lines: Line[]
  /** Has the lead's outlet been named? */
  namesOutlet: boolean
}

export interface BeginContext {
  names: Names
  book: PhraseBook
  random: SeededRandom
}

type Way = () => Beginning | null

/** Words at the beginning of a sentence: a name among them is not announced right before it. */
const IN_THE_EAR = 8

const isOneWord = (topic: string): boolean => topic !== '' && !topic.includes(' ')

/**
 * The first sentence of a story, with what leads to it: a name or a topic that it is about, its source, or nothing.
 */
export function beginStory(
  lead: Candidate,
  place: StoryPlace,
  sources: StorySources,
  context: BeginContext
): Beginning {
  const { names, book, random } = context
  const { where, topic, topicBefore, subject } = place
  const field = newsFieldOf(topic)
  const slots = { topic, field, before: topicBefore, subject, count: sources.count }
  const announced = (
    pool: readonly string[],
    most: number,
    rests = sources.items.slice(0, 1),
    what: unknown = pool
  ): Way =>
    function announce() {
      const text = book.spend(what, most) ? book.pick(pool, slots) : null
      return text === null ? null : { lines: [ours(text, rests), quoted(lead)], namesOutlet: false }
    }
  const fused = (pool: readonly string[]): Way =>
    function fuse() {
      const rest = continued(lead.text, word => names.proper.has(word))
      const start = rest === null ? null : book.pick(pool, slots)
      const line = { ...quoted(lead), text: `${start} ${rest}` }
      return start === null ? null : { lines: [line], namesOutlet: false }
    }
  const credited: Way = () => {
    const canName = !place.namedLately && sources.outlet !== ''
    const line = canName ? creditedBefore(lead, sources.outlet, false, context) : null
    return line === null ? null : { lines: [line], namesOutlet: true }
  }
  const beginning = ` ${tokensOf(lead.text).slice(0, IN_THE_EAR).join(' ')} `
  const isSame = topic !== '' && topic === topicBefore
  const byTopic = isSame
    ? [announced(SAME_TOPIC, 2), ...(isOneWord(topic) ? [fused(FUSED_SAME_TOPIC)] : [])]
    : [announced(BY_TOPIC[where], 4), ...(isOneWord(topic) && where === 'next' ? [fused(FUSED_TOPIC)] : [])]
  const isEcho = subject === '' || beginning.includes(` ${subject} `)
  const bySubject = isEcho ? [] : [announced(BY_SUBJECT[where], 3)]
  const byCount = sources.count === '' ? [] : [announced(BY_COUNT[where], 1, sources.items, BY_COUNT)]
  const mixed = random.shuffled([...byTopic, ...bySubject, ...byCount, credited])
  const ways =
    where === 'last'
      ? [fused(FUSED.last), ...mixed]
      : [...mixed, fused(FUSED[where]), announced(PLAIN[where], 2)]
  if (place.followUp !== '')
    return { lines: [ours(place.followUp, sources.items.slice(0, 1)), quoted(lead)], namesOutlet: false }
  for (const way of place.isThrown ? [] : ways) {
    const beginning = way()
    if (beginning !== null) return beginning
  }
  return { lines: [quoted(lead)], namesOutlet: false }
}
