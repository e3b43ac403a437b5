import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measurePage } from './extract/measure-page.ts'
import type { MeasuredPage } from './extract/measure-page.ts'
import { meanScore } from './extract/word-score.ts'
import type { WordScore } from './extract/word-score.ts'
import { printJson } from './print-json.ts'

/** A page that is this much worse than Readability alone is named. */
const TOLERANCE = 0.005

const { positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
const folder = positionals[0] ?? '../shared/corpora/articles'
const FILES = ['source.html', 'expected.html'] as const

const pagesIn = (root: string): string[] =>
  readdirSync(root)
    .filter(name => FILES.every(file => existsSync(join(root, name, file))))
    .sort()

if (!existsSync(folder) || pagesIn(folder).length === 0) {
  console.error(
    `${folder} is missing or holds no saved pages: give a folder with one folder per page, each with ${FILES.join(' and ')}.`
  )
  process.exit(1)
}

const measured = pagesIn(folder).map(page =>
  measurePage(
    page,
    readFileSync(join(folder, page, 'source.html')),
    readFileSync(join(folder, page, 'expected.html'), 'utf8')
  )
)

type Pick = (of: MeasuredPage) => WordScore
const COLUMNS: Record<string, Pick> = {
  'Readability alone, all text': of => of.whole.readability,
  'ours, all text': of => of.whole.ours,
  'Readability alone, prose': of => of.prose.readability,
  'ours as told, prose': of => of.prose.told
}

const figure = (value: number): string => value.toFixed(4)
const full = ({ f1, precision, recall }: WordScore): string =>
  `${figure(f1)} (${precision.toFixed(3)} ${recall.toFixed(3)})`
const rowOf = (pick: (column: Pick) => WordScore): Record<string, string> =>
  Object.fromEntries(Object.entries(COLUMNS).map(([name, column]) => [name, full(pick(column))]))

const means = Object.fromEntries(
  Object.entries(COLUMNS).map(([name, column]) => [name, meanScore(measured.map(column))])
)
const meanOf = (column: Pick): WordScore => meanScore(measured.map(column))
const ratios = {
  allText: meanOf(of => of.whole.ours).f1 / meanOf(of => of.whole.readability).f1,
  prose: meanOf(of => of.prose.told).f1 / meanOf(of => of.prose.readability).f1
}
const worse = measured
  .filter(({ whole }) => whole.ours.f1 < whole.readability.f1 - TOLERANCE)
  .map(({ page }) => page)
const secondsOf = (pick: (of: MeasuredPage) => number): number =>
  measured.reduce((sum, of) => sum + pick(of), 0) / 1000

console.log(`Word-level F1 (precision, recall) over ${measured.length} pages`)
console.table(
  Object.fromEntries([...measured.map(of => [of.page, rowOf(pick => pick(of))]), ['mean', rowOf(meanOf)]])
)
console.log(
  `ours / Readability alone: ${figure(ratios.allText)} on all text, ${figure(ratios.prose)} on prose`
)
console.log(
  worse.length === 0
    ? 'No page is worse than with Readability alone.'
    : `Worse on all text: ${worse.join(', ')}.`
)
console.log(
  'Against prose, credits, captions, offers and notices that the expected text still has count as missed, and so does what\n' +
    'stands beyond the 20,000 characters that are told.'
)
console.log(
  `seconds for all pages: Readability alone ${secondsOf(of => of.readabilityMs).toFixed(2)}, ours ${secondsOf(of => of.oursMs).toFixed(2)}`
)
printJson({ folder, pages: measured, means, ratios, worse })
