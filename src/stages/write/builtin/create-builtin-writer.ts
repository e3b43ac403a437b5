import { sourceOf } from '../../../domain/format-needs.ts'
import { MOST_EXCERPT } from '../../../domain/show.ts'
import { StageError } from '../../../domain/stage-error.ts'
import { countWords } from '../../../domain/text.ts'
import { excerptCap } from '../excerpts/within-caps.ts'
import { faultOfBuiltin } from '../formats/formats.ts'
import { NothingToSayError } from '../nothing-to-say-error.ts'
import type { Assignment, Writer, Writing } from '../ports.ts'
import { draftOf } from './arrange/draft-of.ts'
import type { SecondsToSay } from './arrange/estimate-seconds.ts'
import { fitNews } from './arrange/fit-news.ts'
import { poolsOf } from './choose/pools-of.ts'
import { readText } from './read-text/read-text.ts'
import { isReadFormat } from './read-text/reading.ts'

function fail(message: string): never {
  throw new StageError('write', message, { retryable: false })
}

/** That a feed's own limit may be why. */
function capHint({ rundown }: Assignment): string {
  const least = Math.min(...rundown.stories.flatMap(({ items }) => items.map(excerptCap)))
  return least < MOST_EXCERPT ? `, or raise their excerpt, which is as low as ${least} words` : ''
}

/** Words per minute of a host; throws a StageError where it is not known. */
function paceFrom({ wordsPerMinute }: Assignment): (host: string) => number {
  return host => {
    const pace = wordsPerMinute[host]
    if (pace === undefined || !(pace > 0))
      fail(`the pace of the host "${host}" is not known: give wordsPerMinute for each host by name`)
    return pace
  }
}

/** Writes without a model: chosen sentences of the sources carry every fact, the words between them are ours; a text is read as it stands. English only. */
export function createBuiltinWriter(): Writer {
  const write = async (assignment: Assignment, options: { signal?: AbortSignal } = {}): Promise<Writing> => {
    const { show, rundown } = assignment
    const fault = faultOfBuiltin(show)
    if (fault !== null) fail(fault)
    if (!/^en(?:-|$)/i.test(show.language))
      fail(
        `the built-in writer writes English only, not "${show.language}"; set language: en or choose another writer`
      )
    options.signal?.throwIfAborted()
    if (sourceOf(show) === 'text' && isReadFormat(show.format)) return readText(assignment, show.format)
    const pools = poolsOf(assignment)
    if (pools.length === 0)
      throw new NothingToSayError(
        `none of the ${rundown.stories.length} stories of ${rundown.show} ${rundown.episode} has a sentence that can be said alone; use feeds that carry text in whole sentences${capHint(assignment)}`
      )
    const paceOf = paceFrom(assignment)
    const byWords: SecondsToSay = (host, text) => (countWords(text) / paceOf(host)) * 60
    const composed = fitNews(assignment, pools, paceOf, assignment.secondsToSay ?? byWords)
    return draftOf(assignment, composed)
  }
  return { name: 'builtin', write }
}
