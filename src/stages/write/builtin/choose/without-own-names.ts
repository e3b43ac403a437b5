import type { Show } from '../../../../domain/show.ts'
import { nameRuns } from '../language/names.ts'
import { tokensOf } from '../language/words.ts'
import type { Candidate } from '../sentences/candidates.ts'
import type { StoryPool } from './story-pool.ts'

const LEAST_TITLE_WORDS = 2

/** Does a sentence name the show, or somebody by a host's name alone? A listener would take it for a word of the show on itself. */
function createOwnTest({ title, hosts }: Show, { names }: StoryPool): (candidate: Candidate) => boolean {
  const own = tokensOf(title.toLowerCase())
  const show = ` ${own.join(' ')} `
  const isHost = (run: readonly string[]): boolean =>
    run.length === 1 && hosts.some(({ name }) => name === run[0])
  return ({ text }) =>
    (own.length >= LEAST_TITLE_WORDS && ` ${tokensOf(text.toLowerCase()).join(' ')} `.includes(show)) ||
    nameRuns(text, word => names.proper.has(word) || hosts.some(({ name }) => name === word)).some(isHost)
}

/** A story without the sentences that would be heard as being about the show or its hosts. */
export function withoutOwnNames(pool: StoryPool, show: Show): StoryPool {
  const isOwn = createOwnTest(show, pool)
  return {
    ...pool,
    leads: pool.leads.filter(lead => !isOwn(lead)),
    runs: pool.runs.filter(({ sentences }) => !sentences.some(isOwn))
  }
}
