import type { DateMention } from '../dates/date-mention.ts'
import { tokenAt, type Token } from '../text/token.ts'
import type { Amount } from './amount.ts'
import { modifierOf } from './modifiers.ts'
import { CODES, SIGNS, unitOf, type Unit } from './units.ts'

interface Behind {
  unit: Unit
  to: number
}

const ADJECTIVE =
  /^(?:us|american|australian|canadian|danish|swedish|norwegian|chinese|earth|full|whole|more|consecutive|straight|long|nautical|additional|extra|further|short|a|an|astonishing|whopping)$/

function unitAt(tokens: readonly Token[], at: number): Behind | null {
  for (let length = 5; length > 0; length--) {
    const words = Array.from({ length }, (_none, offset) => tokenAt(tokens, at + offset).lower)
    const unit = unitOf(words.join(' ').replace(/(?<=\w) - (?=\w)/g, ' '))
    if (unit !== undefined && !words.includes('')) return { unit, to: at + length }
  }
  return null
}

/** The unit behind a number: "5 km", "160-mile", "half an hour", "three more days". */
function unitBehind(tokens: readonly Token[], to: number): Behind | null {
  const hyphen = tokenAt(tokens, to).lower === '-' ? 1 : 0
  const direct = unitAt(tokens, to + hyphen)
  if (direct !== null) return direct
  return ADJECTIVE.test(tokenAt(tokens, to).lower) ? unitAt(tokens, to + 1) : null
}

function signBefore(tokens: readonly Token[], from: number): Unit | null {
  const { lower } = tokenAt(tokens, from - 1)
  const unit = SIGNS[lower] ?? CODES[lower]
  return unit === undefined ? null : { group: 'money', unit, factor: 1 }
}

