import { goalLine, type Goal } from './goal.ts'

export interface Printer {
  line(text: string): void
  table(title: string, rows: Record<string, Record<string, string>>): void
  goal(goal: Goal): void
  /** To stderr. */
  progress(text: string): void
}

export const createPrinter = (): Printer => ({
  line: text => console.log(text),
  table: (title, rows) => {
    console.log(`\n${title}`)
    console.table(rows)
  },
  goal: goal => console.log(goalLine(goal)),
  progress: text => process.stderr.write(`${text}\n`)
})
