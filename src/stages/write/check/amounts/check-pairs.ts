import { sharedOf } from '../claims/best-evidence.ts'
import type { Evidence } from '../evidence.ts'
import type { TurnFault } from '../fault.ts'
import type { Statement } from '../read-statement.ts'
import type { Reading } from '../reading.ts'
import { stemOf } from '../text/stems.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import type { Amount } from './amount.ts'
import { clauseStems, tiesOf } from './amount-ties.ts'
import { isShowCount } from './show-count.ts'
import { fitsAmount, fitsUnit } from './fits-amount.ts'
import { orderedPairs, scoresIn, type OrderedPair } from './ordered-pairs.ts'

const KINDS = { plain: 'number', measure: 'number', money: 'money', percent: 'percentage' } as const

const agree = (said: Amount, given: Amount): boolean => fitsUnit(said, given) && fitsAmount(said, given)

const samePair = (a: OrderedPair, b: OrderedPair): boolean =>
  agree(a.earlier, b.earlier) && agree(a.later, b.later)
const turned = ({ earlier, later }: OrderedPair): OrderedPair => ({ earlier: later, later: earlier })

function orderFaults(said: Statement, cited: readonly Evidence[]): TurnFault[] {
  const given = cited.flatMap(orderedPairs)
  return orderedPairs(said)
    .filter(
      pair => given.some(each => samePair(pair, turned(each))) && !given.some(each => samePair(pair, each))
    )
    .map(({ earlier, later }) => ({
      kind: KINDS[later.group],
      text: `${earlier.text} … ${later.text}`,
      message: `the source has it the other way round: first "${later.text}", then "${earlier.text}"`
    }))
}

/** The sentence ties the number to what the source ties to another number. */
function isSwapped(ties: ReadonlySet<string>, said: Amount, given: Evidence): Amount | null {
  const own = given.amounts.filter(each => agree(said, each))
  if (own.length === 0 || own.some(each => sharedOf(ties, tiesOf(given, each)) > 0)) return null
  const other = given.amounts.find(
    each => !own.includes(each) && each.group === said.group && sharedOf(ties, tiesOf(given, each)) > 0
  )
  return other ?? null
}

function swapFault(said: Statement, amount: Amount, cited: readonly Evidence[]): TurnFault[] {
  const ties = tiesOf(said, amount)
  const holders = cited.filter(({ amounts }) => amounts.some(each => agree(amount, each)))
  const swaps = holders.map(given => isSwapped(ties, amount, given))
  const other = swaps.find(each => each !== null)
  if (ties.size === 0 || other === undefined || other === null || swaps.includes(null)) return []
  const message = `"${amount.text}" is told of something else in the source; there it is "${other.text}"`
  return [{ kind: KINDS[amount.group], text: amount.text, message }]
}

/** A result that no cited item gives, though they give others. */
function scoreFaults(said: Statement, cited: readonly Evidence[]): TurnFault[] {
  const given = cited.flatMap(scoresIn)
  if (given.length === 0) return []
  const wrong = scoresIn(said).filter(score => !given.some(each => samePair(each, score)))
  return wrong.map(({ earlier, later }) => {
    const has = given.map(each => `${each.earlier.text} to ${each.later.text}`).join(', ')
    const text = `${earlier.text} to ${later.text}`
    return { kind: 'number', text, message: `"${text}" is not the result in the cited items: ${has}` }
  })
}

/** The only number of its unit in the sentence. */
const isLone = (given: Evidence, amount: Amount): boolean =>
  given.amounts.every(each => each === amount || each.unit !== amount.unit)

/** The clause tells of what the source counts otherwise, and of nothing that it says of this number. */
function misplacedFault(said: Statement, amount: Amount, cited: readonly Evidence[]): TurnFault[] {
  const things = clauseStems(said, amount)
  const holders = cited.filter(({ amounts }) => amounts.some(each => agree(amount, each)))
  if (holders.length === 0 || holders.some(({ stems }) => sharedOf(things, stems) > 0)) return []
  const isRival = (given: Evidence, each: Amount): boolean =>
    each.unit === amount.unit &&
    each.value !== amount.value &&
    sharedOf(things, isLone(given, each) ? given.stems : clauseStems(given, each)) > 0
  const rival = cited.flatMap(given => given.amounts.filter(each => isRival(given, each)))[0]
  if (rival === undefined) return []
  const message = `"${amount.text}" is told of something else in the source; for this it has "${rival.text}"`
  return [{ kind: KINDS[amount.group], text: amount.text, message }]
}

/** "Three customers" where the source counts two of them. */
function miscountFault(amount: Amount, cited: readonly Evidence[]): TurnFault[] {
  const nouns = nounsOf(amount)
  if (
    amount.group !== 'plain' ||
    amount.ordinal ||
    !isSmall(amount) ||
    nouns.length === 0 ||
    !/^\p{Ll}/u.test(amount.after[0] ?? '')
  )
    return []
  const rivals = cited
    .flatMap(({ amounts }) => amounts)
    .filter(
      each => isSmall(each) && each.group === 'plain' && nouns.every(noun => nounsOf(each).includes(noun))
    )
  if (rivals.length === 0 || rivals.some(each => agree(amount, each))) return []
  const alike = cited.some(({ amounts }) =>
    amounts.some(each => agree(amount, each) && nounsOf(each).some(noun => nouns.includes(noun)))
  )
  if (alike) return []
  const message = `the source counts "${rivals[0]?.text} ${rivals[0]?.after.slice(0, 3).join(' ')}", not "${amount.text}"`
  return [{ kind: 'number', text: amount.text, message }]
}

const isSmall = ({ value }: Amount): boolean => Number.isInteger(value) && value < 1000

const nounsOf = ({ after }: Amount): string[] =>
  after
    .filter(word => !STOP_WORDS.has(word))
    .slice(0, 2)
    .map(stemOf)

/** Numbers of the source that have changed places. */
export const checkPairs = (reading: Reading): TurnFault[] =>
  reading.sentences.flatMap(said => {
    const { cited } = reading
    const order = orderFaults(said, cited)
    const faults = order.length > 0 ? order : scoreFaults(said, cited)
    if (faults.length > 0) return faults
    return said.amounts
      .filter(amount => !isShowCount(amount, reading))
      .flatMap(
        amount =>
          [
            swapFault(said, amount, cited),
            misplacedFault(said, amount, cited),
            miscountFault(amount, cited)
          ].find(({ length }) => length > 0) ?? []
      )
  })