const STOPS = /^(?:and|but|while|or|,|;|:|\.|—|"|\(|\))$/

function wordsAfter(tokens: readonly Token[], to: number): string[] {
  const out: string[] = []
  for (let at = to; at < to + 7; at++) {
    const token = tokenAt(tokens, at)
    if (token.kind === 'number' || STOPS.test(token.lower) || token.text === '') break
    if (token.kind !== 'sign') out.push(token.lower)
  }
  return out
}

const round = (value: number): number => Number(value.toPrecision(12))

function plainAmount(tokens: readonly Token[], from: number, text: string): Amount {
  const token = tokenAt(tokens, from)
  const behind = unitBehind(tokens, from + 1)
  const before = signBefore(tokens, from)
  const isAge = /^aged?$/.test(tokenAt(tokens, from - 1).lower)
  const age = isAge ? { group: 'measure' as const, unit: 'month', factor: 12 } : undefined
  const unit = before ?? behind?.unit ?? age ?? { group: 'plain', unit: '', factor: 1 }
  const isTimes = unit.unit === 'times' && token.ordinal
  const to = before === null ? (behind?.to ?? from + 1) : from + 1
  const start = tokenAt(tokens, before === null ? from : from - 1).start
  return {
    value: round(token.value * unit.factor),
    raw: token.value,
    group: isTimes ? 'plain' : unit.group,
    unit: isTimes ? '' : unit.unit,
    modifier: modifierOf(tokens, from, to),
    ordinal: token.ordinal,
    fraction: token.fraction,
    from,
    to,
    text: text.slice(start, tokenAt(tokens, to - 1).end),
    after: wordsAfter(tokens, to)
  }
}

/** "a third" is 33.3 percent, "half an hour" 30 minutes. */
function settleShare(amount: Amount): Amount {
  if (amount.group !== 'plain') return { ...amount, fraction: false }
  if (!amount.fraction) return amount
  return { ...amount, group: 'percent', unit: 'percent', value: round(amount.value * 100) }
}

const RANGE = /^(?:-|to|or|and|from)$/

/** In "5 to 10 km" the first number has the unit of the second. */
function shareUnit(amounts: Amount[], tokens: readonly Token[]): Amount[] {
  return amounts.map((amount, at) => {
    const next = amounts[at + 1]
    const between =
      next === undefined ? [] : tokens.slice(amount.to, next.from).filter(({ lower }) => !SIGNS[lower])
    const isRange = between.length === 1 && RANGE.test(between[0]?.lower ?? '') && !amount.ordinal
    if (next === undefined || amount.group !== 'plain' || next.group === 'plain' || !isRange) return amount
    const unit = unitBehind(tokens, next.from + 1)?.unit.factor ?? 1
    const scale = tokenAt(tokens, next.from).scale
    const isShort = tokenAt(tokens, amount.from).scale === 1 && amount.value < 1000
    const value = round(amount.value * unit * (isShort ? scale : 1))
    return { ...amount, group: next.group, unit: next.unit, value }
  })
}

const MULTIPLES: readonly [RegExp, number][] = [
  [/^(?:doubled|doubling|twice)$/, 2],
  [/^(?:tripled|tripling|trebled|thrice)$/, 3],
  [/^(?:quadrupled|quadrupling)$/, 4],
  [/^(?:halved|halving)$/, 0.5]
]

function multipleAt(tokens: readonly Token[], at: number): Amount | null {
  const token = tokenAt(tokens, at)
  const found = token.kind === 'word' ? MULTIPLES.find(([pattern]) => pattern.test(token.lower)) : undefined
  if (found === undefined) return null
  const base = { ordinal: false, fraction: false, from: at, to: at + 1, text: token.text, after: [] }
  return { ...base, value: found[1], raw: found[1], group: 'measure', unit: 'times', modifier: 'none' }
}

/** "one" is a number only with a unit, a currency or a percent sign behind it. */
const isIdle = ({ value, group, text, from }: Amount, tokens: readonly Token[]): boolean =>
  (value === 1 &&
    group === 'plain' &&
    /^one$/i.test(text) &&
    !/^(?:to|-)$/.test(tokenAt(tokens, from - 1).lower)) ||
  Number.isNaN(value)

/** "an hour and 22 minutes" is 82 minutes. */
function joinDurations(amounts: Amount[], tokens: readonly Token[], text: string): Amount[] {
  const [first, second] = amounts
  if (first === undefined || second === undefined) return amounts
  const between = tokens.slice(first.to, second.from).map(({ lower }) => lower)
  const isCents = first.group === 'money' && /cents?$/.test(second.text) && between.join(' ') === 'and'
  const isJoined =
    isCents ||
    (first.unit === second.unit &&
      /^(?:second|month)$/.test(first.unit) &&
      /^(?:and|,)?$/.test(between.join(' ')) &&
      second.value < first.value)
  const rest = joinDurations(amounts.slice(1), tokens, text)
  if (!isJoined) return [first, ...rest]
  const joined = { ...first, to: second.to, value: first.value + second.value, after: second.after }
  return [
    { ...joined, text: text.slice(tokenAt(tokens, first.from).start, tokenAt(tokens, second.to - 1).end) },
    ...rest.slice(1)
  ]
}

/** "an hour and" before a smaller part, "less than a second". */
function articleUnit(tokens: readonly Token[], at: number, text: string): Amount | null {
  if (!/^(?:an?|one)$/.test(tokenAt(tokens, at).lower)) return null
  const unit = unitAt(tokens, at + 1)
  if (unit === null || unit.unit.group !== 'measure') return null
  const isSum = tokenAt(tokens, at + 2).lower === 'and' && tokenAt(tokens, at + 3).kind === 'number'
  const isBound = /(?:less than|under|more than|over|within|nearly|almost) $/.test(
    `${tokens
      .slice(Math.max(0, at - 2), at)
      .map(({ lower }) => lower)
      .join(' ')} `
  )
  const isPoint = /^(?:earlier|ago|before|later|from|old)$/.test(tokenAt(tokens, unit.to).lower)
  if ((!isSum && !isBound) || isPoint) return null
  return {
    ...plainAmount(
      [...tokens.slice(0, at), { ...tokenAt(tokens, at), kind: 'number', value: 1 }, ...tokens.slice(at + 1)],
      at,
      text
    )
  }
}

/** The amounts of a text, apart from those that are dates. */
export function readAmounts(tokens: readonly Token[], dates: readonly DateMention[], text: string): Amount[] {
  const isDate = (at: number): boolean => dates.some(({ from, to }) => from <= at && at < to)
  const found = tokens.flatMap((token, at) => {
    if (isDate(at)) return []
    if (token.kind === 'number') return [plainAmount(tokens, at, text)]
    return [multipleAt(tokens, at) ?? articleUnit(tokens, at, text)].filter(each => each !== null)
  })
  return joinDurations(shareUnit(found, tokens), tokens, text)
    .map(settleShare)
    .filter(each => !isIdle(each, tokens))
}
