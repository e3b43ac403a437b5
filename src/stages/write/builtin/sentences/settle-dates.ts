import {
  addDays,
  dayOf,
  sameMonth,
  spokenDay,
  weekdayFrom,
  weekdayUpTo,
  yearOf
} from '../language/calendar.ts'
import {
  ADVERBIAL,
  ADVERBIAL_AFTER_VERB,
  BARE_DAY,
  DAY_NAME,
  FULL_DATE,
  isToCome,
  MONTH_LONG,
  NAMED_DAYS,
  SHORT_LIVED,
  YEAR_LONG
} from './relative-days.ts'
import { SPEECH_VERBS } from '../language/word-lists.ts'
import { capitalised } from '../language/words.ts'

const AFTER_SPEECH = new RegExp(
  `\\b(${SPEECH_VERBS}|unveiled|launched|released|signed|died|voted) ${ADVERBIAL_AFTER_VERB}(?=[,.]| (?:that|it|he|she|they|in|at|the|a|after|when|to|for|by|with) )`,
  'g'
)
const AT_START = new RegExp(`^(?:(?:late|early) )?${ADVERBIAL},? (?!and |or |to |is |was |will )(?=\\S)`, 'i')
const AT_END = new RegExp(
  `(?<!\\b(?:of|since|for|from|until|than|by|and|or|to|before|after|again)),? ${ADVERBIAL}(\\.[”"]?)$`,
  'i'
)
const INSIDE = new RegExp(
  `(?<!\\b(?:of|since|for|from|until|than|by|and|or|to|before|after|again))(,?) ${ADVERBIAL}(,|(?= (?!and (?:to|on|again|this|last|early|late)|or\\b|to |is\\b|was\\b)[a-z]))`,
  'gi'
)
const ON_DAY =
  /\b(on|by|until|from|before) ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?: (?:morning|afternoon|evening|night))?(?![’'\w]|,? (?:the )?\d|,? [A-Z][a-z]{2,8}\.? \d)/g
/** "according to documents released": the day was what it told. */
const LOOSE_PARTICIPLE =
  /(?<!\b(?:was|were|been|be|being|is|are|has|have|had|it|they)) (?:released|published|issued|obtained|seen|dated|held|due|unveiled)\.[”"]?$/
const TOMORROW = /\btomorrow\b(?![’']| (?:morning|night|afternoon|evening|and))/g

/** "will vote on Tuesday" → "will vote on Tuesday, September 2" */
function dateWhatIsToCome(sentence: string, published: number): string {
  const before = (at: number): string => sentence.slice(0, at)
  return sentence
    .replace(ON_DAY, (all, word: string, weekday: string, at: number) =>
      isToCome(before(at)) ? `${word} ${spokenDay(weekdayFrom(published, weekday))}` : all
    )
    .replace(TOMORROW, (all, at: number) =>
      isToCome(before(at)) ? `on ${spokenDay(addDays(published, 1))}` : all
    )
}

/** "documents released on Wednesday" → "documents released on Wednesday, January 31" */
const dateWhatIsPast = (sentence: string, published: number): string =>
  sentence.replace(ON_DAY, (all, word: string, weekday: string) =>
    word === 'on' ? `on ${spokenDay(weekdayUpTo(published, weekday))}` : all
  )

const cutWhatIsPast = (sentence: string): string =>
  capitalised(
    sentence
      .replace(AFTER_SPEECH, '$1')
      .replace(BARE_DAY, '')
      .replace(AT_START, '')
      .replace(AT_END, '$1')
      .replace(INSIDE, (_all, comma: string, after: string) =>
        comma === ',' && after === ',' ? '' : after || comma
      )
  )

function isStale(sentence: string, published: number | null, heard: number | null): boolean {
  const known = published !== null && heard !== null
  if (MONTH_LONG.test(sentence)) return !known || !sameMonth(published, heard)
  return YEAR_LONG.test(sentence) && (!known || yearOf(published) !== yearOf(heard))
}

/** Runs `edit` on a text in which every full date is one mark that no pattern of days matches. */
function sparingFullDates(text: string, edit: (masked: string) => string | null): string | null {
  const dates: string[] = []
  const mask = (date: string): string => `\ue000${dates.push(date) - 1}\ue001`
  const edited = edit(text.replace(FULL_DATE, mask).replace(NAMED_DAYS, mask))
  return edited?.replace(/\ue000(\d+)\ue001/g, (_all, at: string) => dates[Number(at)] ?? '') ?? null
}

/**
 * Rids a sentence of days that only hold on the day it was printed: dates what is to come, and cuts adverbials of
 * the past. Null where neither can be done, or where "last month" is no longer true.
 */
export function settleDates(
  sentence: string,
  publishedAt: string | null,
  episodeDate: string
): string | null {
  const published = dayOf(publishedAt)
  if (isStale(sentence, published, dayOf(episodeDate))) return null
  if (!DAY_NAME.test(sentence) && !SHORT_LIVED.test(sentence)) return sentence
  const dated = published === null ? sentence : dateWhatIsToCome(sentence, published)
  const isOpen = (text: string): boolean => DAY_NAME.test(text) || SHORT_LIVED.test(text)
  return sparingFullDates(dated, masked => {
    const settled = cutWhatIsPast(masked)
    const isLoose = settled !== masked && LOOSE_PARTICIPLE.test(settled)
    if (!isLoose && !isOpen(settled)) return settled
    const past = published === null ? masked : dateWhatIsPast(masked, published)
    return isOpen(past.replace(FULL_DATE, '')) ? null : past
  })
}

/** Is there no day in the text that holds only on the day it was printed? */
export const isDateless = (text: string): boolean =>
  ![DAY_NAME, SHORT_LIVED, MONTH_LONG].some(pattern => pattern.test(text))
