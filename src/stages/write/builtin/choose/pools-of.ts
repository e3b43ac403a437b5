import type { Assignment } from '../../ports.ts'
import { asFollowUp } from './follow-up.ts'
import { isTellable, poolOf, type StoryPool } from './story-pool.ts'
import { withoutOwnNames } from './without-own-names.ts'

/** The stories of a rundown that can be told, without what earlier episodes said of them. */
export const poolsOf = ({ show, rundown, earlier = [] }: Assignment): StoryPool[] =>
  rundown.stories
    .map(story => withoutOwnNames(poolOf(story, rundown.date), show))
    .filter(isTellable)
    .map(pool => asFollowUp(pool, earlier, rundown.date))
