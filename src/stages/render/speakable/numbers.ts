import { digitWords, numberWords } from './number-words.ts'
import { inOrder } from './patterns.ts'
import type { Rule } from './patterns.ts'

/** "12 345 678", "15 000" */
const spaced: Rule = text =>
  text.replace(/(?<![\w.,-])\d{1,3}(?:(?: \d{3}){2,4}| 000)(?![\w,]|\.\d| \d)/g, number =>
    numberWords(number.replaceAll(' ', ''))
  )

const negative: Rule = text => text.replace(/(?<![\w)"'^-])-(?=\.?\d)/g, 'minus ')

const counts: Rule = text =>
  text.replace(
    /(?<!\d)(?<!\d[.,])(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,30})(?:\.\d{1,30})?(?!\d|,\d{3}(?!\d))/g,
    number => ` ${numberWords(number)} `
  )

const points: Rule = text =>
  text.replace(/(?<![\w.])\.(\d{1,30})(?!\d)/g, (_, digits: string) => ` point ${digitWords(digits)} `)

/** Whatever digits no other rule knew, one by one. */
const leftovers: Rule = text => text.replace(/\d+/g, digits => ` ${digitWords(digits)} `)

/** "1,500-metre": before the comma could part it from its name. */
const withCommas: Rule = text =>
  text.replace(
    /(?<![A-Za-z\d])(?<!\d[.,])(\d{1,3}(?:,\d{3}){1,5})-(?=[A-Za-z])/g,
    (_, number: string) => `${numberWords(number)} `
  )

const MANY: Record<string, string> = {
  '100': 'hundreds',
  '1000': 'thousands',
  '10000': 'tens of thousands',
  '100000': 'hundreds of thousands'
}

/** "1,000s of people" */
const many: Rule = text =>
  text.replace(
    /(?<![\w.,$£€-])(100|10?,?000|100,?000)s(?= of\b)/g,
    (match: string, digits: string) => MANY[digits.replace(',', '')] ?? match
  )

/** Numbers whose spaces, signs or commas a later rule would misread. */
export const wholeNumbers = inOrder(many, spaced, negative, withCommas)

/** All numbers that are left: "15,000" → "fifteen thousand", "4.9" → "four point nine". */
export const numbers = inOrder(points, counts, leftovers)
