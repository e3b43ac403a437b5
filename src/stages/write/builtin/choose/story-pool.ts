import type { Story } from '../../../../domain/rundown.ts'
import { areWithinCaps } from '../../excerpts/within-caps.ts'
import { candidatesOf, type Candidate } from '../sentences/candidates.ts'
import { openings } from './choose-lead.ts'
import type { SpokenDifference } from './difference-of.ts'
import type { FollowUp } from './follow-up.ts'
import { namesOf, type Names } from '../language/names.ts'
import { createScorer } from './score-sentence.ts'

/** What can be said of a story, best first. */
export interface StoryPool {
  story: Story
  names: Names
  /** Sentences that can open the story, best first; none that is longer than what may be spoken of its item. */
  leads: Candidate[]
  /** Sentences, each with as many before it as it may lean on, and the score of the last. */
  runs: { sentences: Candidate[]; score: number }[]
  /** Absent where no earlier episode told the story. */
  followUp?: FollowUp
  /** Where its outlets differ in a number; absent where they do not. */
  difference?: SpokenDifference
}

/** Has the story a sentence that can open it? */
export const isTellable = ({ leads }: StoryPool): boolean => leads.length > 0

const MOST_RUN = 3

/** A sentence alone, with the one before it, with the two before it. */
function runsUpTo(candidates: readonly Candidate[], at: number): Candidate[][] {
  const runs: Candidate[][] = []
  for (let length = 1; length <= MOST_RUN && at - length + 1 >= 0; length++) {
    const run = candidates.slice(at - length + 1, at + 1)
    const [first] = run
    const last = run.at(-1)
    if (first === undefined || last === undefined || last.index - first.index !== length - 1) break
    runs.push(run)
  }
  return runs
}

/** Reads the items of a story once, for every choice that is made from them. */
export function poolOf(story: Story, episodeDate: string): StoryPool {
  const names = namesOf(story.items)
  const score = createScorer(story.items)
  const told = story.items.filter(({ substance }) => substance !== 'headline')
  const perItem = told.map(item => candidatesOf(item, names, episodeDate))
  const runs = perItem.flatMap(candidates =>
    candidates.flatMap((candidate, at) =>
      runsUpTo(candidates, at).map((sentences, more) => ({ sentences, score: score(candidate) - 0.3 * more }))
    )
  )
  return {
    story,
    names,
    leads: openings(perItem, names, score).filter(lead => areWithinCaps([lead], story.items)),
    runs: runs.sort((a, b) => b.score - a.score)
  }
}
