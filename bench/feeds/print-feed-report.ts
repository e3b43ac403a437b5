import type { FeedTally } from './tally-readings.ts'

/** The tally as a table and two lists. */
export function printFeedReport(tally: FeedTally): void {
  const errors = Object.values(tally.errors).reduce((a, b) => a + b, 0)
  const rows: [string, string | number][] = [
    ['files', tally.files],
    ["items by Python's feedparser", tally.referenceItems],
    ['of these found', tally.foundItems],
    ['share', `${(100 * tally.share).toFixed(2)} %`],
    ['files with more items than that', tally.filesWithMore],
    ['files refused with a reason', errors - tally.killed.length],
    ['files that hung or were killed', tally.killed.length],
    ['slowest file', `${tally.slowestSeconds.toFixed(2)} s`]
  ]
  for (const [name, value] of rows) console.log(`${name.padEnd(36)}${value}`)
  for (const [message, files] of Object.entries(tally.errors))
    console.log(`  refused ${String(files).padStart(4)}  ${message}`)
  for (const { file, found, reference, error } of tally.lost)
    console.log(`  lost    ${found} of ${reference}  ${file}${error === null ? '' : `: ${error}`}`)
}
