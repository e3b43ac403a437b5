import { checkTurn } from '../check/check-turn.ts'
import type { CheckedTurn } from '../check/context.ts'
import type { TurnFault } from '../check/fault.ts'
import { monotoneFaults } from '../check/form/check-monotone.ts'
import { nameUseFaults } from '../check/form/check-name-use.ts'
import { findUnspeakable } from '../unspeakable.ts'
import type { Proposal, Studio } from './studio.ts'

const NOW = 'now'

export const toChecked = (
  { host, text, items }: Proposal,
  { story }: { story: string | null },
  at: number
): CheckedTurn => ({ id: `n${at}`, host, text, items, story })

/** Everything that is wrong with a turn after what was said: all that checkScript or validateScript would find in it. */
export function faultsOfProposal(
  { checks }: Pick<Studio, 'checks'>,
  turn: Proposal,
  place: { story: string | null },
  said: readonly CheckedTurn[]
): TurnFault[] {
  const now = { ...toChecked(turn, place, said.length), id: NOW }
  const found = checkTurn(now, { ...checks, said })
  if (found.length > 0) return found
  const unspeakable = findUnspeakable(turn.text)
  if (unspeakable !== null) return [unspeakableFault(turn.text, unspeakable)]
  if (checks.factual === false) return []
  const turns = [...said, now]
  return [...(nameUseFaults(turns, checks).get(NOW) ?? []), ...(monotoneFaults(turns).get(NOW) ?? [])]
}

const unspeakableFault = (text: string, what: string): TurnFault => ({
  kind: 'markup',
  text: text.slice(0, 80),
  message: `it holds ${what}, which cannot be spoken`
})
