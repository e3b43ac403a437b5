import { cardinal, ordinal, yearWords } from './number-words.ts'
import { inOrder, stopBefore, replaceInContext } from './patterns.ts'
import type { Rule } from './patterns.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' '
)
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`
const YEAR = String.raw`([12]\d{3})`

const longMonth = (name: string): string => MONTHS.find(month => month.startsWith(name.slice(0, 3))) ?? name
const monthNamed = (number: string): string => MONTHS[Number(number) - 1] ?? ''
const weekday = (name: string): string => WEEKDAYS.find(day => day.startsWith(name)) ?? name
const isDay = (text: string): boolean => Number(text) >= 1 && Number(text) <= 31
const yearAfter = (year: string | undefined): string =>
  year === undefined ? '' : `, ${yearWords(Number(year))}`

/** 2025-08-28, with or without a time of day. */
const iso = replaceInContext(
  /(?<![\w-])([12]\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?(?![\w-])/g,
  ([, year, month, day, time, zone]) => {
    const date = `${monthNamed(month ?? '')} ${ordinal(Number(day))}${yearAfter(year)}`
    return time === undefined ? date : `${date}, at ${time}${zone === 'Z' ? ' UTC' : ''}`
  }
)

const isoMonth: Rule = text =>
  text.replace(
    /(?<![\w-])(20\d{2})-(0[1-9]|1[0-2])(?![\w-])/g,
    (match: string, year: string, month: string) =>
      Number(month) > Number(year.slice(2)) ? match : `${monthNamed(month)} ${yearWords(Number(year))}`
  )

/** Where day and month could be either, the numbers are read as they are printed. */
const slashed = replaceInContext(
  /(?<![\w/.])(\d{1,2})\/(\d{1,2})\/([12]\d{3}|\d{2})(?![\w/])/g,
  ([match = '', a = '', b = '', printed = '']) => {
    const year = printed.length === 2 ? `20${printed}` : printed
    const [first, second] = [Number(a), Number(b)]
    if (first > 12 && second <= 12 && isDay(a))
      return `the ${ordinal(first)} of ${monthNamed(b)}${yearAfter(year)}`
    if (second > 12 && first <= 12 && isDay(b)) return `${monthNamed(a)} ${ordinal(second)}${yearAfter(year)}`
    return isDay(a) && isDay(b) ? `${cardinal(first)}, ${cardinal(second)}${yearAfter(year)}` : match
  }
)

/** 22.11.2026: day and month always stand in this order between full stops. */
const dotted = replaceInContext(
  /(?<![\w.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?![\w]|\.\d)/g,
  ([match = '', day = '', month = '', year]) =>
    isDay(day) && monthNamed(month) !== ''
      ? `the ${ordinal(Number(day))} of ${monthNamed(month)}${yearAfter(year)}`
      : match
)

/** "31 August-1 September", "Aug. 28-Sept. 3", "Mon-Fri" */
const spans: Rule = text =>
  text
    .replace(new RegExp(String.raw`(?<=\b${MONTH}\.?) ?- ?(?=\d{1,2} ${MONTH}\b)`, 'g'), ' to ')
    .replace(new RegExp(String.raw`(?<=\b\d{1,2}) ?- ?(?=${MONTH}\.? \d)`, 'g'), ' to ')
    .replace(
      new RegExp(String.raw`\b${MONTH}\.? ?- ?${MONTH}\b(?!')\.?`, 'g'),
      (_, from: string, to: string) => `${longMonth(from)} to ${longMonth(to)}`
    )
    .replace(
      /\b(Mon|Tue|Tues|Wed|Thu|Thurs?|Fri|Sat|Sun)\.? ?- ?(Mon|Tue|Tues|Wed|Thu|Thurs?|Fri|Sat|Sun)\b\.?/g,
      (_, from: string, to: string) => `${weekday(from)} to ${weekday(to)}`
    )

const monthFirst = replaceInContext(
  new RegExp(
    String.raw`\b${MONTH}\.? ${DAY}(?: ?- ?${DAY})?(?:,? ${YEAR}(?![\d%]|[.,]\d))?(?![\d%$]|[.,:]\d|-\d)`,
    'g'
  ),
  ([match = '', month = '', from = '', to, year]) => {
    if (!isDay(from) || (to !== undefined && !isDay(to))) return match
    const until = to === undefined ? '' : ` to ${ordinal(Number(to))}`
    return `${longMonth(month)} ${ordinal(Number(from))}${until}${yearAfter(year)}`
  }
)

const dayFirst = replaceInContext(
  new RegExp(
    String.raw`(?<![\w.,/:$£€-])${DAY}(?: ?- ?${DAY})?(?: of)? ${MONTH}\b(?!')(?:\.(?= ?\d| [a-z]|,))?(?:,? ${YEAR}(?![\d%]|[.,]\d))?`,
    'g'
  ),
  ([match = '', from = '', to, month = '', year], before) => {
    if (!isDay(from) || (to !== undefined && !isDay(to))) return match
    const until = to === undefined ? '' : ` to the ${ordinal(Number(to))}`
    const article = /\bthe $/i.test(before) ? '' : 'the '
    return `${article}${ordinal(Number(from))}${until} of ${longMonth(month)}${yearAfter(year)}`
  }
)

/** "from 7 to 15 August", "on 19 and 20 August": the first day is an ordinal too. */
const dayPairs = replaceInContext(
  new RegExp(
    String.raw`(?<=\b(from|on|between|of|the|until|during|for) )${DAY} (to|and|or)(?= (?:the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}\b)`,
    'gi'
  ),
  ([match = '', lead = '', from = '', link = '']) =>
    isDay(from) ? `${/^the$/i.test(lead) ? '' : 'the '}${ordinal(Number(from))} ${link}` : match
)

/** "August 19 and 20"; before a noun the second number may be a count. */
const pairsOfMonth: Rule = text =>
  text.replace(
    new RegExp(String.raw`\b(${MONTH}\.? ${DAY} (?:to|and|or) )${DAY}(?=[.,;:!?)]|$)`, 'g'),
    (match: string, start: string, ...rest: string[]) => {
      const day = rest[2] ?? ''
      return isDay(day) ? start + ordinal(Number(day)) : match
    }
  )

const monthsAlone = replaceInContext(
  /\b(?:(Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.(?= |,|$)|(Jan|Feb|Aug|Sept|Oct|Nov|Dec)(?= '?\d))/g,
  ([, dotted, bare = ''], _, after) =>
    dotted === undefined ? longMonth(bare) : longMonth(dotted) + stopBefore(after)
)

const weekdays: Rule = text =>
  text.replace(
    /\b(Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun)(?:\.,?|,)?(?= (?:January|February|March|April|May|June|July|August|September|October|November|December|the \w{3,12}(?:-\w{3,10})? of|\d))/g,
    (_, name: string) => weekday(name)
  )

/** Dates as they are said: "Aug. 28, 2025" → "August twenty-eighth, twenty twenty-five". */
export const dates = inOrder(
  iso,
  isoMonth,
  slashed,
  dotted,
  spans,
  dayPairs,
  pairsOfMonth,
  monthFirst,
  dayFirst,
  monthsAlone,
  weekdays
)
