import { checkBuiltinScripts } from './check/builtin-scripts.ts'

import { printTally } from './check/print-tally.ts'
import { readLabelledSets } from './check/read-labelled-sets.ts'
import { runLabelledSet } from './check/run-labelled-set.ts'
import { scriptVerdicts } from './check/script-verdicts.ts'
import { readSamples } from './check/sample-items.ts'
import { tallyOf } from './check/tally.ts'
import { printJson } from './print-json.ts'

const feeds = await readSamples()
const items = feeds.flatMap(feed => feed.items)
const sets = readLabelledSets()
const verdicts = sets.flatMap(set =>
  [...runLabelledSet(set, items), ...scriptVerdicts(set, items)].map(verdict => ({
    name: set.name,
    verdict
  }))
)
const tallyFor = (name: string | null) =>
  tallyOf(verdicts.filter(each => name === null || each.name === name).map(({ verdict }) => verdict))

const [tuned, heldOut, all] = [tallyFor('tuned'), tallyFor('held-out'), tallyFor(null)]
printTally('tuned', tuned)
printTally('held-out', heldOut)
printTally('all', all)

if (process.argv.includes('--list'))
  for (const { name, verdict } of verdicts) {
    if (name === 'held-out') continue
    const { turn, faults } = verdict
    const kinds = faults.map(({ kind }) => kind).join(', ')
    if (turn.planted === null && faults.length > 0) console.log(`false alarm (${kinds}): ${turn.text}`)
    if (turn.planted !== null && faults.length === 0) console.log(`missed (${turn.planted}): ${turn.text}`)
  }

const builtin = await checkBuiltinScripts(feeds)
const failed = builtin.faulty.length
console.log(`\nbuilt-in writer over the samples: ${builtin.turns - failed}/${builtin.turns} turns passed`)
for (const { date, text, faults } of builtin.faulty)
  console.log(`  ${date} ${faults.map(({ kind }) => kind).join(', ')}: ${text}`)

printJson({ tuned, heldOut, all, builtin: { turns: builtin.turns, passed: builtin.turns - failed } })
