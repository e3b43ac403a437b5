import type { Reading } from './read-listed.ts'

export interface FeedTally {
  files: number
  referenceItems: number
  /** File by file, no more than the reference has. */
  foundItems: number
  share: number
  /** Files in which items are found that the reference does not find, JSON Feeds among them. */
  filesWithMore: number
  /** Errors by their first words, and how many files gave each. */
  errors: Record<string, number>
  /** Files whose thread was ended: they took too long or too much memory. */
  killed: string[]
  lost: { file: string; found: number; reference: number; error: string | null }[]
  slowestSeconds: number
}

const KILLED = /was stopped|more memory than|the parser failed/

/** "this is XML, but not a feed" for all that begin so. */
const classOf = (message: string): string => message.split(/[:;]| near line/)[0] ?? message

function countErrors(readings: Reading[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { error } of readings)
    if (error !== null) counts.set(classOf(error), (counts.get(classOf(error)) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a))
}

/** What readings come to, as figures. */
export function tallyReadings(readings: Reading[]): FeedTally {
  const sum = (of: (reading: Reading) => number): number =>
    readings.reduce((total, reading) => total + of(reading), 0)
  const referenceItems = sum(({ reference }) => reference)
  const foundItems = sum(({ reference, found }) => Math.min(reference, found))
  return {
    files: readings.length,
    referenceItems,
    foundItems,
    share: referenceItems === 0 ? 1 : foundItems / referenceItems,
    filesWithMore: readings.filter(({ reference, found }) => found > reference).length,
    errors: countErrors(readings),
    killed: readings.filter(({ error }) => KILLED.test(error ?? '')).map(({ file }) => file),
    lost: readings
      .filter(({ reference, found }) => found < reference)
      .map(({ file, found, reference, error }) => ({ file, found, reference, error })),
    slowestSeconds: Math.max(0, ...readings.map(({ seconds }) => seconds))
  }
}
