import type { TurnFault } from '../fault.ts'
import type { Statement } from '../read-statement.ts'
import { stemOf } from '../text/stems.ts'
import type { Token } from '../text/token.ts'
import type { Match } from './best-evidence.ts'

const NEGATOR =
  /^(?:not|no|never|none|nobody|nothing|neither|nor|without|except|cannot|lacks?|lacked|fails?|failed|refused|refuses|declined|declines|denied|denies|hardly|barely|unlikely|\w+n't|un(?:named|seen|paid|known|aware|safe|able|clear|changed|noticed|reviewed|specified|disclosed|published|identified|confirmed|built|reached))$/
/** "no more than", "not only": nothing is denied. */
const NOT_NEGATIVE =
  /^(?:only|longer|more than|less than|fewer than|wider than|just|least|later than|earlier than|to mention)\b/
const BOUNDARY = /^(?:,|;|:|—|but|while|although)$/
const IDLE =
  /^(?:the|a|an|of|to|in|on|at|any|be|been|is|are|was|were|has|have|had|do|does|did|will|would|can|could|it|its|that|this|they|he|she|we|yet|ever|even|by|for|from|with|and|or|as|so|much|very|all|such|there|their|his|her|anyone|anybody|anything|anywhere|than|going|out)$/
const REACH = 5

/** "yet to approve", "still have to approve": not done. */
function isPending(tokens: readonly Token[], at: number): boolean {
  const words = [0, 1, 2].map(offset => tokens[at + offset]?.lower ?? '').join(' ')
  return /^(?:yet to|still (?:have|has|had|need|needs) to|still await|rul(?:e|es|ed|ing) out)/.test(words)
}

function isNegator(tokens: readonly Token[], at: number): boolean {
  const behind = [1, 2].map(offset => tokens[at + offset]?.lower ?? '').join(' ')
  return isPending(tokens, at) || (NEGATOR.test(tokens[at]?.lower ?? '') && !NOT_NEGATIVE.test(behind))
}

const isTarget = ({ kind, lower }: Token): boolean =>
  kind === 'identifier' ||
  (kind === 'word' && lower.length > 1 && !IDLE.test(lower) && !/^(?:still|need|needs)$/.test(lower))

interface Polarity {
  /** Stems in the reach of a "not". */
  negated: Set<string>
  /** The first stem behind each "not". */
  first: string[]
  plain: Set<string>
  words: string[]
}

function scopeOf(tokens: readonly Token[], at: number): string[] {
  const ahead = tokens.slice(at + 1, at + 1 + REACH)
  const end = ahead.findIndex(({ lower }) => BOUNDARY.test(lower))
  return (end < 0 ? ahead : ahead.slice(0, end)).filter(isTarget).map(({ lower }) => stemOf(lower))
}

const cache = new WeakMap<Statement, Polarity>()

function polarityOf(statement: Statement): Polarity {
  const known = cache.get(statement)
  if (known !== undefined) return known
  const { tokens } = statement
  const at = tokens.flatMap((_token, index) => (isNegator(tokens, index) ? [index] : []))
  const scopes = at.map(index => scopeOf(tokens, index))
  const negated = new Set(scopes.flat())
  const plain = new Set(
    tokens
      .filter(isTarget)
      .map(({ lower }) => stemOf(lower))
      .filter(stem => !negated.has(stem))
  )
  const isPrefix = (index: number): boolean => /^un/.test(tokens[index]?.lower ?? '')
  const first = scopes.flatMap((scope, place) => (isPrefix(at[place] ?? 0) ? [] : scope.slice(0, 1)))
  const polarity = { negated, first, plain, words: at.map(index => tokens[index]?.lower ?? '') }
  cache.set(statement, polarity)
  return polarity
}

const fault = (text: string, message: string): TurnFault => ({ kind: 'contradiction', text, message })
const LEAST_SHARE = 0.5
/** Says "without" in another way. */
const LOSS = /\b(?:cut|lost|lose|losing|off|out of|free of|still|yet)\b/i

const isLossOfItsOwn = (said: string, given: string): boolean => {
  const word = LOSS.exec(said)?.[0]
  return word !== undefined && !new RegExp(`\\b${word}\\b`, 'i').test(given)
}

/** A "not" that the source does not have on the same word, or one that was dropped; null where there is none. */
export function negationFault(said: Statement, ranked: readonly Match[]): TurnFault | null {
  const [first] = ranked
  if (
    first === undefined ||
    (first.shared < 2 && said.stems.size !== 1) ||
    first.shared < LEAST_SHARE * said.stems.size
  )
    return null
  const near = ranked
    .filter(({ score }) => score >= first.score - 0.7)
    .map(({ evidence }) => ({ ...polarityOf(evidence), text: evidence.text }))
  const own = polarityOf(said)
  const isDenied = near.some(({ words }) => words.length > 0)
  const added = own.first.find(stem => near.some(({ plain }) => plain.has(stem)))
  if (added !== undefined && !isDenied)
    return fault(own.words.join(' '), `the source does not deny this: "${first.evidence.text}"`)
  const dropped = near
    .flatMap(each => each.first)
    .find(stem => own.plain.has(stem) && !near.some(({ plain }) => plain.has(stem)))
  if (
    dropped === undefined ||
    isLossOfItsOwn(said.text, first.evidence.text) ||
    own.words.length > 0 ||
    !near.every(({ words }) => words.length > 0)
  )
    return null
  return fault(dropped, `the source denies this: "${first.evidence.text}"`)
}
