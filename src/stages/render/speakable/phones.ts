import { digitWords } from './number-words.ts'
import { inOrder } from './patterns.ts'
import type { Rule } from './patterns.ts'

const NUMBERS = [
  /(?<![\w.,$£€])\+\d(?:[ .-]?\(?\d{1,4}\)?){2,6}(?![\w%]|[.,]\d)/g,
  /(?<![\w.,$£€])\(\d{3}\) ?\d{3}[-. ]\d{4}(?!\w)/g,
  /(?<![\w.,$£€-])(?:1[-. ])?\d{3}([-.])\d{3}\1\d{4}(?![\w-])/g,
  /(?<![\w.,$£€-])0\d{2,4} \d{3,4} \d{3,4}(?![\w-])/g,
  /(?<![\w.,$£€-])0\d{4} \d{6}(?![\w-])/g,
  /(?<![\w.,$£€-])555-\d{4}(?![\w-])/g,
  /(?<=\b(?:call|called|calling|dial|dialled|dialed|dialling|phone|phoned|text|texted|rang|ring) )\d{3}(?:[- ]\d{4})?(?!\w|[,.]\d| [a-z]{3,}s\b| people)/gi
]

const EMERGENCY =
  /(?<![\w.,$£€])(?:911|999)(?= (?:calls?|callers?|operators?|dispatch(?:ers?)?|emergency)\b)/g

const say = (number: string): string =>
  number
    .split(/[^\d]+/)
    .filter(group => group !== '')
    .map(digitWords)
    .join(', ')

/** Telephone numbers, digit by digit with a pause between groups. */
export const phones = inOrder(
  text => text.replace(EMERGENCY, digitWords),
  ...NUMBERS.map(
    (pattern): Rule =>
      text =>
        text.replace(pattern, number => (number.startsWith('+') && number.length < 8 ? number : say(number)))
  )
)
