import { cardinal, ordinal } from './number-words.ts'
import { inOrder } from './patterns.ts'
import type { Rule } from './patterns.ts'

const SAYINGS: Record<string, string> = {
  '9/11': 'nine eleven',
  '7/11': 'seven eleven',
  '50-50': 'fifty-fifty',
  '7/7': 'seven seven',
  '24/7': 'twenty-four seven',
  '50/50': 'fifty fifty',
  '20/20': 'twenty twenty'
}

function partWords(top: number, bottom: number): string {
  const one = bottom === 2 ? 'half' : bottom === 4 ? 'quarter' : ordinal(bottom)
  const many = one === 'half' ? 'halves' : `${one}s`
  return `${cardinal(top)} ${top === 1 ? one : many}`
}

const sayings: Rule = text =>
  text.replace(/(?<![\w./,$£€-])\d{1,2}[/-]\d{1,2}(?![\w/%-]|[.,]\d)/g, match => SAYINGS[match] ?? match)

/** 1 1/2 → one and a half */
const mixed: Rule = text =>
  text.replace(
    /(?<![\w./,])(\d{1,4})[ -](\d{1,2})\/(\d{1,2})(?![\w/]|[.,]\d)/g,
    (match: string, whole: string, top: string, bottom: string) => {
      if (Number(top) >= Number(bottom) || Number(bottom) < 2) return match
      return `${cardinal(Number(whole))} and ${partWords(Number(top), Number(bottom)).replace(/^one /, 'a ')}`
    }
  )

const plain: Rule = text =>
  text
    .replace(/(?<![\w./,])1\/2(?= an? )/g, 'half')
    .replace(/(?<![\w./,])(\d{1,4})\/(\d{1,4})(?![\w/]|[.,]\d)/g, (_, top: string, bottom: string) => {
      const [a, b] = [Number(top), Number(bottom)]
      if (a < b && a > 0 && (b <= 20 || b === 100 || b === 1000 || b === 32 || b === 64))
        return partWords(a, b)
      return a <= b ? `${cardinal(a)} out of ${cardinal(b)}` : `${cardinal(a)} over ${cardinal(b)}`
    })

/** 8.5/10 */
const marks: Rule = text => text.replace(/(?<=\d\.\d)\/(?=(?:5|10|20|100)(?![\w/]|[.,]\d))/g, ' out of ')

/** "3/4" → "three quarters", "8/10" → "eight tenths", "24/7" → "twenty-four seven". */
export const fractions = inOrder(sayings, marks, mixed, plain)
