import { amountWords } from './number-words.ts'
import {
  AMOUNT,
  inOrder,
  modifiesNoun,
  replaceInContext,
  SCALES,
  SCALE_WORD,
  startsWithPlural
} from './patterns.ts'
import type { Rule } from './patterns.ts'
import { UNIT_NAMES } from './unit-names.ts'

const SYMBOLS = Object.keys(UNIT_NAMES)
  .toSorted((a, b) => b.length - a.length)
  .map(symbol => symbol.replace('^', String.raw`\^`))
  .join('|')

/** Spellings of units that differ only in dots and "per". */
const tidy: Rule = text =>
  text
    .replace(/\b(sq|cu)\. ?(?=(?:km|m|mi|ft)\b)/g, '$1 ')
    .replace(/(?<=\d ?)(ft|lbs?|oz|kg|km|min|hr|yrs?|mi)\.(?= [a-z]|,)/g, '$1')
    .replace(/(?<=\d)(km|kg|lb|km)s\b/g, '$1')

/** 5'10" */
const feetAndInches: Rule = text =>
  text.replace(
    /(?<![\w.,'])([3-9])' ?(\d{1,2})(?:"|'')/g,
    (_, feet: string, inches: string) => `${amountWords(feet)} foot ${amountWords(inches)}`
  )

const units = replaceInContext(
  new RegExp(String.raw`(${AMOUNT})( ${SCALE_WORD})?([ -]?)(${SYMBOLS})(?![\w^/']|\.\d|-\d)`, 'g'),
  ([match = '', amount = '', scale = '', gap = '', symbol = ''], before, after) => {
    const names = UNIT_NAMES[symbol]
    if (names === undefined || (gap === '' && symbol === 'm' && startsWithPlural(after))) return match
    const isOne = amount === '1' || gap === '-' || modifiesNoun(before, after)
    return `${amountWords(amount)}${scale} ${names[isOne ? 0 : 1]}`
  }
)

/** "15m people", "2bn users", "7B parameters", "10k"; "4K" and "10K" are names. */
const scales: Rule = text =>
  text.replace(
    new RegExp(String.raw`(${AMOUNT}) ?(trn|tn|mln|mn|bn)(?![\w'])|(${AMOUNT})([kKmMBT])(?![\w'&])`, 'g'),
    (match: string, a?: string, long?: string, b?: string, short?: string) => {
      const [amount = '', sign = ''] = a === undefined ? [b, short] : [a, long]
      if (sign === 'K' && amount.length < 3) return match
      return `${amountWords(amount)} ${SCALES[sign] ?? ''}`
    }
  )

const dimensions: Rule = text =>
  text.replace(/(?<=\d) ?[x×] ?(?=\d)/g, ' by ').replace(/(?<=\d)[x×](?=[^\w]|$)/g, ' times')

const perSomething: Rule = text =>
  text.replace(
    /(?<=[a-z]) ?\/ ?(s|sec|second|min|minute|hour|hr|day|week|month|year|person|head|capita)\b/g,
    (_, unit: string) => ` per ${UNIT_NAMES[unit]?.[0] ?? (unit === 's' ? 'second' : unit)}`
  )

/** Measures and short forms of large numbers: "10km" → "ten kilometers", "2bn" → "two billion". */
export const measures = inOrder(tidy, feetAndInches, units, scales, dimensions, perSomething)
