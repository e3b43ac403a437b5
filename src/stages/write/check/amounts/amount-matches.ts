import type { Evidence } from '../evidence.ts'
import { fitsAmount, fitsUnit } from './fits-amount.ts'
import type { Amount } from './amount.ts'

/** Numbers inside names (MAI-1, Debian 13) and years; a plain number may be one of them. */
function looseNumbers({ tokens, dates }: Evidence): number[] {
  const inNames = tokens
    .filter(({ kind }) => kind === 'identifier')
    .flatMap(({ text }) => (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number))
  return [...inNames, ...dates.flatMap(date => ('year' in date && date.year !== null ? [date.year] : []))]
}

export const hasAmount = (evidence: Evidence, said: Amount): boolean =>
  evidence.amounts.some(given => fitsUnit(said, given) && fitsAmount(said, given)) ||
  (said.group === 'plain' && looseNumbers(evidence).includes(said.value))

/** "doubled" where the same sentence gives both numbers. */
export function isRatio(evidence: Evidence, said: Amount): boolean {
  if (said.unit !== 'times' || !/d$|ing$/.test(said.text)) return false
  const { amounts } = evidence
  return amounts.some(a =>
    amounts.some(
      b => a !== b && a.unit === b.unit && b.value > 0 && Math.abs(a.value / b.value / said.value - 1) < 0.12
    )
  )
}
