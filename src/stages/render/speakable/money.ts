import { amountWords, cardinal } from './number-words.ts'
import { inOrder, modifiesNoun, replaceInContext, SCALES, SCALE_WORD } from './patterns.ts'
import type { Rule } from './patterns.ts'

interface Currency {
  one: string
  many: string
  minor?: [one: string, many: string]
}

const CENTS: [string, string] = ['cent', 'cents']
const DOLLAR: Currency = { one: 'dollar', many: 'dollars', minor: CENTS }
const EURO: Currency = { one: 'euro', many: 'euros', minor: CENTS }
const POUND: Currency = { one: 'pound', many: 'pounds', minor: ['penny', 'pence'] }
const unchanging = (name: string): Currency => ({ one: name, many: name })
const regular = (name: string): Currency => ({ one: name, many: `${name}s` })
const dollarOf = (whose: string): Currency => ({
  one: `${whose} dollar`,
  many: `${whose} dollars`,
  minor: CENTS
})

const CURRENCIES: Record<string, Currency> = {
  $: DOLLAR,
  '£': POUND,
  '€': EURO,
  '¥': unchanging('yen'),
  '₹': regular('rupee'),
  '₩': unchanging('won'),
  '₽': regular('ruble'),
  '₿': regular('bitcoin'),
  '₺': unchanging('lira'),
  '₴': regular('hryvnia'),
  '₪': regular('shekel'),
  '₱': regular('peso'),
  '฿': unchanging('baht'),
  US$: dollarOf('U S'),
  A$: dollarOf('Australian'),
  AU$: dollarOf('Australian'),
  C$: dollarOf('Canadian'),
  CA$: dollarOf('Canadian'),
  NZ$: dollarOf('New Zealand'),
  HK$: dollarOf('Hong Kong'),
  S$: dollarOf('Singapore'),
  NT$: dollarOf('Taiwan'),
  R$: { one: 'real', many: 'reais' },
  'CN¥': unchanging('yuan'),
  USD: dollarOf('U S'),
  EUR: EURO,
  GBP: POUND,
  JPY: unchanging('yen'),
  CNY: unchanging('yuan'),
  RMB: unchanging('renminbi'),
  CHF: regular('Swiss franc'),
  INR: regular('rupee'),
  AUD: dollarOf('Australian'),
  CAD: dollarOf('Canadian')
}

const CODE = '(?:USD|EUR|GBP|JPY|CNY|RMB|CHF|INR|AUD|CAD)'
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
const rates: Rule = text =>
  text
    .replace(/\b(dollars?|pounds?|euros?|pence|cents)-(a|per)-(?=[a-z])/g, '$1 $2 ')
    .replace(/\b(dollars?|pounds?|euros?|yen|pence|cents) ?\/ ?(?=[a-z])/g, '$1 per ')

const alone: Rule = text => text.replace(/[£€¥$]/g, sign => ` ${CURRENCIES[sign]?.one ?? ''} `)

/** Sums as they are said: "$2.3bn" → "two point three billion dollars", "£1.50" → "one pound fifty". */
export const money = inOrder(ranges, signed, suffixed, spelled, small, rates, alone)
