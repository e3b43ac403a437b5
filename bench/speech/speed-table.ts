import type { Contended, SpeedRun } from './speed-run.ts'
import { median, spread } from './statistics.ts'

const MIB = 2 ** 20
/** Others kept less than this of a core busy: the wall clock tells of the contender. */
const QUIET_CORES = 0.25

export interface SpeedSummary {
  contender: string
  settings: string
  /** Rounds that were not disturbed; the figures are of those, or of all where there was none. */
  quietRounds: number
  rounds: number
  audioSeconds: number
  /** Audio seconds per wall second: median, and the distance from worst to best as a share of it. */
  timesRealTime: number
  spread: number
  /** Ours is so many times as fast. */
  oursIsTimes: number
  coldSeconds: number
  /** Core seconds of work per second of audio. */
  cpuPerAudioSecond: number
  otherCores: number
  peakMiB: number
  perWorkerMiB: number
}

/** The rounds that count. */
function undisturbed(runs: readonly SpeedRun[]): readonly SpeedRun[] {
  const quiet = runs.filter(({ otherCores }) => otherCores < QUIET_CORES)
  return quiet.length > 0 ? quiet : runs
}

const speedOf = ({ audioSeconds, wallSeconds }: SpeedRun): number => audioSeconds / wallSeconds

/** The medians of those that ran, each against the first, which is ours; rounds that others disturbed are left out where that leaves any. */
export function summariseSpeed(contended: readonly Contended[]): SpeedSummary[] {
  const ours = median(undisturbed(contended[0]?.runs ?? []).map(speedOf))
  return contended
    .filter(({ runs }) => runs.length > 0)
    .map(({ contender, runs }) => {
      const counted = undisturbed(runs)
      const of = (pick: (run: SpeedRun) => number): number => median(counted.map(pick))
      return {
        contender,
        settings: runs[0]?.settings ?? '',
        quietRounds: runs.filter(({ otherCores }) => otherCores < QUIET_CORES).length,
        rounds: runs.length,
        audioSeconds: of(run => run.audioSeconds),
        timesRealTime: of(speedOf),
        spread: spread(counted.map(speedOf)),
        oursIsTimes: ours / of(speedOf),
        coldSeconds: of(run => run.coldSeconds),
        cpuPerAudioSecond: of(run => run.cpuSeconds / run.audioSeconds),
        otherCores: of(run => run.otherCores),
        peakMiB: of(run => run.peakBytes) / MIB,
        perWorkerMiB: of(run => (run.peakBytes - run.baseBytes) / run.workers) / MIB
      }
    })
}

/** Rows for console.table, those that could not run among them. */
export function speedRows(contended: readonly Contended[]): Record<string, Record<string, string>> {
  const summaries = new Map(summariseSpeed(contended).map(summary => [summary.contender, summary]))
  return Object.fromEntries(
    contended.map(({ contender, notMeasured }) => {
      const summary = summaries.get(contender)
      if (summary === undefined) return [contender, { settings: `not measured: ${notMeasured ?? ''}` }]
      const left = notMeasured === undefined ? '' : ` (then failed: ${notMeasured})`
      return [contender, { ...rowOf(summary), settings: summary.settings + left }]
    })
  )
}

const rowOf = (row: SpeedSummary): Record<string, string> => ({
  settings: row.settings,
  'quiet rounds': `${row.quietRounds} of ${row.rounds}`,
  'audio s': row.audioSeconds.toFixed(1),
  'audio s / s': row.timesRealTime.toFixed(2),
  spread: `${(row.spread * 100).toFixed(0)} %`,
  'ours is': `${row.oursIsTimes.toFixed(2)} x`,
  'first audio s': row.coldSeconds.toFixed(2),
  'core s / audio s': row.cpuPerAudioSecond.toFixed(3),
  'cores others took': row.otherCores.toFixed(1),
  'peak MiB': row.peakMiB.toFixed(0),
  'MiB / worker': row.perWorkerMiB.toFixed(0)
})
