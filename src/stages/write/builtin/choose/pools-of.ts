import { checkTurn } from '../../check/check-turn.ts'
import type { Assignment } from '../../ports.ts'
import { differenceOf, type SpokenDifference } from './difference-of.ts'
import { asFollowUp } from './follow-up.ts'
import { isTellable, poolOf, type StoryPool } from './story-pool.ts'
import { withoutOwnNames } from './without-own-names.ts'

/** A story with the number in which its outlets differ, as far as it passes the check. */
function withDifference(pool: StoryPool, { show, rundown }: Assignment): StoryPool {
  const host = show.hosts[0]?.name ?? ''
  const context = { rundown, show, date: rundown.date, prompts: [], earlierEpisodes: [] }
  const isTrue = ({ text, items }: SpokenDifference): boolean =>
    checkTurn({ id: 'd', host, text, items: items.map(({ id }) => id), story: pool.story.id }, context)
      .length === 0
  const difference = differenceOf(pool.story, isTrue)
  return difference === null ? pool : { ...pool, difference }
}

/** The stories of a rundown that can be told, without what earlier episodes said of them. */
export const poolsOf = (assignment: Assignment): StoryPool[] => {
  const { show, rundown, earlier = [] } = assignment
  return rundown.stories
    .map(story => withoutOwnNames(poolOf(story, rundown.date), show))
    .filter(isTellable)
    .map(pool => withDifference(asFollowUp(pool, earlier, rundown.date), assignment))
}
