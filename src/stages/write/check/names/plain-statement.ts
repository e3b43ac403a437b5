import { withPlainVerbs } from '../claims/plain-verbs.ts'
import { readStatement, type Statement } from '../read-statement.ts'
import { namesIn } from './names-in.ts'

const plain = new WeakMap<Statement, Statement>()
const named = new WeakMap<Statement, Statement>()

/** The sentence with one verb for each verb of two words. */
export function plainStatement(statement: Statement): Statement {
  const known = plain.get(statement)
  if (known !== undefined) return known
  const text = withPlainVerbs(statement.text)
  const read = text === statement.text ? statement : readStatement(text)
  plain.set(statement, read)
  return read
}

const PRONOUN = /^(?:He|She)\b/
const PREPOSITION = /^(?:of|in|at|from|for|to|with|by|near|on)$/

/** The only name of a sentence that does not hang on a preposition; null where there are several, or none. */
function onlyName(statement: Statement): string | null {
  const before = (at: number): string => statement.tokens[at]?.lower ?? ''
  const free = namesIn(statement).filter(
    ({ from }) => !PREPOSITION.test(before(from - 1) === 'the' ? before(from - 2) : before(from - 1))
  )
  return free.length === 1 ? (free[0]?.text ?? null) : null
}

/** "Boris Lang stays mayor. He beat …": the sentence with the one name of the sentence before for its pronoun. */
export function withName(statement: Statement, before: Statement | undefined): Statement {
  const known = named.get(statement)
  if (known !== undefined || before === undefined || !PRONOUN.test(statement.text)) return known ?? statement
  const name = onlyName(before)
  const read = name === null ? statement : readStatement(statement.text.replace(PRONOUN, () => name))
  named.set(statement, read)
  return read
}
