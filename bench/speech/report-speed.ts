import type { Goal } from './goal.ts'
import { speedRows, summariseSpeed, type SpeedSummary } from './speed-table.ts'
import type { Contended } from './speed-run.ts'

const LEAST_OVER_ONE_SESSION = 1.1
const MOST_MIB_PER_WORKER = 1024

export interface SpeedReport {
  rows: Record<string, Record<string, string>>
  summaries: SpeedSummary[]
  goals: Goal[]
}

/** The table of one family, and whether we are as far ahead as we want to be. */
export function reportSpeed(contended: readonly Contended[]): SpeedReport {
  const summaries = summariseSpeed(contended)
  const ours = summaries.find(({ contender }) => contender === contended[0]?.contender)
  if (ours === undefined) return { rows: speedRows(contended), summaries, goals: [] }
  const goals = summaries.filter(summary => summary !== ours).map(goalOfSpeed)
  return { rows: speedRows(contended), summaries, goals: [...goals, goalOfMemory(ours.perWorkerMiB)] }
}

function goalOfSpeed({ contender, oursIsTimes }: SpeedSummary): Goal {
  const least = contender.startsWith('one session') ? LEAST_OVER_ONE_SESSION : 1
  return {
    goal: `our pool at least ${least.toFixed(1)} x ${contender}`,
    measured: `${oursIsTimes.toFixed(2)} x`,
    met: oursIsTimes >= least
  }
}

export const goalOfMemory = (perWorkerMiB: number): Goal => ({
  goal: 'under 1 GiB a worker',
  measured: `${perWorkerMiB.toFixed(0)} MiB`,
  met: perWorkerMiB < MOST_MIB_PER_WORKER
})
