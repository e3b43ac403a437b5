import type { Statement } from '../read-statement.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import { contentStems, stemOf } from '../text/stems.ts'
import type { Token } from '../text/token.ts'
import type { Amount } from './amount.ts'

const BOUNDARY = /^(?:,|;|:|—|and|while|but|whereas)$/

const isName = ({ kind, text }: Token): boolean =>
  kind === 'identifier' || (kind === 'word' && /^\p{Lu}/u.test(text))

const isDated = ({ dates, tokens }: Statement, token: Token): boolean =>
  dates.some(({ from, to }) => tokens.slice(from, to).includes(token))

function spanBefore({ tokens, amounts }: Statement, amount: Amount): Token[] {
  const floor = Math.max(0, ...amounts.filter(({ to }) => to <= amount.from).map(({ to }) => to))
  const span = tokens.slice(floor, amount.from)
  return span.slice(span.findLastIndex(({ lower }) => BOUNDARY.test(lower)) + 1)
}

function spanAfter({ tokens, amounts }: Statement, amount: Amount): Token[] {
  const next = amounts.find(({ from }) => from >= amount.to)?.from ?? tokens.length
  const span = tokens.slice(amount.to, next)
  const end = span.findIndex(({ lower }) => BOUNDARY.test(lower))
  return end < 0 ? span : span.slice(0, end)
}

/** Names and things that a sentence ties to a number: those in its clause, up to the next number. */
export function tiesOf(statement: Statement, amount: Amount): Set<string> {
  const names = [...spanBefore(statement, amount), ...spanAfter(statement, amount)].filter(
    each => isName(each) && !STOP_WORDS.has(each.lower) && !isDated(statement, each)
  )
  const things = amount.after
    .filter(word => !STOP_WORDS.has(word) && !/^(?:year|month|week|quarter|day)s?$/.test(word))
    .slice(0, 2)
  const when =
    amount.after.join(' ').match(/\b(?:this|next|last|previous) (?:year|month|week|quarter)\b/g) ?? []
  return new Set([...names.map(({ lower }) => stemOf(lower)), ...things.map(stemOf), ...when])
}

/** Everything that its clause tells, up to the next number. */
export function clauseStems(statement: Statement, amount: Amount): Set<string> {
  const words = [...spanBefore(statement, amount), ...spanAfter(statement, amount)]
  return new Set(contentStems(words.filter(each => !isDated(statement, each))))
}
