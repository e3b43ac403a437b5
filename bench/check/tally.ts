import { FAULT_KINDS, type FaultKind } from '../../src/stages/write/check/fault.ts'
import type { Verdict } from './run-labelled-set.ts'

export interface KindTally {
  planted: number
  caught: number
  byItsKind: number
}

export interface Tally {
  trueTurns: number
  passed: number
  planted: number
  caught: number
  byItsKind: number
  microsPerTurn: number
  slowestMicros: number
  kinds: Partial<Record<FaultKind, KindTally>>
  falseAlarms: Partial<Record<FaultKind, number>>
}

const hasKind = ({ turn, faults }: Verdict): boolean => faults.some(({ kind }) => kind === turn.planted)

function kindTally(verdicts: readonly Verdict[]): KindTally {
  const caught = verdicts.filter(({ faults }) => faults.length > 0)
  return { planted: verdicts.length, caught: caught.length, byItsKind: caught.filter(hasKind).length }
}

/** How many errors were caught, of each kind, and how many true turns passed. */
export function tallyOf(verdicts: readonly Verdict[]): Tally {
  const isTrue = verdicts.filter(({ turn }) => turn.planted === null)
  const planted = verdicts.filter(({ turn }) => turn.planted !== null)
  const kinds: Tally['kinds'] = {}
  const falseAlarms: Tally['falseAlarms'] = {}
  for (const kind of FAULT_KINDS) {
    const own = planted.filter(({ turn }) => turn.planted === kind)
    if (own.length > 0) kinds[kind] = kindTally(own)
    const alarms = isTrue.filter(({ faults }) => faults.some(fault => fault.kind === kind)).length
    if (alarms > 0) falseAlarms[kind] = alarms
  }
  const micros = verdicts.map(each => each.micros)
  return {
    trueTurns: isTrue.length,
    passed: isTrue.filter(({ faults }) => faults.length === 0).length,
    ...kindTally(planted),
    microsPerTurn: micros.reduce((sum, each) => sum + each, 0) / Math.max(1, micros.length),
    slowestMicros: Math.max(0, ...micros),
    kinds,
    falseAlarms
  }
}
