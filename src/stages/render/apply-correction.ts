import { addTurns } from '../../domain/add-turns.ts'
import { hashOf } from '../../domain/hash.ts'
import type { Correction, Script } from '../../domain/script.ts'

/** The script with the correction made and noted, still as nobody has edited it; what was dropped goes to the spare turns. */
export function applyCorrection(script: Script, correction: Correction): Script {
  const { spare = [] } = script
  const dropped = script.turns.filter(({ id }) => correction.dropped.includes(id))
  const added = spare.filter(({ id }) => correction.added.includes(id))
  const kept = script.turns.filter(turn => !dropped.includes(turn))
  const turns = addTurns(kept, added)
  return {
    ...script,
    turns,
    spare: [...dropped, ...spare.filter(turn => !added.includes(turn))],
    written: hashOf(turns),
    corrected: correction
  }
}
