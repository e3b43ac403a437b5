import type { Tally } from './tally.ts'

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`

const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, at) => (at === 0 ? String(cell).padEnd(18) : String(cell).padStart(12))).join('')

/** The table of one set. */
export function printTally(name: string, tally: Tally): void {
  console.log(`\n${name}`)
  console.log(row(['kind', 'planted', 'caught', 'by its kind', 'false alarms']))
  for (const [kind, { planted, caught, byItsKind }] of Object.entries(tally.kinds))
    console.log(row([kind, planted, caught, byItsKind, alarmsOf(tally, kind)]))
  const { planted, caught, byItsKind, trueTurns, passed, microsPerTurn, slowestMicros } = tally
  const errors = `errors caught ${caught}/${planted} (${percent(caught, planted)}), by their kind ${percent(byItsKind, planted)}`
  console.log(`${errors}; true turns passed ${passed}/${trueTurns} (${percent(passed, trueTurns)})`)
  console.log(`${microsPerTurn.toFixed(0)} µs per turn, the slowest ${slowestMicros.toFixed(0)} µs`)
}

const alarmsOf = ({ falseAlarms }: Tally, kind: string): number =>
  Object.entries(falseAlarms).find(([each]) => each === kind)?.[1] ?? 0
