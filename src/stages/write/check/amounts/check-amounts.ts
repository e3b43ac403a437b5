import { sharedOf } from '../claims/best-evidence.ts'
import type { Evidence } from '../evidence.ts'
import type { FaultKind, TurnFault } from '../fault.ts'
import type { Statement } from '../read-statement.ts'
import type { Reading } from '../reading.ts'
import type { Amount } from './amount.ts'
import { hasAmount, isRatio } from './amount-matches.ts'
import { fitsAmount } from './fits-amount.ts'
import { isShowCount } from './show-count.ts'

const KINDS = { plain: 'number', measure: 'number', money: 'money', percent: 'percentage' } as const

const given = (cited: readonly Evidence[], said: Amount): string => {
  const all = cited.flatMap(({ amounts }) => amounts)
  const alike = all.filter(({ group, unit }) => group === said.group && unit === said.unit)
  return (alike.length > 0 ? alike : all)
    .slice(0, 6)
    .map(({ text }) => text)
    .join(', ')
}

/** "Nearly 47 billion euros" of 46.7 billion dollars. */
const isRounded = (said: Amount, given: Amount): boolean =>
  said.group === given.group && said.modifier !== 'none' && fitsAmount(said, given)

/** The number stands there, with another unit. */
const isOtherUnit = (said: Amount, cited: readonly Evidence[]): boolean =>
  cited.some(({ amounts }) =>
    amounts.some(
      each =>
        (each.unit !== said.unit && (each.value === said.value || isRounded(said, each))) ||
        (each.raw === said.raw &&
          each.text !== said.text &&
          (each.unit !== said.unit || each.value !== said.value))
    )
  )

/** "More than" for "less than" of the same number. */
const isOtherSide = (said: Amount, cited: readonly Evidence[]): boolean =>
  cited.some(({ amounts }) =>
    amounts.some(each => each.value === said.value && each.unit === said.unit && each.modifier !== 'none')
  )

function missingFault(said: Amount, { cited }: Reading): TurnFault {
  const isTurned = said.modifier !== 'none' && isOtherSide(said, cited)
  const kind: FaultKind = isTurned ? 'contradiction' : isOtherUnit(said, cited) ? 'unit' : KINDS[said.group]
  const has = given(cited, said)
  const source = has === '' ? 'the cited items give no number' : `the cited items give ${has}`
  const what = isTurned
    ? 'is on the wrong side of the number in the cited items'
    : kind === 'unit'
      ? 'has another unit in the cited items'
      : 'is not in the cited items'
  return { kind, text: said.text, message: `"${said.text}" ${what}; ${source}` }
}

/** Is a number that the source has used of something that the source does not speak of there? */
function isOutOfPlace(said: Statement, before: Statement | undefined, matches: readonly Evidence[]): boolean {
  if (said.stems.size < 4) return false
  const around = new Set([...said.stems, ...(before?.stems ?? [])])
  return matches.every(({ stems }) => sharedOf(around, stems) === 0)
}

/** "Two years ago" of 2024, in 2026. */
function isAgo({ unit, value, after }: Amount, { cited, context }: Reading): boolean {
  const year = Number(context.date.slice(0, 4)) - value / 12
  return (
    unit === 'month' &&
    after[0] === 'ago' &&
    cited.some(({ dates }) => dates.some(date => 'year' in date && date.year === year))
  )
}

function amountFaults(said: Amount, at: number, reading: Reading): TurnFault[] {
  const { cited, sentences, isStory } = reading
  const sentence = sentences[at]
  if (sentence === undefined || isShowCount(said, reading)) return []
  const matches = cited.filter(each => hasAmount(each, said) || isRatio(each, said))
  if (matches.length === 0) return isAgo(said, reading) ? [] : [missingFault(said, reading)]
  if (isStory && matches.every(({ isTitle }) => isTitle)) {
    const message = `"${said.text}" stands only in the headline "${matches[0]?.item.title}", not in the text under it`
    return [{ kind: 'headline-only', text: said.text, message }]
  }
  if (!isOutOfPlace(sentence, sentences[at - 1], matches)) return []
  const message = `"${said.text}" is said of something else in the cited items: "${matches[0]?.text}"`
  return [{ kind: KINDS[said.group], text: said.text, message }]
}

/** Numbers, money, percentages and measures that the cited items do not give. */
export const checkAmounts = (reading: Reading): TurnFault[] =>
  reading.sentences.flatMap(({ amounts }, at) => amounts.flatMap(said => amountFaults(said, at, reading)))
