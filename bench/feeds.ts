import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createFeedReader } from '../src/adapters/feeds/create-feed-reader.ts'
import { printFeedReport } from './feeds/print-feed-report.ts'
import { readListed } from './feeds/read-listed.ts'
import { tallyReadings } from './feeds/tally-readings.ts'
import { printJson } from './print-json.ts'

/** `npm run bench:feeds -- [FOLDER] [--json]`: FOLDER has feed files, FOLDER.json lists them with the items in each. */
const folder = resolve(process.argv.slice(2).find(arg => !arg.startsWith('-')) ?? '../shared/corpora/feeds')
const list = `${folder}.json`

if (!existsSync(list)) {
  console.error(`There is no ${list}: give a folder of feed files that has such a list beside it.`)
  process.exitCode = 2
} else {
  const listed: unknown = JSON.parse(readFileSync(list, 'utf8'))
  const reader = createFeedReader()
  const tally = tallyReadings(await readListed(listed, folder, reader))
  await reader.release()
  printFeedReport(tally)
  printJson(tally)
}
