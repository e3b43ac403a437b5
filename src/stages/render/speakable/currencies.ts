/** A currency, and its hundredth where sums are said with it. */
export interface Currency {
  one: string
  many: string
  minor?: [one: string, many: string]
}

const CENTS: [string, string] = ['cent', 'cents']
export const DOLLAR: Currency = { one: 'dollar', many: 'dollars', minor: CENTS }
export const EURO: Currency = { one: 'euro', many: 'euros', minor: CENTS }
export const POUND: Currency = { one: 'pound', many: 'pounds', minor: ['penny', 'pence'] }
const unchanging = (name: string): Currency => ({ one: name, many: name })
const regular = (name: string): Currency => ({ one: name, many: `${name}s` })
const dollarOf = (whose: string): Currency => ({
  one: `${whose} dollar`,
  many: `${whose} dollars`,
  minor: CENTS
})

/** By sign and by code. */
export const CURRENCIES: Record<string, Currency> = {
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
  US$: dollarOf('U\u203fS'),
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
  USD: dollarOf('U\u203fS'),
  EUR: EURO,
  GBP: POUND,
  JPY: unchanging('yen'),
  CNY: unchanging('yuan'),
  RMB: unchanging('renminbi'),
  CHF: regular('Swiss franc'),
  INR: regular('rupee'),
  AUD: dollarOf('Australian'),
  CAD: dollarOf('Canadian'),
  NZD: dollarOf('New Zealand'),
  HKD: dollarOf('Hong Kong'),
  SGD: dollarOf('Singapore'),
  SEK: { one: 'Swedish krona', many: 'Swedish kronor' },
  NOK: { one: 'Norwegian krone', many: 'Norwegian kroner' },
  DKK: { one: 'Danish krone', many: 'Danish kroner' },
  PLN: unchanging('zloty'),
  ZAR: unchanging('rand'),
  KRW: unchanging('won'),
  kr: { one: 'krone', many: 'kroner' }
}
