const ONES = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ')
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES = ['', ' thousand', ' million', ' billion', ' trillion', ' quadrillion']
const IRREGULAR_ORDINALS: Record<string, string> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth'
}

function underHundred(value: number): string {
  if (value < 20) return ONES[value] ?? ''
  const tens = TENS[Math.floor(value / 10)] ?? ''
  return value % 10 === 0 ? tens : `${tens}-${ONES[value % 10]}`
}

function underThousand(value: number): string {
  if (value < 100) return underHundred(value)
  const hundreds = `${ONES[Math.floor(value / 100)]} hundred`
  return value % 100 === 0 ? hundreds : `${hundreds} ${underHundred(value % 100)}`
}

/** 12345 → "twelve thousand three hundred forty-five"; whole numbers from 0 to 10^15. */
export function cardinal(value: number): string {
  const groups: string[] = []
  let rest = value
  for (let scale = 0; rest > 0; scale++) {
    if (rest % 1000 > 0) groups.unshift(underThousand(rest % 1000) + (SCALES[scale] ?? ''))
    rest = Math.floor(rest / 1000)
  }
  return groups.length === 0 ? 'zero' : groups.join(' ')
}

/** Makes the last word of a number an ordinal: "twenty-one" → "twenty-first". */
export function toOrdinal(words: string): string {
  return words.replace(/[a-z]+$/, last => {
    if (last.endsWith('y')) return `${last.slice(0, -1)}ieth`
    return IRREGULAR_ORDINALS[last] ?? `${last}th`
  })
}

export const ordinal = (value: number): string => toOrdinal(cardinal(value))

/** "1990" → "nineteen ninety", "2005" → "two thousand five", "1905" → "nineteen oh five". */
export function yearWords(year: number): string {
  if (year < 1000 || year > 9999 || year % 1000 < 10) return cardinal(year)
  return pairWords(Math.floor(year / 100), year % 100)
}

function pairWords(high: number, low: number): string {
  if (low === 0) return `${cardinal(high)} hundred`
  return `${cardinal(high)} ${low < 10 ? `oh ${cardinal(low)}` : cardinal(low)}`
}

/** "0958" → "zero nine five eight"; anything but digits is left out. */
export const digitWords = (digits: string): string =>
  [...digits.replace(/\D/g, '')].map(digit => ONES[Number(digit)]).join(' ')

/** Digits in a name, as they are said: "35" → "thirty-five", "320" → "three twenty", "4090" → "forty ninety". */
export function nameNumber(digits: string): string {
  const value = Number(digits)
  if (/^0\d/.test(digits) || digits.length > 4) return digitWords(digits)
  if (digits.length < 3) return cardinal(value)
  return digits.length === 4 ? yearWords(value) : pairWords(Math.floor(value / 100), value % 100)
}

/** "nineteen ninety" → "nineteen nineties", "sixty-six" → "sixty-sixes". */
export const pluralNumber = (words: string): string =>
  words.endsWith('y') ? `${words.slice(0, -1)}ies` : words + (words.endsWith('x') ? 'es' : 's')

/** "15,000", "1500", "4.9", ".5": a count as it is said. Long runs of digits are said one by one. */
export function numberWords(text: string): string {
  const [whole = '', decimals] = text.replaceAll(',', '').split('.')
  const isCode = whole.length > 15 || (whole.length > 10 && !text.includes(',')) || /^0\d/.test(whole)
  const spoken = isCode ? digitWords(whole) : whole === '' ? '' : cardinal(Number(whole))
  return decimals ? `${spoken} point ${digitWords(decimals)}`.trim() : spoken
}

/** "10-12" → "ten to twelve", "-5" → "minus five". */
export const amountWords = (text: string): string =>
  text.startsWith('-')
    ? `minus ${amountWords(text.slice(1).trim())}`
    : text
        .split('-')
        .map(part => numberWords(part.trim()))
        .join(' to ')
