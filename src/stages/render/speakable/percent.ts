import { amountWords } from './number-words.ts'
import { AMOUNT, inOrder } from './patterns.ts'
import type { Rule } from './patterns.ts'

const signs: Rule = text =>
  text
    .replace(/(?<=\d) ?% ?- ?(?=\d)/g, '-')
    .replace(
      new RegExp(`(${AMOUNT})[ -]?%(?:-(?=[a-z]))?(pts?\\b| points?\\b)?`, 'g'),
      (_, amount: string, points?: string) =>
        `${amountWords(amount)} percent${points === undefined ? ' ' : 'age points '}`
    )
    .replace(/(percent|points) (?=[.,;:!?)\]'"-]|$)/g, '$1')

const points: Rule = text =>
  text
    .replace(
      new RegExp(String.raw`(${AMOUNT}) ?(?:pp|ppts?)\b(?!\.)`, 'g'),
      (_, amount: string) => `${amountWords(amount)} percentage points`
    )
    .replace(
      new RegExp(String.raw`(${AMOUNT}) ?bps?\b`, 'g'),
      (_, amount: string) => `${amountWords(amount)} basis points`
    )

/** Shares and the points between them: "33%" → "thirty-three percent". */
export const percent = inOrder(points, signs, text => text.replaceAll('%', ' percent '))
