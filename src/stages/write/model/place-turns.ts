import { checkTurn } from '../check/check-turn.ts'
import type { CheckedTurn } from '../check/context.ts'
import type { TurnFault } from '../check/fault.ts'
import type { TurnFate } from './ledger.ts'
import { isMendable, mendTurn } from './mend-turn.ts'
import { askForRepair } from './steps/repair.ts'
import type { Proposal, Studio } from './studio.ts'

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
  claims: readonly string[]
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
  const placed: PlacedTurn[] = []
  let refused = 0
  const saidSoFar = (): CheckedTurn[] => [
    ...placement.said,
    ...placed.map((turn, at) => toChecked(turn, placement, at))
  ]
  for (const proposal of proposals) {
    const said = saidSoFar()
    const turn = await settle(studio, proposal, placement, said)
    if (turn !== null) {
      placed.push(turn)
      studio.ledger.turn(turn.fate)
      continue
    }
    if (++refused > proposals.length * MOST_REFUSED) return placed
    dropHangingQuestion(placed)
    const line = placement.replacement(saidSoFar())
    studio.ledger.turn('replaced')
    if (line !== null) placed.push({ ...line, host: nextHost(studio, placed, proposal), fate: 'replaced' })
  }
  return placed
}

export const toChecked = (
  { host, text, items }: Proposal,
  { story }: Pick<Placement, 'story'>,
  at: number
): CheckedTurn => ({
  id: `n${at}`,
  host,
  text,
  items,
  story
})

const faultsOf = (
  { checks }: Studio,
  turn: Proposal,
  { story }: Placement,
  said: readonly CheckedTurn[]
): TurnFault[] => checkTurn({ ...toChecked(turn, { story }, said.length), id: 'now' }, { ...checks, said })

/** The turn as it may be heard; null where it may not. */
async function settle(
  studio: Studio,
  proposal: Proposal,
  placement: Placement,
  said: readonly CheckedTurn[]
): Promise<PlacedTurn | null> {
  const faults = faultsOf(studio, proposal, placement, said)
  if (faults.length === 0) return { ...proposal, fate: 'passed' }
  studio.ledger.caught(faults, placement.where)
  const hosts = studio.assignment.show.hosts.map(({ name }) => name)
  if (isMendable(faults.map(({ kind }) => kind))) {
    const mended = { ...proposal, text: mendTurn(proposal.text, hosts) }
    if (mended.text !== '' && faultsOf(studio, mended, placement, said).length === 0)
      return { ...mended, fate: 'repaired' }
  }
  const known = hosts.includes(proposal.host) ? proposal : { ...proposal, host: hosts[0] ?? '' }
  if (known.host !== proposal.host && faultsOf(studio, known, placement, said).length === 0)
    return { ...known, host: otherThan(said.at(-1)?.host, hosts), fate: 'repaired' }
  const repaired = await askForRepair(studio, known, faults, placement.claims)
  if (repaired === null) return null
  const left = faultsOf(studio, repaired, placement, said)
  if (left.length === 0) return { ...repaired, fate: 'repaired' }
  studio.ledger.caught(left, `${placement.where}, repaired`)
  return null
}

const otherThan = (host: string | undefined, hosts: readonly string[]): string =>
  hosts[(hosts.indexOf(host ?? '') + 1) % hosts.length] ?? ''

function nextHost({ assignment }: Studio, placed: readonly PlacedTurn[], proposal: Proposal): string {
  const hosts = assignment.show.hosts.map(({ name }) => name)
  const before = placed.at(-1)?.host
  return hosts.includes(proposal.host) && proposal.host !== before ? proposal.host : otherThan(before, hosts)
}

/** A question whose answer was refused is not asked. */
function dropHangingQuestion(placed: PlacedTurn[]): void {
  const last = placed.at(-1)
  if (last === undefined || !/\?["”]?$/.test(last.text)) return
  const rest = last.text.replace(/(?:^|(?<=[.!?]["”]?\s))[^.!?]*\?["”]?$/, '').trim()
  placed.pop()
  if (/[\p{L}\p{N}]/u.test(rest) && rest !== last.text) placed.push({ ...last, text: rest })
}
