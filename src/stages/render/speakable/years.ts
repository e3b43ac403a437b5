import { cardinal, pluralNumber, yearWords } from './number-words.ts'
import { inOrder, replaceInContext, startsWithPlural } from './patterns.ts'
import type { Rule } from './patterns.ts'

const MONTH_OR_SEASON =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|spring|summer|autumn|fall|winter|season|year|fiscal|FY|early|late|mid|circa|around|since|until|till|during|in|of|by|from|to|before|after|between|and|or|through|pre|post|for|than|Olympics|Cup)'
const DATED = new RegExp(String.raw`(?:^|[^\w])${MONTH_OR_SEASON}[ -]$`, 'i')
const STRONG =
  /(?:^|[^\w])(?:January|February|March|April|May|June|July|August|September|October|November|December|since|until|during|in|spring|summer|autumn|winter|early|late|mid|fiscal|FY)[ -]$/i
/** "the crowd of 1500" */
const COUNTING = /\b(?:of|for|than|from|to|and|or|through|by|between) $/i
const COUNTED =
  /^[ -](?:people|men|women|children|workers|jobs|troops|soldiers|miles|kilometers|meters|feet|words|calories|employees|students|homes|dollars|pounds|euros|tons|tonnes|points|votes|hours|minutes|percent|times|million|billion)\b/

/** Is a number of four digits, printed without a comma, a year? "in 2010" and "the 2024 vote" are, "1500 people" is not. */
export function isYear(digits: string, before: string, after: string): boolean {
  const value = Number(digits)
  if (value < 1010 || value > 2099 || COUNTED.test(after)) return false
  if (value >= 2001 && value <= 2050) return true
  if (STRONG.test(before)) return value >= 1900 || !startsWithPlural(after)
  if (startsWithPlural(after)) return value >= 1900 && /\b(?:the|a|an)\s$/i.test(before) && value % 100 !== 0
  if (DATED.test(before)) return value >= 1900 || value % 100 !== 0 || !COUNTING.test(before)
  return value >= 1900 || (value > 1100 && value % 50 !== 0)
}

const ranges = replaceInContext(
  /(?<![\w.,/$£€-])([12]\d{3}) ?([-/]) ?(\d{4}|\d{2})(?![\w/]|[.,]\d|-\d)/g,
  ([match = '', from = '', sign, to = ''], before, after) => {
    const until = Number(to.length === 2 ? from.slice(0, 2) + to : to)
    const counts = Number(from) % 50 === 0 && until % 50 === 0 && startsWithPlural(after)
    if (until <= Number(from) || until > 2100 || counts || !isYear(from, before, '')) return match
    const last = to.length === 2 && until % 100 > 9 && sign === '/' ? cardinal(until % 100) : yearWords(until)
    return `${yearWords(Number(from))} ${sign === '/' ? '' : 'to '}${last}`
  }
)

/** the 1990s, the '90s, mid-2010s, in his 20s */
const decades: Rule = text =>
  text
    .replace(/(?<![\w.,$£€])([12]\d{2}0)'?[sS]\b/g, (_, year: string) =>
      pluralNumber(yearWords(Number(year)))
    )
    .replace(/(?<![\w.,$£€])'?([2-9]0)'?[sS]\b/g, (_, decade: string) =>
      pluralNumber(cardinal(Number(decade)))
    )
    .replace(/(?<!\w)'(\d{2})(?!\w)/g, (_, year: string) =>
      year.startsWith('0') ? `oh ${cardinal(Number(year))}` : cardinal(Number(year))
    )

const alone = replaceInContext(
  /(?<![\w.,$£€/:]|(?<!\b[A-Za-z]{2,20})-)([12]\d{3})(?![\d%/]|[.,:]\d|-\d|(?!s\b)[A-Za-z])/g,
  ([match = '', digits = ''], before, after) =>
    isYear(digits, before, after) ? yearWords(Number(digits)) : match
)

/** Years and decades as they are said: "in 2010" → "in twenty ten". */
export const years = inOrder(ranges, decades, alone)
