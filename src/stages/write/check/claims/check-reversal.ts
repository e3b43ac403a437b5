import type { Evidence } from '../evidence.ts'
import type { TurnFault } from '../fault.ts'
import type { Statement } from '../read-statement.ts'
import type { Reading } from '../reading.ts'
import { foldText } from '../text/plain.ts'
import { rankEvidence, type Match } from './best-evidence.ts'
import { clausesOf, evidenceClauses } from './clauses.ts'
import { withoutIdioms } from './idioms.ts'
import { negationFault } from './negation.ts'
import { OPPOSITES } from './opposites.ts'
import { isSmallTalk } from './small-talk.ts'

const wordIn = (pattern: RegExp, text: string): string | null => text.match(pattern)?.[0] ?? null

interface Sides {
  said: string
  given: string
  source: string
}

interface Given {
  text: string
  whole: string
}

/** What is said stands on one side, and those that say most of the same on the other. */
function oppositeSides(said: string, given: readonly Given[]): Sides | null {
  for (const [one, other] of OPPOSITES)
    for (const [mine, theirs] of [
      [one, other],
      [other, one]
    ] as const) {
      const word = wordIn(mine, said)
      if (word === null || wordIn(theirs, said) !== null) continue
      if (given.some(({ whole }) => wordIn(mine, whole) !== null)) continue
      const source = given.find(({ text }) => wordIn(theirs, text) !== null)
      if (source !== undefined)
        return { said: word, given: wordIn(theirs, source.text) ?? '', source: source.whole }
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
    text: withoutIdioms(foldText(evidence.text)),
    whole: withoutIdioms(foldText('whole' in evidence ? String(evidence.whole) : evidence.text))
  }))
}

function clauseFault(clause: Statement, best: readonly Match[]): TurnFault | null {
  const sides = oppositeSides(withoutIdioms(foldText(clause.text)), closestClauses(clause, best))
  if (sides === null) return null
  const message = `"${sides.said}" turns the source round, which has "${sides.given}": "${sides.source}"`
  return { kind: 'contradiction', text: sides.said, message }
}

const MOST_SENTENCES = 4

function sentenceFaults(said: Statement, cited: readonly Evidence[]): TurnFault[] {
  const best = rankEvidence(said, cited).slice(0, MOST_SENTENCES)
  const faults = clausesOf(said).flatMap(clause => [
    negationFault(clause, rankEvidence(clause, cited)),
    negationFault(clause, rankEvidence(clause, cited.flatMap(evidenceClauses))),
    clauseFault(clause, best)
  ])
  return faults.filter(fault => fault !== null).slice(0, 1)
}

/** "Rose" for "fell", "not" where there is none: what the source says, turned round. */
export const checkReversal = ({ sentences, cited, ownStems }: Reading): TurnFault[] =>
  sentences
    .filter(said => !isSmallTalk(said, ownStems) || said.amounts.length > 0)
    .flatMap(said => sentenceFaults(said, cited))
