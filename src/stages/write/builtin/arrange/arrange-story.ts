import type { Candidate } from '../sentences/candidates.ts'
import type { Item } from '../../../../domain/feed.ts'
import { beginStory, type Beginning, type StoryPlace } from './begin-story.ts'
import { cueStory } from './cue-story.ts'
import { cueOutlet, type CueContext } from './cue-turn.ts'
import { divideTurns } from './divide-turns.ts'
import type { PhraseBook } from './phrase-book.ts'
import { AGREEMENTS, ATTRIBUTIONS, ATTRIBUTIONS_AND_OTHERS, ATTRIBUTIONS_PLAIN } from '../phrases/sources.ts'
import { ours, quoted, type Line, type Part } from './script-part.ts'
import type { SeededRandom } from '../language/seeded-random.ts'
import type { Placed } from '../choose/sequence.ts'
import { sourcesOf, type StorySources } from './story-sources.ts'
import type { StoryPool } from '../choose/story-pool.ts'
import { subjectOf } from './subject-of.ts'

export interface StoryStage {
  place: Omit<StoryPlace, 'subject'>
  /** Said the last turn. */
  hostBefore: string
  /** Leads this story. */
  leader: string
  other: (host: string) => string
  book: PhraseBook
  random: SeededRandom
}

/** Where the story's sources are named after its first sentences, if that is still to be done. */
function attribute(
  sources: StorySources,
  stage: StoryStage,
  beginning: Beginning | null,
  allHeard: boolean
): Line | null {
  const { outlet, list, count, others, items } = sources
  const pick = (pool: readonly string[], rests: Item[]): Line | null => {
    const text = stage.book.pick(pool, { outlet, list, count, others })
    return text === null ? null : ours(text, rests)
  }
  const tellsCount = beginning?.tellsCount ?? false
  const namesOutlet = beginning?.namesOutlet ?? false
  const agreement = tellsCount || allHeard || list === '' ? null : pick(AGREEMENTS, items)
  if (agreement !== null) return agreement
  if (namesOutlet || stage.place.namedLately) return null
  const byOthers = tellsCount || others === '' ? null : pick(ATTRIBUTIONS_AND_OTHERS, items)
  if (byOthers !== null) return byOthers
  const text =
    stage.book.pick(ATTRIBUTIONS, { outlet }) ?? stage.book.pickPlain(ATTRIBUTIONS_PLAIN, { outlet })
  return text === null ? null : ours(text, items.slice(0, 1))
}

/** The sentences of a turn; where another outlet begins among them, it is named. */
function linesOf(turn: readonly Candidate[], context: CueContext): Line[] {
  return turn.flatMap((candidate, at) => {
    const before = turn[at - 1]
    const isNew = before !== undefined && before.item.outlet !== candidate.item.outlet
    const cue = isNew ? cueOutlet(candidate, context, false) : null
    return cue === null ? [quoted(candidate)] : [ours(cue.text, [candidate.item]), quoted(candidate)]
  })
}

/** Before the first sentence: by the leader, or by the other host where the leader spoke last. */
function begin(pool: StoryPool, lead: Candidate, sources: StorySources, stage: StoryStage): Beginning | null {
  const { place, book, random, leader, hostBefore } = stage
  const byOther = hostBefore === leader
  const subject = subjectOf(lead.item, lead.text, pool.names)
  const isEcho = !byOther && lead.text.startsWith(subject)
  return beginStory({ ...place, subject: isEcho ? '' : subject }, sources, book, random, byOther)
}

const unnamed = (sources: StorySources): StorySources => ({ ...sources, outlet: '', list: '', count: '' })

/** Sets chosen sentences as a dialogue: a lead by one host, details by both in turn. */
export function arrangeStory(pool: StoryPool, placed: readonly Placed[], stage: StoryStage): Part[] {
  const { random, book, other } = stage
  const turns = divideTurns(placed, random)
  const lead = turns[0]?.[0]
  if (lead === undefined) return []
  const sources = sourcesOf(pool.story, lead.item)
  const isAsked = stage.hostBefore === stage.leader
  const isAlone = turns.length === 1 && !isAsked
  const beginning = begin(pool, lead, isAlone ? unnamed(sources) : sources, stage)
  const leader = isAsked && beginning === null ? other(stage.leader) : stage.leader
  const context: CueContext = { names: pool.names, book, random, used: new Set() }
  const parts: Part[] = turns.map((turn, at) => ({
    kind: at === 0 ? 'lead' : 'detail',
    host: at % 2 === 0 ? leader : other(leader),
    lines: linesOf(turn, context)
  }))
  const heard = new Set(placed.map(({ candidate }) => candidate.item.outlet))
  const allHeard = sources.items.every(({ outlet }) => heard.has(outlet))
  const attribution = attribute(sources, stage, beginning, allHeard)
  if (attribution !== null && isAlone)
    parts.push({ kind: 'detail', host: other(leader), lines: [attribution] })
  else if (attribution !== null) parts[0]?.lines.push(attribution)
  cueStory(parts, turns, context)
  if (beginning === null) return parts
  if (isAsked) return [{ kind: 'lead', host: other(leader), lines: [beginning.line] }, ...parts]
  parts[0]?.lines.unshift(beginning.line)
  return parts
}
