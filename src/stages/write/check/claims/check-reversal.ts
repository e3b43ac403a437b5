import type { Evidence } from '../evidence.ts'
import type { TurnFault } from '../fault.ts'
import type { Statement } from '../read-statement.ts'
import type { Reading } from '../reading.ts'
import { foldText } from '../text/plain.ts'
import { rankEvidence, type Match } from './best-evidence.ts'
import { clausesOf, evidenceClauses } from './clauses.ts'
import { negationFault } from './negation.ts'
import { readSides, type Side } from './read-sides.ts'
import { isSmallTalk } from './small-talk.ts'

interface Turned {
  said: Side
  given: Side
  source: string
}

interface Given {
  text: string
  whole: string
}

const isSame = (a: Side, b: Side): boolean => a.pair === b.pair && a.sign === b.sign
const isOpposite = (a: Side, b: Side): boolean => a.pair === b.pair && a.sign !== b.sign

/** What is said stands on one side, and those that say most of the same on the other. */
function oppositeSides(said: readonly Side[], given: readonly Given[]): Turned | null {
  const wholes = given.flatMap(({ whole }) => readSides(whole))
  for (const side of said) {
    if (said.some(each => isOpposite(side, each)) || wholes.some(each => isSame(side, each))) continue
    for (const { text, whole } of given) {
      const other = readSides(text).find(each => isOpposite(side, each))
      if (other !== undefined) return { said: side, given: other, source: whole }
    }
  }
  return null
}

const MOST_CLAUSES = 3

const isNear = ({ shared, score }: Match, { stems }: Statement, best: number): boolean =>
  score >= best - 1.2 && (shared >= 2 || (shared === 1 && stems.size <= 2) || score >= shared + 1.4)

/** The clauses of the source that say most of the same. */
function closestClauses(clause: Statement, best: readonly Match[]): Given[] {
  const ranked = rankEvidence(
    clause,
    best.flatMap(({ evidence }) => evidenceClauses(evidence)),
    0
  )
  const top = ranked[0]?.score ?? 0
  const close = ranked.filter(each => isNear(each, clause, top))
  const counted = close.filter(({ shared, score }) => score >= shared + 1.4)
  const near = (counted.length > 0 ? counted : close).slice(0, MOST_CLAUSES)
  return near.map(({ evidence }) => ({
    text: foldText(evidence.text),
    whole: foldText('whole' in evidence ? String(evidence.whole) : evidence.text)
  }))
}

const faultOf = ({ said, given, source }: Turned): TurnFault => ({
  kind: 'contradiction',
  text: said.word,
  message: `"${said.word}" turns the source round, which has "${given.word}": "${source}"`
})

function turnedFault(said: readonly Side[], given: readonly Given[]): TurnFault | null {
  const turned = oppositeSides(said, given)
  return turned === null ? null : faultOf(turned)
}

const clauseFault = (clause: Statement, best: readonly Match[]): TurnFault | null =>
  turnedFault(readSides(foldText(clause.text)), closestClauses(clause, best))

/** Rise and fall, the first of the opposites. */
const AMOUNT_PAIR = 0
const MOST_SENTENCES = 4
const LEAST_STEMS = 2
/** Three words, or two and an amount. */
const LEAST_SCORE = 2.6
const LEAST_SHARE = 0.6

/** The whole of the sentence that says nearly the same, where no clause of it alone does. */
function wholeFault(said: Statement, best: readonly Match[]): TurnFault | null {
  const [first] = best
  if (first === undefined || first.score < LEAST_SCORE || first.shared < LEAST_SHARE * said.stems.size)
    return null
  const near = best.filter(({ score }) => score >= first.score - 1.2)
  const given = near.map(({ evidence }) => foldText(evidence.text))
  return turnedFault(
    readSides(foldText(said.text)),
    given.map(text => ({ text, whole: text }))
  )
}

/** The clause with the same amount goes the other way. */
function amountFault(clause: Statement, best: readonly Match[]): TurnFault | null {
  const has = ({ amounts }: Statement): boolean =>
    amounts.some(({ value, unit }) => clause.amounts.some(said => said.value === value && said.unit === unit))
  const given = best.flatMap(({ evidence }) => evidenceClauses(evidence)).filter(has)
  if (clause.amounts.length !== 1 || given.length !== 1) return null
  const texts = given.map(({ text }) => foldText(text))
  return turnedFault(
    readSides(foldText(clause.text)).filter(({ pair }) => pair === AMOUNT_PAIR),
    texts.map(text => ({ text, whole: text }))
  )
}

/** What is said of a thing is the opposite of what the source says of it, which has the same word of another thing. */
function objectFault(said: Statement, best: readonly Match[]): TurnFault | null {
  const given = best
    .filter(({ shared }) => shared >= LEAST_STEMS)
    .map(({ evidence }) => ({ text: evidence.text, sides: readSides(foldText(evidence.text)) }))
  const ofSame = (a: Side, b: Side): boolean => a.of.some(stem => b.of.includes(stem))
  for (const side of readSides(foldText(said.text))) {
    if (given.some(({ sides }) => sides.some(each => isSame(side, each) && ofSame(side, each)))) continue
    for (const { text, sides } of given) {
      const other = sides.find(each => isOpposite(side, each) && ofSame(side, each))
      if (other !== undefined) return faultOf({ said: side, given: other, source: text })
    }
  }
  return null
}

function sentenceFaults(said: Statement, cited: readonly Evidence[]): TurnFault[] {
  const best = rankEvidence(said, cited).slice(0, MOST_SENTENCES)
  const faults = clausesOf(said).flatMap(clause => [
    negationFault(clause, rankEvidence(clause, cited)),
    negationFault(clause, rankEvidence(clause, cited.flatMap(evidenceClauses))),
    clauseFault(clause, best),
    amountFault(clause, best)
  ])
  faults.push(wholeFault(said, best), objectFault(said, best))
  return faults.filter(fault => fault !== null).slice(0, 1)
}

/** Few words, but all of them of one sentence of the source: no mere reaction. */
const isAllOfOne = ({ text, stems }: Statement, cited: readonly Evidence[]): boolean =>
  stems.size >= LEAST_STEMS &&
  !/\?["']?$/.test(text) &&
  cited.some(each => [...stems].every(stem => each.stems.has(stem)))

/** "Rose" for "fell", "not" where there is none: what the source says, turned round. */
export const checkReversal = ({ sentences, cited, ownStems }: Reading): TurnFault[] =>
  sentences
    .filter(said => !isSmallTalk(said, ownStems) || said.amounts.length > 0 || isAllOfOne(said, cited))
    .flatMap(said => sentenceFaults(said, cited))
