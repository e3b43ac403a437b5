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
    .replace(/(?<=\d ?h(?:rs?)? ?)(\d{1,2}) ?m\b/g, '$1min')

/** 5'10", 5ft 10in */
const feetAndInches: Rule = text =>
  text.replace(
    /(?<![\w.,'])(?:([3-9])' ?(\d{1,2})(?:"|'')|(\d{1,2}) ?ft ?(\d{1,2}) ?ins?\b\.?)/g,
    (_, ...[quoted, quotedInches, feet, inches]: (string | undefined)[]) =>
      `${amountWords(quoted ?? feet ?? '')} foot ${amountWords(quotedInches ?? inches ?? '')}`
  )

/** 3.5" where no quotation is open before it, and 10in */
const inches: Rule = text => {
  let isOpen = false
  return text
    .replace(/(\d)?"/g, (match: string, digit: string | undefined) => {
      if (digit !== undefined && !isOpen) return `${digit} inch`
      isOpen = !isOpen
      return match
    })
    .replace(/(?<=\d)in(?=[ ,;)-])/g, ' inch')
}

const units = replaceInContext(
  new RegExp(String.raw`(${AMOUNT})( ${SCALE_WORD})?([ -]?)(${SYMBOLS})(?![\w^/']|\.\d|-\d)`, 'g'),
  ([match = '', amount = '', scale = '', gap = '', symbol = ''], before, after) => {
    const names = UNIT_NAMES[symbol]
    if (names === undefined || (gap === '' && symbol === 'm' && startsWithPlural(after))) return match
    const isOne = amount === '1' || gap === '-' || modifiesNoun(before, after)
    return `${amountWords(amount)}${scale} ${names[isOne ? 0 : 1]}`
  }
)

/** "15m people", "2bn users", "7B parameters", "10k"; "4K", "10K" and "3M" are names. */
const scales = replaceInContext(
  new RegExp(String.raw`(${AMOUNT}) ?(trn|tn|mln|mn|bn)(?![\w'])|(${AMOUNT})([kKmMBT])(?![\w'&])`, 'g'),
  ([match = '', a, long, b, short], _, after) => {
    const [amount = '', sign = ''] = a === undefined ? [b, short] : [a, long]
    const isName = (sign === 'K' && amount.length < 3) || match === '401k'
    if (isName || (match === '3M' && !startsWithPlural(after))) return match
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
export const measures = inOrder(tidy, feetAndInches, inches, units, scales, dimensions, perSomething)
