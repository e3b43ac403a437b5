import type { Evidence } from '../evidence.ts'
import { readStatement, type Statement } from '../read-statement.ts'

const CLAUSE = /[,;:—]\s+|\s+(?=(?:and|but|while|whereas|although|though)\s)/

const cache = new WeakMap<Statement, Statement[]>()

/** The clauses of a sentence, read; a short one is the sentence itself. */
export function clausesOf(statement: Statement): Statement[] {
  const known = cache.get(statement)
  if (known !== undefined) return known
  const parts = statement.text.split(CLAUSE).filter(part => part.trim() !== '')
  const clauses = parts.length < 2 ? [statement] : parts.map(readStatement)
  cache.set(statement, clauses)
  return clauses
}

/** A clause of an item, with the sentence that it is of. */
export type EvidenceClause = Evidence & { whole: string }

export const evidenceClauses = (evidence: Evidence): EvidenceClause[] =>
  clausesOf(evidence).map(clause => ({ ...evidence, ...clause, whole: evidence.text }))
