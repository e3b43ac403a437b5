import { rankEvidence } from '../claims/best-evidence.ts'
import type { Evidence } from '../evidence.ts'
import type { TurnFault } from '../fault.ts'
import { toldDaysOf } from '../form/told-days.ts'
import type { Statement } from '../read-statement.ts'
import type { Reading } from '../reading.ts'
import { dayOf, nearestDay, weekdayOf } from './calendar.ts'
import type { DateMention } from './date-mention.ts'
import { fitsDay, hasDate } from './has-date.ts'

const isEpisodeDay = (said: DateMention, { context: { date } }: Reading): boolean => {
  const day = dayOf(date)
  return !Number.isNaN(day) && said.kind !== 'time' && fitsDay(said, day)
}

/** The day of publication stands for the day of the news where the sentence behind it names none. */
function isPublished(said: DateMention, evidence: readonly Evidence[], best: Evidence | undefined): boolean {
  if (
    said.kind === 'time' ||
    (best !== undefined && best.dates.some(({ kind }) => kind !== 'time' && kind !== 'year'))
  )
    return false
  return evidence.some(({ item }) => fitsDay(said, dayOf(item.publishedAt)))
}

const isSimilar = (said: DateMention, given: DateMention): boolean =>
  said.kind === given.kind || (said.kind === 'weekday' && given.kind === 'day')

/** The sentence that says the same names another date of that kind. */
function otherDate(said: DateMention, best: Evidence | undefined, strong: boolean): string | null {
  if (best === undefined || !strong || hasDate(best, said)) return null
  return best.dates.find(given => isSimilar(said, given))?.text ?? null
}

const datesIn = (evidence: readonly Evidence[]): string =>
  [...new Set(evidence.flatMap(({ dates }) => dates.map(({ text }) => text)))].slice(0, 6).join(', ')

/** "Friday, August 28" of a year in which that is a Thursday. */
const isWrongWeekday = (said: DateMention, near: number): boolean =>
  said.kind === 'day' &&
  said.weekday >= 0 &&
  weekdayOf(
    said.year === null ? nearestDay(said.month, said.date, near) : Date.UTC(said.year, said.month, said.date)
  ) !== said.weekday

function dateFault(said: DateMention, sentence: Statement, reading: Reading): TurnFault[] {
  const { cited, isStory } = reading
  const fault = (why: string): TurnFault[] => [
    { kind: 'date', text: said.text, message: `"${said.text}" ${why}` }
  ]
  if (
    [reading.context.date, ...reading.items.map(({ publishedAt }) => publishedAt)].every(day =>
      isWrongWeekday(said, dayOf(day))
    )
  )
    return fault('does not exist: that day is another weekday')
  if (toldDaysOf(sentence, reading).some(day => fitsDay(said, day))) return []
  if (!isStory && (isEpisodeDay(said, reading) || isPublished(said, cited, undefined))) return []
  const [best] = rankEvidence(sentence, cited)
  const isStrong =
    best !== undefined &&
    (best.score >= 2.9 || (best.shared >= 2 && best.shared === sentence.stems.size)) &&
    best.shared * 2 >= sentence.stems.size
  const other = otherDate(said, best?.evidence, isStrong)
  if (other !== null && !isStrongElsewhere(said, sentence, cited))
    return fault(`is not the date that the source gives: "${other}"`)
  if (cited.some(each => hasDate(each, said)) || isPublished(said, cited, best?.evidence)) return []
  const has = datesIn(cited)
  return fault(`is not in the cited items; ${has === '' ? 'they name no date' : `they name ${has}`}`)
}

/** Another sentence says nearly the same, with this date. */
const isStrongElsewhere = (said: DateMention, sentence: Statement, cited: readonly Evidence[]): boolean => {
  const ranked = rankEvidence(sentence, cited)
  const most = ranked[0]?.score ?? 0
  return ranked.some(({ evidence, score }) => score >= most - 1 && hasDate(evidence, said))
}

/** Days, months, years and times that the cited items do not give. */
export const checkDates = (reading: Reading): TurnFault[] =>
  reading.sentences.flatMap(sentence => sentence.dates.flatMap(said => dateFault(said, sentence, reading)))
