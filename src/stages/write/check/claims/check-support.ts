import type { Evidence } from '../evidence.ts'
import type { TurnFault } from '../fault.ts'
import type { Statement } from '../read-statement.ts'
import { readElsewhere, type Reading } from '../reading.ts'
import { readStatement } from '../read-statement.ts'
import { hasAmount } from '../amounts/amount-matches.ts'
import { rankEvidence, sharedOf } from './best-evidence.ts'
import { claimStems, isSmallTalk } from './small-talk.ts'

/** Shares of a sentence's content words that its items must have: found on the labelled set. */
export const LEAST_IN_SENTENCE = 0.45
export const LEAST_IN_CLAUSE = 0.4
export const LEAST_IN_SHORT = 0.3
const LEAST_ELSEWHERE = 0.6
const LEAST_CLAUSE_STEMS = 3

/** Stems of the sentences that say most of the same. */
function bestStems(said: Statement, evidence: readonly Evidence[]): Set<string> {
  const ranked = rankEvidence(said, evidence).slice(0, 4)
  return new Set(ranked.flatMap(({ evidence: each }) => [...each.stems]))
}

export function supportOf(said: Statement, { cited: evidence, ownStems }: Reading): number {
  const claim = new Set(claimStems(said, ownStems))
  const told = said.amounts.filter(amount => evidence.some(each => hasAmount(each, amount))).length
  return claim.size === 0 ? 1 : (sharedOf(claim, bestStems(said, evidence)) + told) / (claim.size + told)
}

const CLAUSES = /[,;:—]\s+|\s+(?=(?:and|but|while|which|who|because|so|after|although|as)\s)/

/** A clause of its own that has next to nothing of the items. */
function strangeClause(said: Statement, { stems, cited, ownStems }: Reading): string | null {
  const clauses = said.text.split(CLAUSES).filter(clause => clause.trim() !== '')
  const isStrange = (clause: string): boolean => {
    const read = readStatement(clause)
    const claim = new Set(claimStems(read, ownStems))
    const told = read.amounts.filter(amount => cited.some(each => hasAmount(each, amount))).length
    const least = claim.size === LEAST_CLAUSE_STEMS ? LEAST_IN_SHORT : LEAST_IN_CLAUSE
    return claim.size >= LEAST_CLAUSE_STEMS && (sharedOf(claim, stems) + told) / (claim.size + told) < least
  }
  return cited.length === 0 ? null : (clauses.find(isStrange) ?? null)
}

function otherStory(said: Statement, own: number, elsewhere: readonly Evidence[]): Evidence | null {
  const [best] = rankEvidence(said, elsewhere)
  if (best === undefined || claimStems(said).length < 3) return null
  const claim = new Set(claimStems(said))
  const share = sharedOf(claim, best.evidence.stems) / claim.size
  return share >= LEAST_ELSEWHERE && share > own + 0.25 && best.shared >= 3 ? best.evidence : null
}

function claimFaults(said: Statement, reading: Reading, elsewhere: readonly Evidence[]): TurnFault[] {
  if (isSmallTalk(said, reading.ownStems)) return []
  const own = supportOf(said, reading)
  const other = otherStory(said, own, elsewhere)
  if (other !== null)
    return [
      {
        kind: 'other-story',
        text: said.text,
        message: `this is told by "${other.item.title}", which the turn does not cite`
      }
    ]
  const size = claimStems(said, reading.ownStems).length
  if (size >= 3 && own < (size === 3 ? LEAST_IN_SHORT : LEAST_IN_SENTENCE))
    return [
      {
        kind: 'claim',
        text: said.text,
        message: `the cited items do not say this: of its words only ${Math.round(own * 100)} % stand there`
      }
    ]
  const clause = strangeClause(said, reading)
  return clause === null
    ? []
    : [{ kind: 'claim', text: clause, message: `the cited items say nothing of "${clause}"` }]
}

/** Sentences that state what the cited items do not. */
export function checkSupport(reading: Reading): TurnFault[] {
  const elsewhere = readElsewhere(reading)
  return reading.sentences.flatMap(said => claimFaults(said, reading, elsewhere))
}
