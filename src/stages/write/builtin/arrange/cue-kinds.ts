import { yearOf, dayOf } from '../language/calendar.ts'
import type { Candidate } from '../sentences/candidates.ts'
import { contentStems, tokensOf } from '../language/words.ts'
import { CUE_KINDS, type CueKind } from '../phrases/cues.ts'

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const YEAR_OR_DATE = new RegExp(
  `\\b(?:19|20)\\d\\d\\b|\\b\\d{1,2}(?:st|nd|rd|th)?(?: (?:to|and) \\d{1,2})? ${MONTH}\\b|\\b${MONTH} \\d{1,2}\\b`,
  'g'
)
/** Figures that measure something; numbers in names ("FFmpeg 8.0") do not. */
const QUANTITY =
  /[$£€]\d|\b\d[\d,.]*(?:%| ?per ?cent\b| (?:million|billion|trillion)\b)|(?<!\p{Lu}[\p{L}\d-]* )\b\d[\d,.]* \p{Ll}{4,}|\b\d{1,3}(?:,\d{3})+\b/gu

/** In the main clause, not in one that hangs on it. */
const PLANS =
  /^(?:(?!\b(?:that|which|who|whose)\b).){0,80}\b(?:plans to|wants to|intends to|aims to|(?:is|are) (?:expected|due|set|scheduled|planning) to)\b/
const AHEAD = /^(?:(?!\b(?:that|which|who|whose|if|If|when|When|as|because|where|while)\b).){0,80}\bwill\b/

const YEAR = /\b(?:[Ii]n|[Ss]ince|from) (?:\p{Lu}\p{Ll}+ )?(1[5-9]\d\d|20\d\d)\b/gu
const ORIGIN =
  /\b(?:founded|built|named|completed|designed|ordered|launched|opened|began|started|established|dates|closed|bought|sold)\b/

/** Does the sentence tell of an earlier year, and not only of a figure from it? */
function isPast({ item, text }: Candidate): boolean {
  const now = yearOf(dayOf(item.publishedAt) ?? Date.UTC(1990, 0))
  const years = [...text.matchAll(YEAR)].filter(([, year]) => Number(year) < now)
  return years.some(({ index }) => index === 0) || (years.length > 0 && ORIGIN.test(text))
}

const COMPARES =
  /\b(?:compared (?:with|to)|from (?:a|the same) (?:\w+ )?(?:year|quarter|month|period)|than (?:a year|the year|last|in|before)\b|(?:a|one) year earlier|over the same)/
const TREND = /\b(?:rose|rises|grew|climbed|increased|fell|dropped|declined|higher|lower|increase)\b/

const UNITS = /^(?:million|billion|trillion|percent|cent|dollars|euros|pounds|quarter|month|period)$/
/** What a sentence measures, so far as a small letter tells: no name, no figure, no unit. */
const measuredIn = (text: string): Set<string> =>
  contentStems(
    tokensOf(text)
      .filter(word => /^\p{Ll}+$/u.test(word) && !UNITS.test(word))
      .join(' ')
  )

/** After a figure: what became of it. */
const followsFigure = (text: string, last: string): boolean => {
  const measured = measuredIn(last)
  return hasFigure(last) && [...measuredIn(text)].some(stem => measured.has(stem))
}

const LEAST_SHARED = 2
const isAbout = (title: string, text: string): boolean => {
  const stems = contentStems(text)
  return [...contentStems(title)].filter(stem => stems.has(stem)).length >= LEAST_SHARED
}

/** `last`: the sentence before it. */
const TESTS: Record<CueKind, (candidate: Candidate, last: string) => boolean> = {
  refusal: ({ text }) =>
    /\b(?:declined to comment|did not (?:immediately )?(?:respond|reply)|refused to comment|has not commented)\b/.test(
      text
    ),
  warning: ({ text }) => /\bwarn(?:s|ed)? /.test(text),
  critics: ({ text }) =>
    /^.{0,40}\b(?:[Cc]ritics (?:say|said|of|have|argue)|criticized|criticised|[Oo]pponents (?:say|said|of|argue))/.test(
      text
    ),
  danger: ({ text }) =>
    /\b(?:poses? (?:no|a|little) (?:threat|danger|risk)|(?:no|little) danger|(?:is|are) (?:not )?(?:safe|dangerous))\b/.test(
      text
    ),
  open: ({ text }) =>
    /\b(?:(?:is|are|remains?) (?:still )?(?:unclear|unknown|undecided)|not yet (?:clear|known|been decided)|still await)\b/.test(
      text
    ),
  why: ({ text, item }, last) =>
    /^[^,]{5,80} (?:had|has|have) to .*\b(?:because|due to)\b/.test(text) && isAbout(item.title, last),
  compare: ({ text }, last) => COMPARES.test(text) && TREND.test(text) && followsFigure(text, last),
  money: ({ text }) =>
    /[$£€]\d|\b(?:million|billion|\d) (?:dollars|euros|pounds|kronor|yen|yuan)\b/.test(text),
  plans: ({ text }) => PLANS.test(text) && !/["“]/.test(text),
  ahead: ({ text }) => AHEAD.test(text) && !/["“]/.test(text),
  research: ({ text }) =>
    /^(?:The (?:study|research|researchers|paper|authors|scientists)|Researchers|Scientists)\b/.test(text),
  past: isPast,
  numbers: ({ text }) => (text.replace(YEAR_OR_DATE, '').match(QUANTITY)?.length ?? 0) >= 2
}

/** Has the sentence a figure that measures something? */
export const hasFigure = (text: string): boolean => text.replace(YEAR_OR_DATE, '').match(QUANTITY) !== null

/** What a host could truthfully announce the sentence as. */
export const cueKindsOf = (candidate: Candidate, last = ''): CueKind[] =>
  CUE_KINDS.filter(kind => TESTS[kind](candidate, last))
