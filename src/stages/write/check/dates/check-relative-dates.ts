import { rankEvidence } from '../claims/best-evidence.ts'
import type { Evidence } from '../evidence.ts'
import type { TurnFault } from '../fault.ts'
import { memoryClaimIn } from '../form/memory-claims.ts'
import { toldDaysOf } from '../form/told-days.ts'
import type { Statement } from '../read-statement.ts'
import type { Reading } from '../reading.ts'
import { foldText } from '../text/plain.ts'
import { dayOf } from './calendar.ts'
import { RELATIVE_PHRASES, type RelativePhrase } from './relative-phrases.ts'
import { daysNamed } from './resolve-days.ts'

/** The show speaks of itself. */
const OF_THE_SHOW =
  /\btoday's (?:show|episode|edition|stories|brief|news|top|lead|last|final|first|headlines|programme|reports|sources)\b|\b(?:with (?:us|you) today|(?:also|ahead|more|stories|reports|up|story|last) today|today (?:we|is|come|our)|that(?: is|'s) (?:it|all) for today|see you tomorrow|back tomorrow|tomorrow's (?:show|episode)|for today)\b/g

const ABOUT_YEARS = /year/
const YEAR_BEFORE =
  /\b(?:last year|year (?:earlier|before|ago)|previous year|12 months|twelve months|this year|so far)\b/
const ABOUT_MONTH = /month|week/

/** The source uses the phrase itself, and was published in the same year, month or week. */
function isSame(words: string, phrase: RelativePhrase, each: Evidence, episode: number): boolean {
  const text = foldText(each.text)
  const published = dayOf(each.item.publishedAt)
  const isNear = phrase.fits(published, episode, /(?:)/.exec('') ?? ([''] as unknown as RegExpExecArray))
  if (ABOUT_YEARS.test(words))
    return (
      (YEAR_BEFORE.test(text) || text.includes(words)) &&
      new Date(published).getUTCFullYear() === new Date(episode).getUTCFullYear()
    )
  return (
    text.includes(words) &&
    (isNear || ABOUT_MONTH.test(words)) &&
    Math.abs(published - episode) < 4 * 86_400_000
  )
}

function isTrue(phrase: RelativePhrase, words: RegExpExecArray, said: Statement, reading: Reading): boolean {
  const episode = dayOf(reading.context.date)
  const ranked = rankEvidence(said, reading.cited)
  const most = ranked[0]?.shared ?? 0
  const near =
    ranked.length === 0
      ? [...reading.cited]
      : ranked
          .filter(({ shared }) => shared >= Math.max(1, most - 1))
          .slice(0, 4)
          .map(({ evidence }) => evidence)
  const fits = (day: number): boolean => phrase.fits(day, episode, words)
  if (toldDaysOf(said, reading).some(fits)) return true
  const days = near.flatMap(daysNamed)
  if (days.some(fits) || near.some(each => isSame(words[0], phrase, each, episode))) return true
  const months = near
    .flatMap(({ dates }) => dates)
    .filter(date => date.kind === 'month' || date.kind === 'year')
  if (
    months.some(date =>
      fits(
        Date.UTC(
          'year' in date && date.year !== null ? date.year : new Date(episode).getUTCFullYear(),
          'month' in date ? date.month : 6,
          15
        )
      )
    )
  )
    return true
  return days.length === 0 && reading.items.some(({ publishedAt }) => fits(dayOf(publishedAt)))
}

const PAST =
  /\b(?:(?!hundred|speed|indeed|need)\w{2,}ed|was|were|had|did|went|came|took|won|lost|began|fell|rose|met|gave|left|made|found|won)\b/

/** "Today it runs on phones": these days, where the source has the word too. */
const isOfTheAge = ({ text }: Statement, { cited }: Reading): boolean =>
  /\btoday\b/i.test(text) &&
  !PAST.test(foldText(text)) &&
  cited.some(each => /\b(?:today|nowadays)\b/i.test(each.text))

function relativeFaults(said: Statement, reading: Reading): TurnFault[] {
  const folded = foldText(said.text)
  const text = folded
    .replace(memoryClaimIn(folded)?.text ?? '', ' ')
    .replace(OF_THE_SHOW, ' ')
    .replace(isOfTheAge(said, reading) ? /\btoday\b/g : /$^/, ' ')
  return RELATIVE_PHRASES.flatMap(phrase => {
    const words = phrase.pattern.exec(text)
    if (words === null || isTrue(phrase, words, said, reading)) return []
    const has = reading.items
      .map(({ publishedAt }) => publishedAt?.slice(0, 10) ?? 'no date')
      .slice(0, 3)
      .join(', ')
    const message = `"${words[0]}" is not true on ${reading.context.date}: the cited items are of ${has} and name no such day for it`
    return [{ kind: 'relative-date' as const, text: words[0], message }]
  })
}

/** "Yesterday", "last week" where neither the item nor its date makes it true. */
export const checkRelativeDates = (reading: Reading): TurnFault[] =>
  reading.isStory ? reading.sentences.flatMap(said => relativeFaults(said, reading)) : []
