import { ordinal, pluralNumber, yearWords, toOrdinal } from './number-words.ts'
import type { Rule } from './patterns.ts'

/** "21st" → "twenty-first", "1,000th" → "one thousandth", "20ths" → "twentieths". */
export const ordinals: Rule = text =>
  text.replace(
    /(?<![\w.])(\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:st|nd|rd|th)(s?)\b/gi,
    (_, digits: string, many: string) => {
      const value = Number(digits.replaceAll(',', ''))
      const isYearLike = /^1[1-9]\d\d$/.test(digits) && value % 100 !== 0
      const words = isYearLike ? toOrdinal(yearWords(value)) : ordinal(value)
      return many === '' ? words : pluralNumber(words)
    }
  )
