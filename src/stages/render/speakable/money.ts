import { CURRENCIES, DOLLAR, EURO, POUND } from './currencies.ts'
import type { Currency } from './currencies.ts'
import { amountWords, cardinal } from './number-words.ts'
import { inOrder, modifiesNoun, replaceInContext, SCALES, SCALE_WORD } from './patterns.ts'
import type { Rule } from './patterns.ts'

const CODE = '(?:USD|EUR|GBP|JPY|CNY|RMB|CHF|INR|AUD|CAD|NZD|HKD|SGD|SEK|NOK|DKK|PLN|ZAR|KRW|kr)'
const SIGN = String.raw`(?:(?:US|AU|A|CA|C|NZ|HK|S|R|NT)?\$|(?:CN)?¥|[£€₹₩₽₿₺₴₪₱฿])`
const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,6})?`
const SCALE = String.raw`(?:(?: ?(trn|tn|mln|mn|bn|[kKmMbBT]))(?![\w'])|[ -](${SCALE_WORD})\b)?`

/** "1.50" → "one pound fifty"; null where the amount is not one of whole and minor units. */
function wholeAndMinor(amount: string, currency: Currency): string | null {
  const [, whole = '', rest = ''] = /^([\d,]+)\.(\d\d)$/.exec(amount) ?? []
  if (currency.minor === undefined || rest === '') return null
  const [units, parts] = [Number(whole.replaceAll(',', '')), Number(rest)]
  const minor = `${cardinal(parts)} ${currency.minor[parts === 1 ? 0 : 1]}`
  if (units === 0) return minor
  const major = `${amountWords(whole)} ${units === 1 ? currency.one : currency.many}`
  if (parts === 0) return major
  return parts < 10 ? `${major} and ${minor}` : `${major} ${cardinal(parts)}`
}

function sum(name: string, amount: string, scale: string, before: string, after: string): string {
  const currency = CURRENCIES[name] ?? DOLLAR
  const plain = scale === '' ? wholeAndMinor(amount, currency) : null
  if (plain !== null) return plain
  const isOne = (scale === '' && amount === '1') || modifiesNoun(before, after)
  return [amountWords(amount), scale, isOne ? currency.one : currency.many]
    .filter(word => word !== '')
    .join(' ')
}

const signed = replaceInContext(
  new RegExp(
    String.raw`(?<![\w$])((?<![\w)"'])-)?((?:${SIGN})|${CODE}(?= ?\d)) ?(-?${DIGITS}(?: ?- ?${DIGITS})?)${SCALE}`,
    'g'
  ),
  ([, minus, name = '', amount = '', short, word], before, after) =>
    (minus ? 'minus ' : '') + sum(name, amount, SCALES[short ?? ''] ?? word ?? '', before, after)
)

const suffixed = replaceInContext(
  new RegExp(
    String.raw`(?<![A-Za-z\d])(?<!\d[.,])(${DIGITS}(?:-${DIGITS})?)${SCALE} ?([€£¥₹]|${CODE})(?![\w$])`,
    'g'
  ),
  ([, amount = '', short, word, name = ''], before, after) =>
    sum(name, amount, SCALES[short ?? ''] ?? word ?? '', before, after)
)

/** "20.47 dollars" */
const spelled: Rule = text =>
  text.replace(
    new RegExp(String.raw`(?<![\w$£€])(?<!\d[.,])(${DIGITS}) (dollars|euros|pounds)\b(?! sterling)`, 'g'),
    (match: string, amount: string, name: string) =>
      wholeAndMinor(amount, { dollars: DOLLAR, euros: EURO, pounds: POUND }[name] ?? DOLLAR) ?? match
  )

const small: Rule = text =>
  text.replace(
    /(?<![\w.,])(\d{1,3}(?:\.\d)?)(¢|p(?=[ .,;!?)]|$))/g,
    (match: string, amount: string, sign: string) => {
      if (sign === 'p' && ['144', '240', '360', '480', '720'].includes(amount)) return match
      return `${amountWords(amount)} ${sign === '¢' ? 'cent' : amount === '1' ? 'penny' : 'pence'}${sign === '¢' && amount !== '1' ? 's' : ''}`
    }
  )

/** "$5m-$10m" is a range, not a negative sum. */
const ranges: Rule = text => text.replace(/(?<=\d[kmbnKMBT]{0,2}) ?- ?(?=(?:[A-Z]{1,2})?[$£€¥]\d)/g, ' to ')

/** "five dollars-a-month", "five dollars/month" */
const LONG_PERIODS: Record<string, string> = {
  hr: 'hour',
  yr: 'year',
  wk: 'week',
  mo: 'month',
  sqft: 'square foot'
}

const rates: Rule = text =>
  text
    .replace(/\b(dollars?|pounds?|euros?|pence|cents)-(a|per)-(?=[a-z])/g, '$1 $2 ')
    .replace(
      /\b(dollars?|pounds?|euros?|yen|pence|cents) ?\/ ?([a-z]+)/g,
      (_, name: string, period: string) => `${name} per ${LONG_PERIODS[period] ?? period}`
    )

const alone: Rule = text =>
  text
    .replace(/(?<=[A-Za-z])\$(?=[a-z])/g, 's')
    .replace(/[£€¥$]/g, sign => ` ${CURRENCIES[sign]?.one ?? ''} `)

/** Sums as they are said: "$2.3bn" → "two point three billion dollars", "£1.50" → "one pound fifty". */
export const money = inOrder(ranges, signed, suffixed, spelled, small, rates, alone)
