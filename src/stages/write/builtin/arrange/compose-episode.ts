import type { Item } from '../../../../domain/feed.ts'
import type { Excerpt } from '../../excerpts/within-caps.ts'
import type { Assignment } from '../../ports.ts'
import { arrangeClose } from './arrange-close.ts'
import { arrangeOpening, keptHeadlines } from './arrange-opening.ts'
import { arrangeStory } from './arrange-story.ts'
import type { Candidate } from '../sentences/candidates.ts'
import { chooseSentences } from '../choose/choose-sentences.ts'
import type { StoryPlace } from './begin-story.ts'
import { followUpLine } from './follow-up-line.ts'
import { mannerOf } from './manner.ts'
import { dayOf } from '../language/calendar.ts'
import { createPhraseBook, type PhraseBook } from './phrase-book.ts'
import { isGrave } from './reaction-of.ts'
import { createRota } from './rota.ts'
import { ours, type Part } from './script-part.ts'
import { createSeededRandom, type SeededRandom } from '../language/seeded-random.ts'
import { THROWS } from '../phrases/story-starts.ts'
import { subjectOf } from './subject-of.ts'
import type { Placed } from '../choose/sequence.ts'
import { spokenTopic } from './spoken-topic.ts'
import type { StoryPool } from '../choose/story-pool.ts'

export interface ComposedStory {
  pool: StoryPool
  parts: Part[]
}

export interface Composed {
  opening: Part[]
  stories: ComposedStory[]
  close: Part[]
}

interface ChosenStory {
  pool: StoryPool
  placed: Placed[]
}

/** Chooses for one story after the other, so that nothing is told twice. */
function chooseAll(
  pools: readonly StoryPool[],
  wordsOf: (pool: StoryPool) => number,
  headlines: readonly Excerpt[]
): ChosenStory[] {
  const told: Candidate[] = []
  return pools.flatMap(pool => {
    const placed = chooseSentences(pool, wordsOf(pool), told, headlines)
    if (placed === null) return []
    told.push(...placed.map(({ candidate }) => candidate))
    return { pool, placed }
  })
}

/** An outlet that has story after story is named with every third. */
const NAMED_EVERY = 3

const leadOutlet = (story: ChosenStory | undefined): string | undefined =>
  story?.placed[0]?.candidate.item.outlet

/** The items of a story, the one that leads it first. */
function itemsOf({ placed, pool }: ChosenStory): Item[] {
  const lead = placed[0]?.candidate.item
  return lead === undefined ? [] : [lead, ...pool.story.items.filter(({ id }) => id !== lead.id)]
}

const THROW_SHARE = 0.4
const MOST_THROWS = 2

/** Lets the host who ends a story hand over to the one who begins the next: by name, and with what it is about. */
function throwTo(
  name: string,
  { where, topic, topicBefore, subject }: StoryPlace,
  before: ComposedStory | undefined,
  book: PhraseBook,
  random: SeededRandom
): boolean {
  const last = before?.parts.at(-1)
  if (last === undefined || where !== 'next' || random.next() > THROW_SHARE) return false
  const slots = { name, subject, topic: topic === topicBefore ? '' : topic }
  const text = book.spend(THROWS, MOST_THROWS) ? book.pick(THROWS, slots) : null
  if (text !== null) last.lines.push(ours(text, []))
  return text !== null
}

/** Days from the first of 1970 to a date; 0 where it is none. */
const daysUpTo = (date: string): number => Math.round((dayOf(date) ?? 0) / 86_400_000)

/** A whole episode with about so many words of the sources for each story. Stories without a sentence that stands alone are left out. */
export function composeEpisode(
  { show, rundown }: Assignment,
  pools: readonly StoryPool[],
  wordsOf: (pool: StoryPool) => number
): Composed {
  const seed = `${show.id} ${rundown.date}`
  const book = createPhraseBook(seed, { seed: show.id, day: daysUpTo(rundown.date) })
  const rota = createRota(show.hosts.map(({ name }) => name))
  const manner = mannerOf(show.format)
  const leads = pools.flatMap(pool => pool.leads[0]?.item ?? [])
  const chosen = chooseAll(pools, wordsOf, keptHeadlines(show.minutes, leads))
  const told = chosen.flatMap(({ placed }) => placed.map(({ candidate }) => candidate))
  const opening = arrangeOpening(show, rundown.date, chosen.map(itemsOf), told, book)

  let hostBefore = opening.at(-1)?.host ?? rota.first
  const leaders: string[] = []
  const said: string[] = []
  const stories: ComposedStory[] = []
  for (const [at, { pool, placed }] of chosen.entries()) {
    const leader = rota.after(hostBefore)
    const before = chosen[at - 1]
    const lead = placed[0]?.candidate
    const random = createSeededRandom(`${seed} ${pool.story.id}`)
    const place: StoryPlace = {
      where: at === 0 ? ('first' as const) : at === chosen.length - 1 ? ('last' as const) : ('next' as const),
      topic: spokenTopic(pool.story),
      topicBefore: before === undefined ? '' : spokenTopic(before.pool.story),
      namedLately: at % NAMED_EVERY !== 0 && leadOutlet(before) === leadOutlet({ pool, placed }),
      subject: lead === undefined ? '' : subjectOf(lead.item, lead.text, pool.names),
      isThrown: false,
      followUp: followUpLine(pool.followUp, book) ?? ''
    }
    const around = [before?.placed ?? [], placed].flat().map(({ candidate }) => candidate.text)
    const canThrow = !rota.isAlone && !isGrave(around.join(' '))
    place.isThrown = canThrow && throwTo(leader, place, stories.at(-1), book, random)
    const mustAlternate = !rota.isAlone && leaders.at(-1) === leader
    const parts = arrangeStory(pool, placed, {
      place,
      leader,
      rota,
      manner,
      mustAlternate,
      book,
      random,
      said
    })
    hostBefore = parts.at(-1)?.host ?? hostBefore
    leaders.push(leader)
    stories.push({ pool, parts })
  }
  const from = told.map(({ item }) => item)
  const close = arrangeClose(show, rundown.date, stories.length, from, rota.after(hostBefore), book)
  return { opening, stories, close }
}
