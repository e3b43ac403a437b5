/** A number as a text writes it. */
export interface WrittenFigure {
  value: number
  /** "%", "$", "€", "£", "date", "score", or empty for a plain count. */
  unit: string
  /** With "at least" and the like: "about 3 million dollars". */
  text: string
  /** Does the text itself say that it is not exact? */
  isAbout: boolean
  /** Where it begins and ends. */
  from: number
  to: number
}

const list = (words: string): string[] => words.split(' ')
const SMALL = list(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
)
const TENS = list('twenty thirty forty fifty sixty seventy eighty ninety')
const SCALES = new Map<string, number>([
  ['hundred', 1e2],
  ...list('thousand k').map((name): [string, number] => [name, 1e3]),
  ...list('million mn m').map((name): [string, number] => [name, 1e6]),
  ...list('billion bn b').map((name): [string, number] => [name, 1e9]),
  ...list('trillion tn').map((name): [string, number] => [name, 1e12])
])
const UNITS: readonly [RegExp, string][] = [
  [/^(?:%|per ?cent|pct)$/i, '%'],
  [/^(?:(?:us)?\$|dollars?)$/i, '$'],
  [/^(?:€|euros?)$/i, '€'],
  [/^(?:£|pounds?)$/i, '£']
]
const MONTHS = list('january february march april may june july august september october november december')

const WORD_NUMBER = `(?:${TENS.join('|')})(?:-(?:one|${SMALL.slice(0, 8).join('|')}))?|${SMALL.join('|')}`
const MONTH = `(?:${MONTHS.map(name => name[0]?.toUpperCase() + name.slice(1)).join('|')})`
const FIGURE = new RegExp(
  '(?<![\\p{L}\\p{N}.,:/-])' +
    '((?:at least|at most|more than|over|nearly|almost|about|around|some|up to|roughly|an estimated|under|less than) )?' +
    `(?:(\\d{1,3})[-–](\\d{1,3})(?![-–\\d])|(\\d{1,2}) ${MONTH}|${MONTH} (\\d{1,2})|` +
    `(US\\$|[$€£])?(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|${WORD_NUMBER})` +
    '(?:[ -]?(hundred|thousand|million|billion|trillion|mn|bn|tn|[mbk])(?![\\p{L}]))?' +
    '(?: ?(%|per ?cent|pct|dollars?|euros?|pounds?)(?![\\p{L}]))?)' +
    '(?![\\p{N}:/])(?!(?:st|nd|rd|th)\\b)',
  'giu'
)
const EXACT = /^(?:at least|at most|more than|over|up to|under|less than) $/i

const NO_COUNT = /^(?:-year|[- ]years?[- ]old|st\b|nd\b|rd\b|th\b|-\p{L})/u

function numberOf(written: string): number {
  const lower = written.toLowerCase()
  if (/^\d/.test(lower)) return Number(lower.replaceAll(',', ''))
  const [tens = '', ones = ''] = lower.split('-')
  const small = (word: string): number => (word === 'one' ? 1 : SMALL.indexOf(word) + 2)
  return TENS.includes(tens) ? (TENS.indexOf(tens) + 2) * 10 + (ones === '' ? 0 : small(ones)) : small(tens)
}

const monthIn = (text: string): number => MONTHS.findIndex(name => text.toLowerCase().includes(name)) + 1

/** A score is the same for the one who won and the one who lost. */
const scoreOf = (home: number, away: number): number => Math.max(home, away) * 1000 + Math.min(home, away)

function readMatch(match: RegExpExecArray): Pick<WrittenFigure, 'value' | 'unit'> | null {
  const [text, , home, away, dayBefore, dayAfter, sign = '', digits = '', scale = '', unit = ''] = match
  if (home !== undefined && away !== undefined)
    return { value: scoreOf(Number(home), Number(away)), unit: 'score' }
  const day = dayBefore ?? dayAfter
  if (day !== undefined) return { value: monthIn(text) * 100 + Number(day), unit: 'date' }
  const value = numberOf(digits) * (SCALES.get(scale.toLowerCase()) ?? 1)
  const named = UNITS.find(([pattern]) => pattern.test(sign || unit))?.[1] ?? ''
  const isYear = named === '' && scale === '' && /^(?:19|20)\d\d$/.test(digits)
  return isYear || !Number.isFinite(value) ? null : { value, unit: named }
}

/** The numbers of a sentence, in order. Years, ages, clock times and ordinals are none. */
export const parseFigures = (sentence: string): WrittenFigure[] =>
  [...sentence.matchAll(FIGURE)].flatMap(match => {
    const read = readMatch(match)
    const to = match.index + match[0].length
    if (read === null || NO_COUNT.test(sentence.slice(to, to + 12))) return []
    const prefix = match[1] ?? ''
    const isAbout = prefix !== '' && !EXACT.test(prefix)
    return [{ ...read, text: match[0].trim(), isAbout, from: match.index, to }]
  })
