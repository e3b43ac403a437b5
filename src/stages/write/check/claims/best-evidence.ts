import type { Evidence } from '../evidence.ts'
import type { Statement } from '../read-statement.ts'

export const sharedOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let shared = 0
  for (const each of a) if (b.has(each)) shared++
  return shared
}

function sharedValues(said: Statement, given: Statement): number {
  const values = new Set(given.amounts.map(({ value }) => value))
  return said.amounts.filter(({ value }) => values.has(value)).length
}

export interface Match {
  evidence: Evidence
  score: number
  shared: number
}

/** The sentences that say most of the same, best first. */
export function rankEvidence(said: Statement, evidence: readonly Evidence[], leastShared = 1): Match[] {
  return evidence
    .map(each => {
      const shared = sharedOf(said.stems, each.stems)
      return {
        evidence: each,
        shared,
        score: shared + 1.5 * sharedValues(said, each) - 0.01 * each.stems.size
      }
    })
    .filter(({ shared, score }) => shared >= leastShared && score > 0.5)
    .sort((a, b) => b.score - a.score)
}
