import { hashOf } from '../../domain/hash.ts'
import { lengthOf, MOST_OFF, type LengthReport } from '../../domain/report.ts'
import type { Script } from '../../domain/script.ts'

/** Has nobody changed the turns since they were written? Where the script does not say, a person may have. */
export const isAsWritten = ({ turns, written }: Pick<Script, 'turns' | 'written'>): boolean =>
  written === hashOf(turns)

/** Why the length that was asked for was not had, for a person. */
function reasonFor(script: Script, isLong: boolean): string {
  if (!isAsWritten(script))
    return script.written === undefined
      ? 'script.json does not say how it was written, so it is taken as edited by hand and stays as it is'
      : 'script.json was edited by hand and stays as it is'
  const once = script.corrected === undefined ? '' : ', and a script is corrected once only'
  if (isLong) return `no more turns can be left out without breaking a story${once}`
  return (script.spare ?? []).length === 0
    ? 'the feeds have no more that may be told: add feeds, raise their excerpt, or ask for fewer minutes'
    : `the turns that were prepared do not bring it nearer${once}`
}

/** For the report: asked and got, what was corrected, and why it is still off where it is. */
export function reportLength(
  script: Script,
  length: { askedSeconds: number; gotSeconds: number }
): LengthReport {
  const told = lengthOf(length)
  const corrected = script.corrected ?? null
  const isOff = Math.abs(length.gotSeconds / length.askedSeconds - 1) > MOST_OFF
  const reason = isOff ? { reason: reasonFor(script, length.gotSeconds > length.askedSeconds) } : {}
  return { ...told, corrected, ...reason }
}
