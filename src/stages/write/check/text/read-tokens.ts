import { MONEY_SCALES, PARTS, SCALES, SHORT_SCALES } from './number-tables.ts'
import { readWordNumber, withDecimals, type NumberReading } from './read-word-number.ts'
import { splitTokens } from './split-tokens.ts'
import { tokenAt, type Token } from './token.ts'

type Reading = NumberReading & { fraction?: boolean }

function digitsOf(text: string): number {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''))
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN
}

function readDigits(tokens: readonly Token[], from: number): Reading | null {
  const token = tokenAt(tokens, from)
  const value = token.kind === 'number' ? digitsOf(token.text) : NaN
  if (Number.isNaN(value)) return null
  const next = tokenAt(tokens, from + 1)
  const ordinal = next.glued && /^(?:st|nd|rd|th)$/.test(next.lower)
  const yearlike = /^(?:1[5-9]|20)\d\d$/.test(token.text)
  return withDecimals(tokens, { value, next: from + (ordinal ? 2 : 1), ordinal, yearlike, scale: 1 })
}

/** "million", "bn", and "m" where a currency stands before. */
function withScale(tokens: readonly Token[], reading: Reading, from: number): Reading {
  const { lower, glued } = tokenAt(tokens, reading.next)
  const isMoney = /^[$€£¥]$/.test(tokenAt(tokens, from - 1).lower)
  const skip = lower === '-' && SCALES.has(tokenAt(tokens, reading.next + 1).lower) ? 1 : 0
  const scale =
    SCALES.get(skip === 1 ? tokenAt(tokens, reading.next + 1).lower : lower) ??
    SHORT_SCALES.get(lower) ??
    (isMoney && glued ? MONEY_SCALES.get(lower) : undefined)
  if (scale === undefined || reading.ordinal || reading.scale > 1) return reading
  const value = Number((reading.value * scale).toPrecision(12))
  return { ...reading, value, scale, yearlike: false, next: reading.next + 1 + skip }
}

/** "two and a half", then perhaps "million". */
function withHalf(tokens: readonly Token[], reading: Reading, from: number): Reading {
  const rest = [0, 1, 2].map(at => tokenAt(tokens, reading.next + at).lower).join(' ')
  if (rest !== 'and a half' || reading.scale > 1) return reading
  return withScale(tokens, { ...reading, value: reading.value + 0.5, next: reading.next + 3 }, from)
}

/** "two thirds", "nine tenths", "3/4", "a third of", "one in four". */
function asShare(tokens: readonly Token[], reading: Reading, from: number): Reading {
  const { value, next } = reading
  const hyphen = tokenAt(tokens, next).lower === '-' ? 1 : 0
  const word = tokenAt(tokens, next + hyphen).lower
  const part = PARTS.get(word)
  const isPlural = word.endsWith('s')
  const isHalf = part === 2 && tokenAt(tokens, next + hyphen + 1).lower !== 'of'
  if (part !== undefined && !isHalf && value < part && value > 0 && value > 1 === isPlural)
    return { ...reading, value: value / part, next: next + hyphen + 1, fraction: true }
  if (word === '/' && tokenAt(tokens, next + 1).kind === 'number') return overDigits(tokens, reading)
  return inPersons(tokens, reading, from)
}

function overDigits(tokens: readonly Token[], reading: Reading): Reading {
  const below = digitsOf(tokenAt(tokens, reading.next + 1).text)
  return below > reading.value && below <= 10
    ? { ...reading, value: reading.value / below, next: reading.next + 2, fraction: true }
    : reading
}

const SHARES: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000])
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/

function inPersons(tokens: readonly Token[], reading: Reading, from: number): Reading {
  const word = tokenAt(tokens, reading.next).lower
  if (!/^(?:in|of)$/.test(word) || tokenAt(tokens, reading.next + 1).lower === 'the') return reading
  if (word === 'of' && tokenAt(tokens, from - 1).lower === 'chapter') return reading
  const skip = tokenAt(tokens, reading.next + 1).lower === 'every' ? 2 : 1
  const whole = readDigits(tokens, reading.next + skip) ?? readWordNumber(tokens, reading.next + skip)
  const isShare =
    whole !== null &&
    word === 'in' &&
    reading.value < whole.value &&
    SHARES.has(whole.value) &&
    !whole.ordinal &&
    !MONTH.test(tokenAt(tokens, from - 1).lower)
  return isShare
    ? { ...reading, value: reading.value / whole.value, next: whole.next, fraction: true }
    : reading
}

const BEFORE_HALF = /^(?:one|first|second|last|latter|other|this|1st|2nd|better)$/

/** "half", "half a million", "a third of", "a quarter of". */
function readShare(tokens: readonly Token[], from: number): Reading | null {
  const { lower } = tokenAt(tokens, from)
  const after = tokenAt(tokens, from + 1).lower
  const base = { ordinal: false, yearlike: false, scale: 1 }
  if (lower === 'half' && !BEFORE_HALF.test(tokenAt(tokens, from - 1).lower)) {
    const scale = SCALES.get(tokenAt(tokens, from + 2).lower)
    if (after === 'a' && scale !== undefined) return { ...base, value: scale / 2, scale, next: from + 3 }
    return { ...base, value: 0.5, next: from + 1, fraction: true }
  }
  const part = PARTS.get(after)
  const isWhole = /^(?:in|per|for|every|once)$/.test(tokenAt(tokens, from - 1).lower)
  const closes =
    /^(?:of|while|when|as|since|because|from|than|after|before|during|[.,;:!?)]|)$/.test(
      tokenAt(tokens, from + 2).lower
    ) && !isWhole
  const isShare = /^an?$/.test(lower) && part !== undefined && closes
  return isShare ? { ...base, value: 1 / part, next: from + 2, fraction: true } : null
}

function readNumber(tokens: readonly Token[], from: number): Reading | null {
  const share = readShare(tokens, from)
  if (share !== null) return share
  const digits = readDigits(tokens, from)
  const plain = digits ?? readWordNumber(tokens, from)
  if (plain === null) return null
  const scaled = withHalf(tokens, withScale(tokens, plain, from), from)
  return scaled.ordinal || scaled.scale > 1 ? scaled : asShare(tokens, scaled, from)
}

function merge(tokens: readonly Token[], from: number, reading: Reading, text: string): Token {
  const { start, glued, kind } = tokenAt(tokens, from)
  const { end } = tokenAt(tokens, reading.next - 1)
  const written = text.slice(start, end)
  const { value, ordinal, yearlike, scale, fraction = false } = reading
  const lower = written.toLowerCase()
  const rest = { value, ordinal, yearlike, scale, fraction, spelled: kind === 'word' }
  return { kind: 'number', text: written, lower, start, end, glued, ...rest }
}

/** The tokens of a plain text; numbers in digits and words are one token with a value. */
export function readTokens(text: string): Token[] {
  const tokens = splitTokens(text)
  const out: Token[] = []
  for (let at = 0; at < tokens.length;) {
    const reading = readNumber(tokens, at)
    out.push(reading === null ? tokenAt(tokens, at) : merge(tokens, at, reading, text))
    at = reading?.next ?? at + 1
  }
  return out
}
