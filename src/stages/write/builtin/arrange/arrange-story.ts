import { AGREEMENTS, ATTRIBUTIONS, ATTRIBUTIONS_PLAIN } from '../phrases/sources.ts'
import type { Placed } from '../choose/sequence.ts'
import type { StoryPool } from '../choose/story-pool.ts'
import type { SeededRandom } from '../language/seeded-random.ts'
import type { Candidate } from '../sentences/candidates.ts'
import { beginStory, type Beginning, type StoryPlace } from './begin-story.ts'
import { creditedAfter } from './credit.ts'
import { cueStory, linesOf } from './cue-story.ts'
import type { CueContext } from './cue-turn.ts'
import { divideTurns } from './divide-turns.ts'
import type { Manner } from './manner.ts'
import { nameOutlets } from './name-outlets.ts'
import type { PhraseBook } from './phrase-book.ts'
import type { Rota } from './rota.ts'
import { setTurns } from './set-turns.ts'
import { ours, type Line, type Part } from './script-part.ts'
import { tellDifference } from './tell-difference.ts'
import { sourcesOf, type StorySources } from './story-sources.ts'

export interface StoryStage {
  place: StoryPlace
  /** Leads this story. */
  leader: string
  rota: Rota
  manner: Manner
  /** Must another host lead the next story? */
  mustAlternate: boolean
  book: PhraseBook
  random: SeededRandom
  /** What the turns before say; grows. */
  said: string[]
}

const MOST_AGREEMENTS = 2

/** The lead's turn with its source: at the end of a sentence that has room for it, or after the first one. */
function credit(
  lines: Line[],
  { namesOutlet }: Beginning,
  sources: StorySources,
  stage: StoryStage,
  names: CueContext['names']
): Line[] {
  const { book, place } = stage
  const { outlet, unheard, have, items } = sources
  const canAgree = unheard !== '' && !place.namedLately && book.spend(AGREEMENTS, MOST_AGREEMENTS)
  const agreement = canAgree ? book.pick(AGREEMENTS, { unheard, have }) : null
  const also = agreement === null ? [] : [ours(agreement, items)]
  if (namesOutlet || place.namedLately || outlet === '') return [...lines, ...also]
  const own = lines.filter(({ from }) => from !== null && from.item.outlet === items[0]?.outlet)
  for (const line of own) {
    const credited = line.from?.text === line.text ? creditedAfter(line.from, outlet, { book, names }) : null
    if (credited !== null) return [...lines.map(each => (each === line ? credited : each)), ...also]
  }
  const text = book.pick(ATTRIBUTIONS, { outlet }) ?? book.pickPlain(ATTRIBUTIONS_PLAIN, { outlet })
  const at = lines.findLastIndex(line => own.includes(line)) + 1
  return text === null
    ? [...lines, ...also]
    : [...lines.slice(0, at), ours(text, items.slice(0, 1)), ...lines.slice(at), ...also]
}

/** Of one turn, where their number cannot be made to fit otherwise. */
const MOST_WORDS_ALONE = 110

/** After as many turns as there are hosts, or twice as many, the same host would begin the next story. */
function turnsOf(
  placed: readonly Placed[],
  { random, mustAlternate, rota, manner }: StoryStage
): Candidate[][] {
  const turns = divideTurns(placed, random, manner)
  const alternates = ({ length }: Candidate[][]): boolean => length % rota.hosts.length !== 0
  if (!mustAlternate || alternates(turns)) return turns
  const count = turns.length
  const others = [
    divideTurns(placed, random, { ...manner, mostTurns: count + 1, leastTurns: count + 1 }),
    divideTurns(placed, random, { ...manner, mostTurns: count - 1, leastTurns: 1 }),
    divideTurns(placed, random, {
      ...manner,
      mostTurns: count - 1,
      leastTurns: 1,
      mostWords: MOST_WORDS_ALONE
    })
  ]
  return others.find(alternates) ?? turns
}

/** Sets chosen sentences as a dialogue: a lead by one host, details by all in turn. */
export function arrangeStory(pool: StoryPool, placed: readonly Placed[], stage: StoryStage): Part[] {
  const { random, book, rota, manner, leader, place } = stage
  const turns = turnsOf(placed, stage)
  const [lead, ...rest] = turns[0] ?? []
  if (lead === undefined) return []
  const heard = new Set(placed.map(({ candidate }) => candidate.item.outlet))
  const sources = sourcesOf(pool.story, lead.item, heard)
  const told = placed.map(({ candidate }) => candidate.text).join(' ')
  const context: CueContext = {
    names: pool.names,
    book,
    random,
    used: new Set(),
    told,
    isAlone: rota.isAlone,
    manner,
    hasEcho: false,
    said: stage.said
  }
  const beginning = beginStory(lead, place, sources, context)
  const opening = [...beginning.lines, ...linesOf(rest, lead, context)]
  const first = credit(opening, beginning, sources, stage, pool.names)
  const cued = cueStory(first.map(({ text }) => text).join(' '), turns, context)
  const { hasAsides } = manner
  const parts = setTurns(first, cued, { rota, leader, mustAlternate: stage.mustAlternate, hasAsides })
  return nameOutlets(tellDifference(parts, pool.difference ?? null), place.namedLately, book)
}
