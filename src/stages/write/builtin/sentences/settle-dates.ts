import { countWords } from '../../../../domain/text.ts'
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
  AT_TIME,
  isTimeToCome,
  isToCome,
  MEASURED_OVER,
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
/** "on Tuesday, the first of three days of strike": the day is what the rest speaks of. */
const SPEAKS_OF_IT =
  '(?:the|a|an|his|her|its|their) (?:\\w+ )?(?:first|second|third|fourth|last|final|day|deadline|start|eve|anniversary|birthday)\\b'
const INSIDE = new RegExp(
  `(?<!\\b(?:of|since|for|from|until|than|by|and|or|to|before|after|again))(,?) ${ADVERBIAL}(?! (?:morning|afternoon|evening|night|lunchtime)\\b)(?!, ${SPEAKS_OF_IT})(,|(?= (?!and (?:to|on|again|this|last|early|late)|or\\b|to |is\\b|was\\b)[a-z]))`,
  'gi'
)
/** What stood between commas, before the verb: "The meeting, on Tuesday, agreed". */
const GOES_ON = new RegExp(
  `^ (?:${SPEECH_VERBS}|is|was|are|were|has|had|will|would|\\w+ed|took|made|gave|went|met|saw|won|lost|voted)\\b`
)
const ON_DAY =
  /\b(on|by|until|from|before) ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?: (?:morning|afternoon|evening|night))?(?![’'\w]|,? (?:the )?\d|,? [A-Z][a-z]{2,8}\.? \d)/g
/** "according to documents released": the day was what it told. */
const LOOSE_PARTICIPLE =
  /(?<!\b(?:was|were|been|be|being|is|are|has|have|had|it|they)) (?:released|published|issued|obtained|seen|dated|held|due|unveiled)\.[”"]?$/
/** "Calder 4.2 was released on Saturday.": with fewer words left, its day is half of what it tells. */
const LEAST_WORDS = 5
const ENDS_ON_DAY = /day\.$/
const TOMORROW = /\btomorrow\b(?![’']| (?:morning|night|afternoon|evening|and))/g

/** "will vote on Tuesday" → "will vote on Tuesday, September 2". Null where that day is over when it is heard. */
function dateWhatIsToCome(sentence: string, published: number, heard: number | null): string | null {
  let isOver = false
  const dated = (day: number): string => {
    isOver ||= heard !== null && day < heard
    return spokenDay(day)
  }
  const before = (at: number): string => sentence.slice(0, at)
  const said = sentence
    .replace(ON_DAY, (all, word: string, weekday: string, at: number) =>
      isToCome(before(at)) || isTimeToCome(before(at))
        ? `${word} ${dated(weekdayFrom(published, weekday))}`
        : all
    )
    .replace(TOMORROW, (all, at: number) =>
      isToCome(before(at)) ? `on ${dated(addDays(published, 1))}` : all
    )
  return isOver ? null : said
}

const HAS_BEEN = /\b(?:has|have) (?:\w+ly )?(?:been|\w+ed|died|found|seen|held|closed|grown|fallen|risen)\b/
const HOURS_OF_DAY = /\bhours of ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?: morning)?(?![’'\w]|, \d)/g
const SINCE_DAY =
  /\bsince ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?![’'\w]| (?:morning|afternoon|evening|night)|, \d)/g

/** "documents released on Wednesday" → "documents released on Wednesday, January 31"; "has been shut since Friday" as well. */
const dateWhatIsPast = (sentence: string, published: number): string => {
  const dated = (word: string, weekday: string): string =>
    `${word} ${spokenDay(weekdayUpTo(published, weekday))}`
  const onDays = sentence.replace(ON_DAY, (all, word: string, weekday: string) =>
    word === 'on' ? dated('on', weekday) : all
  )
  const inHours = onDays.replace(HOURS_OF_DAY, (_all, weekday: string) => dated('hours of', weekday))
  return HAS_BEEN.test(sentence)
    ? inHours.replace(SINCE_DAY, (_all, weekday: string) => dated('since', weekday))
    : inHours
}

const cutWhatIsPast = (sentence: string): string =>
  capitalised(
    sentence
      .replace(AFTER_SPEECH, '$1')
      .replace(BARE_DAY, '')
      .replace(AT_START, '')
      .replace(AT_END, (all, end: string, at: number, whole: string) =>
        AT_TIME.test(`${whole.slice(0, at)} `) ? all : end
      )
      .replace(INSIDE, (all, comma: string, after: string, at: number, whole: string) => {
        if (AT_TIME.test(`${whole.slice(0, at)} `)) return all
        const isAside = comma === ',' && after === ','
        return isAside && GOES_ON.test(whole.slice(at + all.length)) ? '' : after || comma
      })
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
  if (isStale(sentence, published, dayOf(episodeDate)) || MEASURED_OVER.test(sentence)) return null
  if (!DAY_NAME.test(sentence) && !SHORT_LIVED.test(sentence)) return sentence
  const dated = published === null ? sentence : dateWhatIsToCome(sentence, published, dayOf(episodeDate))
  if (dated === null) return null
  const isOpen = (text: string): boolean => DAY_NAME.test(text) || SHORT_LIVED.test(text)
  return sparingFullDates(dated, masked => {
    const settled = cutWhatIsPast(masked)
    const isLoose = settled !== masked && LOOSE_PARTICIPLE.test(settled)
    const past = published === null ? masked : dateWhatIsPast(masked, published)
    const isDated = !isOpen(past.replace(FULL_DATE, ''))
    const isLittle = isDated && ENDS_ON_DAY.test(masked) && countWords(settled) < LEAST_WORDS
    if (!isLoose && !isLittle && !isOpen(settled)) return settled
    return isDated ? past : null
  })
}

/** Is there no day in the text that holds only on the day it was printed? */
export const isDateless = (text: string): boolean =>
  ![DAY_NAME, SHORT_LIVED, MONTH_LONG].some(pattern => pattern.test(text))
