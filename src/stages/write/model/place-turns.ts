import type { CheckedTurn } from '../check/context.ts'
import { faultsOfProposal, toChecked } from './check-proposal.ts'
import { isQuestion, withoutHangingQuestion } from './hanging-question.ts'
import type { TurnFate } from './ledger.ts'
import { mendTurn } from './mend-turn.ts'
import { askForRepair, type Resting } from './steps/repair.ts'
import type { Proposal, Studio } from './studio.ts'
import { isInterview, tellerAfter } from './who-tells.ts'

export interface PlacedTurn extends Proposal {
  fate: TurnFate
}

export interface Placement {
  /** Null in the opening and the close. */
  story: string | null
  /** For the report. */
  where: string
  said: readonly CheckedTurn[]
  /** What the reports say, for a repair. */
  claims: readonly Resting[]
  /** The next line of the built-in writer that has not been said; null where there is none. */
  replacement(said: readonly CheckedTurn[]): Pick<Proposal, 'text' | 'items'> | null
}

/** Of the proposals: beyond it, nobody would use the rest. */
const MOST_REFUSED = 0.5

/** The turns that may be heard: as proposed, mended, corrected once by a model, or replaced by the built-in writer's. */
export async function placeTurns(
  studio: Studio,
  proposals: readonly Proposal[],
  placement: Placement
): Promise<PlacedTurn[]> {
  let placed: PlacedTurn[] = []
  let refused = 0
  const saidAfter = saidIn(placement)
  for (const [at, proposal] of proposals.entries()) {
    const turn = await settle(studio, proposal, placement, saidAfter(placed))
    if (turn !== null) {
      placed.push(turn)
      studio.ledger.turn(turn.fate)
      continue
    }
    if (++refused > proposals.length * MOST_REFUSED) {
      studio.ledger.turn('replaced', proposals.length - at)
      return placed
    }
    studio.ledger.turn('replaced')
    placed = withoutHangingQuestion(placed, mayBeHeardIn(studio, placement))
    const line = placement.replacement(saidAfter(placed))
    if (line !== null) placed.push({ ...line, host: hostOf(studio, placed, proposal), fate: 'replaced' })
  }
  return placed
}

/** All that was said up to the end of these turns. */
const saidIn =
  (placement: Pick<Placement, 'story' | 'said'>) =>
  (turns: readonly Proposal[]): CheckedTurn[] => [
    ...placement.said,
    ...turns.map((turn, at) => toChecked(turn, placement, at))
  ]

/** May a turn be said there, after those before it? */
export const mayBeHeardIn =
  (studio: Studio, placement: Pick<Placement, 'story' | 'said'>) =>
  (turn: Proposal, before: readonly Proposal[]): boolean =>
    faultsOfProposal(studio, turn, placement, saidIn(placement)(before)).length === 0

/** The turn as it may be heard; null where it may not. */
async function settle(
  studio: Studio,
  proposal: Proposal,
  placement: Placement,
  said: readonly CheckedTurn[]
): Promise<PlacedTurn | null> {
  const faultsOf = (turn: Proposal) => faultsOfProposal(studio, turn, placement, said)
  const faults = faultsOf(proposal)
  if (faults.length === 0) return { ...proposal, fate: 'passed' }
  studio.ledger.caught(faults, placement.where)
  const hosts = studio.assignment.show.hosts.map(({ name }) => name)
  const mended = (turn: Proposal): Proposal => ({ ...turn, text: mendTurn(turn.text, hosts) })
  const firstGood = (...turns: Proposal[]): PlacedTurn | null => {
    const good = turns.find(turn => faultsOf(turn).length === 0)
    return good === undefined ? null : { ...good, fate: 'repaired' }
  }
  const known = hosts.includes(proposal.host)
    ? proposal
    : { ...proposal, host: tellerAfter(studio, said.at(-1)?.host, isQuestion(proposal.text)) }
  const kept = firstGood(known, mended(known))
  if (kept !== null) return kept
  const repaired = await askForRepair(studio, known, faults, placement.claims)
  if (repaired === null) return null
  const own = mended(inRole(studio, repaired))
  const good = firstGood(own, { ...own, items: itemsOf(own, placement) })
  if (good === null) studio.ledger.caught(faultsOf(own), `${placement.where}, repaired`)
  return good
}

/** All that a repair could rest on. */
const itemsOf = ({ items }: Proposal, { claims }: Placement): string[] => [
  ...new Set([...items, ...claims.map(({ item }) => item)])
]

/** In an interview a question that became a statement is said by the one who answers. */
const inRole = (studio: Studio, turn: Proposal): Proposal =>
  isInterview(studio.format) ? { ...turn, host: tellerAfter(studio, undefined, isQuestion(turn.text)) } : turn

/** Who says what replaces a turn: its own host, where that does not make two in a row. */
function hostOf(studio: Studio, placed: readonly Proposal[], { host }: Proposal): string {
  const before = placed.at(-1)?.host
  const next = tellerAfter(studio, before)
  const isKnown = studio.assignment.show.hosts.some(({ name }) => name === host)
  return isKnown && host !== before && !isInterview(studio.format) ? host : next
}
