import { tokenAt, type Token } from '../text/token.ts'

export interface ReadTime {
  minutes: number
  half: 'am' | 'pm' | null
  to: number
}

const HALF: readonly [RegExp, 'am' | 'pm'][] = [
  [/^a\.?m\.?\b/, 'am'],
  [/^p\.?m\.?\b/, 'pm'],
  [/^in the morning\b/, 'am'],
  [/^in the (?:afternoon|evening)\b/, 'pm'],
  [/^at night\b/, 'pm']
]

function halfAt(tokens: readonly Token[], at: number): { half: 'am' | 'pm' | null; to: number } {
  const words = [0, 1, 2].map(offset => tokenAt(tokens, at + offset).lower)
  const rest = words.join(' ')
  const found = HALF.find(([pattern]) => pattern.test(rest))
  if (found === undefined) return { half: null, to: at }
  return { half: found[1], to: at + (words[0] === 'in' ? 3 : words[0] === 'at' ? 2 : 1) }
}

const isHour = (token: Token): boolean =>
  token.kind === 'number' &&
  token.value >= 0 &&
  token.value <= 24 &&
  Number.isInteger(token.value) &&
  !token.ordinal

/** "a quarter past nine", "half past six". */
function readPast(tokens: readonly Token[], from: number): ReadTime | null {
  const skip = tokenAt(tokens, from).lower === 'a' ? 1 : 0
  const part = tokenAt(tokens, from + skip).lower
  const side = tokenAt(tokens, from + skip + 1).lower
  const hour = tokenAt(tokens, from + skip + 2)
  if (!/^(?:quarter|half)$/.test(part) || !/^(?:past|to)$/.test(side) || !isHour(hour)) return null
  const minutes = hour.value * 60 + (part === 'half' ? 30 : side === 'past' ? 15 : -15)
  return { minutes, ...halfAt(tokens, from + skip + 3) }
}

/** "17:30", "6:30 p.m.", "6 p.m.", "six thirty in the evening", "four o'clock". */
export function readTime(tokens: readonly Token[], from: number): ReadTime | null {
  const token = tokenAt(tokens, from)
  const clock = /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(token.text)
  if (clock !== null)
    return { minutes: Number(clock[1]) * 60 + Number(clock[2]), ...halfAt(tokens, from + 1) }
  const past = readPast(tokens, from)
  if (past !== null) return past
  if (token.lower === 'midnight') return { minutes: 0, half: 'am', to: from + 1 }
  if (token.lower === 'noon') return { minutes: 720, half: 'pm', to: from + 1 }
  if (!isHour(token)) return null
  const next = tokenAt(tokens, from + 1)
  if (next.lower === "o'clock") {
    const { half, to } = halfAt(tokens, from + 2)
    return { minutes: token.value * 60, half, to }
  }
  const dashed = next.lower === '-' ? 1 : 0
  const minute = tokenAt(tokens, from + 1 + dashed)
  const hasMinutes = minute.kind === 'number' && minute.spelled && minute.value > 0 && minute.value < 60
  const { half, to } = halfAt(tokens, from + (hasMinutes ? 2 + dashed : 1))
  return half === null ? null : { minutes: token.value * 60 + (hasMinutes ? minute.value : 0), half, to }
}
