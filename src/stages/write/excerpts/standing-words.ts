import type { Item } from '../../../domain/feed.ts'
import { flatWords, wordRuns } from '../check/form/word-runs.ts'
import { STOP_WORDS } from '../check/text/stop-words.ts'

/** So many words in the order of an article are its own; fewer may be anybody's. */
const LEAST_RUN = 8
const MOST_CACHED = 2048

const runsCache = new WeakMap<Item, Set<string>>()

function runsOf(item: Item): Set<string> {
  const known = runsCache.get(item)
  if (known !== undefined) return known
  const runs = new Set([item.title, item.text].flatMap(text => [...wordRuns(text, LEAST_RUN)]))
  runsCache.set(item, runs)
  return runs
}

/** Words at the ends of a row that anybody may have said before or after it: "…, the Wire reports". */
function withoutEdges(row: readonly string[]): readonly string[] {
  const isOwn = (word: string): boolean => !STOP_WORDS.has(word)
  return row.slice(Math.max(0, row.findIndex(isOwn)), row.findLastIndex(isOwn) + 1)
}

function countStanding(text: string, runs: ReadonlySet<string>): number {
  const words = flatWords(text)
  const stands = words.map(() => false)
  for (let at = 0; at + LEAST_RUN <= words.length; at++)
    if (runs.has(words.slice(at, at + LEAST_RUN).join(' '))) stands.fill(true, at, at + LEAST_RUN)
  const rows: string[][] = []
  for (const [at, word] of words.entries()) {
    if (stands[at] !== true) continue
    if (stands[at - 1] === true) rows.at(-1)?.push(word)
    else rows.push([word])
  }
  return rows.reduce((sum, row) => sum + withoutEdges(row).length, 0)
}

const countCache = new WeakMap<Item, Map<string, number>>()

/** How many words of a spoken text stand in an item word for word, eight or more in a row. Marks and capitals do not count; "46.7" is two words, and so is "3I/ATLAS". */
export function standingWords(text: string, item: Item): number {
  const counts = countCache.get(item) ?? new Map<string, number>()
  const known = counts.get(text)
  if (known !== undefined) return known
  if (counts.size >= MOST_CACHED) counts.clear()
  const count = countStanding(text, runsOf(item))
  countCache.set(item, counts.set(text, count))
  return count
}
