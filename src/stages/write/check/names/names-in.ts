import type { Statement } from '../read-statement.ts'
import { STOP_WORDS, TALK_WORDS } from '../text/stop-words.ts'
import { COMMON_WORDS } from './common-words.ts'
import { nameRuns, type NameRun } from './name-run.ts'

const isOrdinary = (word: string): boolean =>
  COMMON_WORDS.has(word) || STOP_WORDS.has(word) || TALK_WORDS.has(word)

/** Without an ordinary word at its start, where it opens the sentence. */
function withoutOpener(run: NameRun): NameRun | null {
  const [first = ''] = run.words
  if (!run.opens || !isOrdinary(first)) return run
  const rest = run.words.slice(1)
  return rest.length === 0
    ? null
    : {
        ...run,
        words: rest,
        from: run.from + 1,
        text: run.text.slice(run.text.search(/\s/) + 1),
        opens: false
      }
}

const cache = new WeakMap<Statement, NameRun[]>()

/** The names in a sentence: runs of capitalised words, without dates and ordinary first words. */
export function namesIn(statement: Statement): NameRun[] {
  const known = cache.get(statement)
  if (known !== undefined) return known
  const isDate = (at: number): boolean => statement.dates.some(({ from, to }) => from <= at && at < to)
  const names = nameRuns(statement.tokens, isDate)
    .map(withoutOpener)
    .filter(run => run !== null)
  cache.set(statement, names)
  return names
}
