import type { Statement } from '../read-statement.ts'
import type { Amount } from './amount.ts'

export interface OrderedPair {
  earlier: Amount
  later: Amount
}

const EARLIER_BEHIND =
  /^(?:of \S+ )?,? ?(?:(?:up|down|rising|falling|a (?:rise|fall|drop|jump|increase)) )?(?:from|compared (?:with|to)|against|versus|after|instead of)\b/

const between = ({ tokens }: Statement, first: Amount, second: Amount): string =>
  tokens
    .slice(first.to, second.from)
    .map(({ lower }) => lower)
    .join(' ')

const wordsBefore = ({ tokens }: Statement, { from }: Amount): string =>
  tokens
    .slice(Math.max(0, from - 3), from)
    .map(({ lower }) => lower)
    .join(' ')

/** "3-1", "nine votes to four": a result. */
export function isScore(said: Statement, first: Amount, second: Amount): boolean {
  const isCount = ({ group, value, ordinal }: Amount): boolean =>
    group === 'plain' && !ordinal && Number.isInteger(value) && value < 1000
  return (
    isCount(first) &&
    isCount(second) &&
    /^(?:votes? |goals? )?(?:to|-)$/.test(between(said, first, second)) &&
    !/\b(?:from|between)$/.test(wordsBefore(said, first))
  )
}

function pairOf(said: Statement, first: Amount, second: Amount): OrderedPair | null {
  const middle = between(said, first, second)
    .replace(/ ?[$€£¥]$/, '')
    .replace(/\b(?:about|nearly|almost|around|roughly|only|just|the|some|a share of)\b/g, '')
    .replace(/ +/g, ' ')
    .trim()
  const before = wordsBefore(said, first)
  if (/\bfrom(?: \S+)?(?: [$€£¥])?$/.test(before) && /\bto$/.test(middle))
    return { earlier: first, later: second }
  if (isScore(said, first, second)) return { earlier: first, later: second }
  return EARLIER_BEHIND.test(middle) &&
    middle.split(' ').length <= 9 &&
    /(?:from|with|to|against|versus|after|of)$/.test(middle)
    ? { earlier: second, later: first }
    : null
}

/** Pairs of which the sentence says which came first: "from 5 to 3", "3, down from 5". */
export function orderedPairs(said: Statement): OrderedPair[] {
  return said.amounts.slice(1).flatMap((second, at) => {
    const first = said.amounts[at]
    const pair = first === undefined ? null : pairOf(said, first, second)
    return pair === null ? [] : [pair]
  })
}

/** The results that a sentence gives. */
export const scoresIn = (said: Statement): OrderedPair[] =>
  orderedPairs(said).filter(({ earlier, later }) => isScore(said, earlier, later))
