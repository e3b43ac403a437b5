import { AFTER_TENS, ORDINAL, SCALES, SMALL } from './number-tables.ts'
import { tokenAt, type Token } from './token.ts'

export interface NumberReading {
  value: number
  /** Index after the last token. */
  next: number
  ordinal: boolean
  yearlike: boolean
  scale: number
}

interface State {
  total: number
  group: number
  at: number
  scale: number
  last: '' | 'small' | 'hundred' | 'scale' | 'ordinal'
}

const canTake = (group: number, small: number): boolean =>
  group % 100 === 0 || (group % 100 >= 20 && group % 10 === 0 && small > 0 && small < 10)

function takeSmall(state: State, small: number, last: State['last']): boolean {
  if (state.last === 'small' && !canTake(state.group, small)) return false
  if (state.last !== 'small' && state.last !== '' && small === 0) return false
  Object.assign(state, { group: state.group + small, last, at: state.at + 1 })
  return true
}

function takeScale(state: State, word: string): boolean {
  const scale = SCALES.get(word)
  if (state.last === '' || scale === undefined) return false
  const total = state.total + Math.max(state.group, state.last === 'scale' ? 0 : 1) * scale
  Object.assign(state, { total, group: 0, scale, last: 'scale', at: state.at + 1 })
  return true
}

function takeHundred(state: State, word: string): boolean {
  if (word !== 'hundred' || state.last !== 'small') return false
  Object.assign(state, { group: state.group * 100, last: 'hundred', at: state.at + 1 })
  return true
}

const isNumberWord = (word: string): boolean => SMALL.has(word) || ORDINAL.has(word)

/** "and" within "two hundred and five", the hyphen of "twenty-five". */
function takeJoint(state: State, tokens: readonly Token[]): boolean {
  const { lower, glued } = tokenAt(tokens, state.at)
  const next = tokenAt(tokens, state.at + 1).lower
  const isAnd = lower === 'and' && (state.last === 'hundred' || state.scale === 1000) && isNumberWord(next)
  const isHyphen =
    lower === '-' &&
    glued &&
    state.last !== '' &&
    (isNumberWord(next) || AFTER_TENS.has(next) || SCALES.has(next) || next === 'hundred')
  if (!isAnd && !isHyphen) return false
  state.at++
  return true
}

function takeOrdinal(state: State, word: string): boolean {
  const afterTens = state.group % 100 >= 20 && state.group % 10 === 0 ? AFTER_TENS.get(word) : undefined
  const value = ORDINAL.get(word) ?? afterTens
  return value !== undefined && takeSmall(state, value, 'ordinal')
}

function takeWord(state: State, tokens: readonly Token[]): boolean {
  const word = tokenAt(tokens, state.at).lower
  const small = SMALL.get(word)
  if (small !== undefined) return takeSmall(state, small, 'small')
  return takeHundred(state, word) || takeScale(state, word) || takeOrdinal(state, word)
}

/** "nineteen twelve", "twenty twenty-five", "nineteen oh five". */
function pairedYear(state: State, tokens: readonly Token[]): NumberReading | null {
  if (state.total > 0 || state.group < 13 || state.group > 20 || state.last !== 'small') return null
  const isOh = tokenAt(tokens, state.at).lower === 'oh'
  const low = readPlain(tokens, state.at + (isOh ? 1 : 0))
  if (low === null || low.scale > 1 || low.value > 99 || low.value < (isOh ? 1 : 10)) return null
  return { ...low, value: state.group * 100 + low.value, yearlike: true }
}

function readPlain(tokens: readonly Token[], from: number): NumberReading | null {
  const state: State = { total: 0, group: 0, at: from, scale: 1, last: '' }
  while (state.last !== 'ordinal' && (takeJoint(state, tokens) || takeWord(state, tokens)));
  if (state.last === '') return null
  const year = pairedYear(state, tokens)
  const value = state.total + state.group
  const yearlike = state.scale === 1000 && value >= 2000 && value < 2100
  const ordinal = state.last === 'ordinal'
  return (
    year ?? { value, next: state.at, ordinal, yearlike, scale: state.total % 1000 === 0 ? state.scale : 1 }
  )
}

/** Digits after "point": "three", "one seven". */
function readDecimals(tokens: readonly Token[], from: number): { digits: string; next: number } {
  let digits = ''
  let at = from
  for (; digits.length < 6; at++) {
    const { kind, lower } = tokenAt(tokens, at)
    const value = kind === 'number' ? Number(lower) : (SMALL.get(lower) ?? (lower === 'oh' ? 0 : 99))
    if (!(value < 10)) break
    digits += String(value)
  }
  return { digits, next: at }
}

/** "point three" behind a number that was read. */
export function withDecimals(tokens: readonly Token[], reading: NumberReading): NumberReading {
  if (tokenAt(tokens, reading.next).lower !== 'point' || reading.scale > 1) return reading
  const { digits, next } = readDecimals(tokens, reading.next + 1)
  return digits === '' ? reading : { ...reading, value: Number(`${reading.value}.${digits}`), next }
}

/** A number in words at a place, or null. */
export function readWordNumber(tokens: readonly Token[], from: number): NumberReading | null {
  const isArticle = /^an?$/.test(tokenAt(tokens, from).lower)
  const next = tokenAt(tokens, from + 1).lower
  if (isArticle && (next === 'hundred' || SCALES.has(next))) {
    const one = readPlain(
      [{ ...tokenAt(tokens, from), lower: 'one' }, ...tokens.slice(from + 1, from + 9)],
      0
    )
    return one === null ? null : { ...one, next: one.next + from }
  }
  const reading = readPlain(tokens, from)
  return reading === null ? null : withDecimals(tokens, reading)
}
