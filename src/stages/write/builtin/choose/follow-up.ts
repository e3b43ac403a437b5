import { timesTold, toldBefore } from '../../memory/told-before.ts'
import type { EarlierEpisode } from '../../memory/earlier-episode.ts'
import { createToldTest } from './already-told.ts'
import { chooseSentences } from './choose-sentences.ts'
import type { StoryPool } from './story-pool.ts'

/** That earlier episodes told a story. */
export interface FollowUp {
  /** What the latest day is called today: "yesterday", "on Friday". */
  spokenDay: string
  /** What is left to say: a new beginning, new sentences after a beginning that was heard, or nothing. */
  left: 'news' | 'more' | 'nothing'
}

/** As many words as nothing that is left could fill. */
const ALL_WORDS = 500

/** A story without the sentences that earlier episodes said; the story as it is where none told it. `date`: of the episode. */
export function asFollowUp(pool: StoryPool, earlier: readonly EarlierEpisode[], date: string): StoryPool {
  const past = earlier.filter(episode => episode.date <= date)
  const told = toldBefore(pool.story, past, date)
  if (told === null) return pool
  const { spokenDay } = told
  const isTold = createToldTest(timesTold(pool.story, past).flatMap(({ lines }) => lines))
  const leads = pool.leads.filter(lead => !isTold(lead))
  const runs = pool.runs.filter(({ sentences }) => !sentences.some(isTold))
  if (leads.length > 0) return { ...pool, leads, runs, followUp: { spokenDay, left: 'news' } }
  const more = { ...pool, runs, followUp: { spokenDay, left: 'more' as const } }
  const hasMore = (chooseSentences(more, ALL_WORDS, [])?.length ?? 0) > 1
  return hasMore ? more : { ...pool, followUp: { spokenDay, left: 'nothing' } }
}

export const isStale = ({ followUp }: StoryPool): boolean => followUp?.left === 'nothing'
