const ONES = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ORDINALS = (
  'third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth ' +
  'seventeenth eighteenth nineteenth'
).split(' ')

/** one … nineteen, twenty … ninety. */
export const SMALL: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, value) => [word, value] as const),
  ...TENS.map((word, at) => [word, (at + 2) * 10] as const)
])

/** third … nineteenth, twentieth … ninetieth; "first" and "second" only after tens. */
export const ORDINAL: ReadonlyMap<string, number> = new Map([
  ...ORDINALS.map((word, at) => [word, at + 3] as const),
  ...TENS.map((word, at) => [word.replace(/y$/, 'ieth'), (at + 2) * 10] as const),
  ['hundredth', 100],
  ['thousandth', 1000]
])

export const AFTER_TENS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['second', 2]
])

export const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozen', 12]
])

/** Only right behind digits: 2.3bn. */
export const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['mn', 1e6],
  ['bn', 1e9],
  ['tn', 1e12]
])

/** Behind digits and a currency: $5m, $2B. */
export const MONEY_SCALES: ReadonlyMap<string, number> = new Map([
  ['m', 1e6],
  ['b', 1e9],
  ['t', 1e12]
])

/** The lower half of a share: two thirds. */
export const PARTS: ReadonlyMap<string, number> = new Map(
  [
    ['half', 2],
    ['halves', 2],
    ['third', 3],
    ['quarter', 4],
    ['fourth', 4],
    ['fifth', 5],
    ['sixth', 6],
    ['seventh', 7],
    ['eighth', 8],
    ['ninth', 9],
    ['tenth', 10]
  ].flatMap(([word, value]) => [[word, value] as [string, number], [`${word}s`, value] as [string, number]])
)
