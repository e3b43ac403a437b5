import type { Placed } from '../choose/sequence.ts'
import { tellsTitle } from '../choose/choose-lead.ts'
import { chooseSentences } from '../choose/choose-sentences.ts'
import { isStale } from '../choose/follow-up.ts'
import type { StoryPool } from '../choose/story-pool.ts'
import type { Manner } from './manner.ts'

/** A story that can be told. */
export interface Tellable {
  pool: StoryPool
  /** Seconds that all of its sentences would take. */
  capacitySeconds: number
}

const LEAST_STORY_SECONDS = 22
const BEGINNING_SECONDS = 3
/** What one sentence tells does not open an episode while others have more. */
const ENOUGH_TO_LEAD_SECONDS = 22
const MOST_WORDS = 500

const wordsOf = (placed: readonly Placed[]): number =>
  placed.reduce((sum, { candidate }) => sum + candidate.words, 0)

/** Measures what each story has to say. One sentence that does not tell what the headline announces is no story. */
export function tellablesOf(pools: readonly StoryPool[], wordsPerMinute: number): Tellable[] {
  const measured = pools.map(pool => {
    const placed = chooseSentences(pool, MOST_WORDS, []) ?? []
    const capacitySeconds = BEGINNING_SECONDS + (wordsOf(placed) / wordsPerMinute) * 60
    const [only] = placed.length === 1 ? placed : []
    return { pool, capacitySeconds, isWhole: only === undefined || tellsTitle(only.candidate) }
  })
  const whole = measured.filter(({ isWhole }) => isWhole)
  return whole.length > 0 ? whole : measured
}

/** With less to say than so many seconds a story is worth less. */
const worthOf = ({ pool, capacitySeconds }: Tellable, depthSeconds: number): number =>
  pool.story.score * (depthSeconds > 0 ? Math.min(1, capacitySeconds / depthSeconds) : 1)

/** Best first; what has nothing new comes last. */
const byWorth =
  (depthSeconds: number) =>
  (a: Tellable, b: Tellable): number =>
    Number(isStale(a.pool)) - Number(isStale(b.pool)) || worthOf(b, depthSeconds) - worthOf(a, depthSeconds)

/** Stories in the order of the rundown; where its first is not among them, the one that best deserves it goes first. */
function inOrder(
  picked: readonly Tellable[],
  all: readonly Tellable[],
  opener: string | undefined
): StoryPool[] {
  const ordered = all.filter(each => picked.includes(each))
  const first = ordered[0]
  const isFull = (each: Tellable): boolean => each.capacitySeconds >= ENOUGH_TO_LEAD_SECONDS
  if (first === undefined || (first.pool.story.id === opener && isFull(first)))
    return ordered.map(({ pool }) => pool)
  const lead = [...ordered].sort(byWorth(0)).find(isFull) ?? first
  return [lead, ...ordered.filter(each => each !== lead)].map(({ pool }) => pool)
}

/** How many stories fit an episode with so many seconds for them, and `wished` of them asked for. */
export function storyCount(
  tellables: readonly Tellable[],
  seconds: number,
  wished: number,
  { depthSeconds, mostShare }: Pick<Manner, 'depthSeconds' | 'mostShare'>
): number {
  const most = Math.max(1, Math.min(wished, Math.floor(seconds / LEAST_STORY_SECONDS)))
  const usable = [...tellables]
    .sort(byWorth(depthSeconds))
    .map(each => Math.min(each.capacitySeconds, seconds * mostShare))
  let count = 0
  for (let sum = 0; count < usable.length && (count < most || sum < seconds); count++)
    sum += usable[count] ?? 0
  return count
}

/** The `count` stories that are worth most, in the order in which they are told. `depthSeconds`: so much each should have to say. */
export function pickStories(
  tellables: readonly Tellable[],
  count: number,
  opener: string | undefined,
  depthSeconds = 0
): StoryPool[] {
  return inOrder([...tellables].sort(byWorth(depthSeconds)).slice(0, count), tellables, opener)
}
