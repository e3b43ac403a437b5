import { clusterItems } from '../src/stages/fetch/cluster-items.ts'
import { printJson } from './print-json.ts'
import { bestThreshold } from './stories/best-threshold.ts'
import { judgeAmongAll, judgePairs, tallyRundown } from './stories/judge.ts'
import { manyItems } from './stories/many-items.ts'
import { cosineAt, jaccardAt, ours } from './stories/methods.ts'
import { tallyPairs, type Tally } from './stories/pairs.ts'
import { readStorySet, STORY_SETS } from './stories/read-story-set.ts'

const dev = readStorySet('dev')
const methods = [ours, bestThreshold(jaccardAt, dev), bestThreshold(cosineAt, dev)]

const share = (value: number): string => value.toFixed(3).padStart(9)

function printTallies(title: string, tallies: { method: string; tally: Tally }[]): void {
  const [first] = tallies
  const best = first?.tally.f1 ?? 0
  console.log(`\n${title}: ${first?.tally.pairs} pairs, ${first?.tally.same} of them one story`)
  console.log(`${''.padEnd(30)}precision   recall       F1  ours to it`)
  for (const { method, tally } of tallies)
    console.log(
      `${method.padEnd(28)}${share(tally.precision)}${share(tally.recall)}${share(tally.f1)}` +
        `  ${(best / tally.f1).toFixed(2)} x`
    )
}

const results = STORY_SETS.flatMap(set => {
  const families = readStorySet(set)
  const views = {
    'each pair alone': methods.map(method => tallyPairs(judgePairs(method, families))),
    'the same pairs, all items at once': methods.map(method => tallyPairs(judgeAmongAll(method, families))),
    'a whole rundown, every two items': methods.map(method => tallyRundown(method, families))
  }
  return Object.entries(views).map(([view, tallies]) => ({
    set,
    view,
    tallies: tallies.map((tally, at) => ({ method: methods[at]?.name ?? '', tally }))
  }))
})
for (const { set, view, tallies } of results) printTallies(`${set}, ${view}`, tallies)

if (process.argv.includes('--list'))
  for (const { kind, one, other, isSame, joined } of judgeAmongAll(ours, dev))
    if (isSame !== joined)
      console.log(`${isSame ? 'parted' : 'joined'} (${kind}): ${one.title} | ${other.title}`)

const SIZES = [
  [25, 20],
  [50, 20],
  [100, 20],
  [200, 20],
  [400, 20]
] as const

const TIMES = 3

/** Milliseconds that the quickest of some runs takes: what else the machine does is not counted. */
function quickest(run: () => void): number {
  const taken = Array.from({ length: TIMES }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return Math.min(...taken)
}

console.log('\nfeeds   items  stories        ms  ms per item')
const times = SIZES.map(([feeds, perFeed]) => {
  const items = manyItems(feeds, perFeed)
  const stories = clusterItems(items).length
  const ms = quickest(() => clusterItems(items))
  console.log(
    `${String(feeds).padStart(5)}${String(items.length).padStart(8)}${String(stories).padStart(9)}` +
      `${ms.toFixed(0).padStart(10)}${(ms / items.length).toFixed(3).padStart(13)}`
  )
  return { feeds, items: items.length, stories, ms }
})

printJson({ results, times })
