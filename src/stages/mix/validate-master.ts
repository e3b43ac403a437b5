import { StageError } from '../../domain/stage-error.ts'
import type { LoudnessTarget, MasterMeasures, MixPlan } from './ports.ts'

const SILENT_BELOW_LUFS = -60
const MOST_LOUDNESS_OFF_LU = 0.5
const MOST_DURATION_OFF_MS = 500
const LONGEST_SILENCE_MS = 3000

/** Of the soft ends of the takes around a silence. */
const SOFT_ENDS_MS = 1000

/** A silence that was planned may be as long as it was planned. */
const longestSilenceOf = ({ clips }: MixPlan): number =>
  Math.max(LONGEST_SILENCE_MS, ...clips.slice(0, -1).map(({ gapMs }) => gapMs + SOFT_ENDS_MS))

function* findFaults(measures: MasterMeasures, plan: MixPlan, target: LoudnessTarget): Generator<string> {
  const { durationMs, loudnessLufs, truePeakDbtp, longestSilenceMs } = measures
  if (Math.abs(durationMs - plan.durationMs) > MOST_DURATION_OFF_MS)
    yield `it lasts ${durationMs} ms and ${plan.durationMs} ms were planned`
  if (!(loudnessLufs > SILENT_BELOW_LUFS)) {
    yield `it is silent (${loudnessLufs} LUFS)`
    return
  }
  if (Math.abs(loudnessLufs - target.loudnessLufs) > MOST_LOUDNESS_OFF_LU)
    yield `its loudness is ${loudnessLufs} LUFS, wanted is ${target.loudnessLufs} within ${MOST_LOUDNESS_OFF_LU} LU`
  if (!(truePeakDbtp <= target.truePeakDbtp))
    yield `its true peak is ${truePeakDbtp} dBTP, wanted is ${target.truePeakDbtp} at most`
  const longestMs = longestSilenceOf(plan)
  if (longestSilenceMs > longestMs)
    yield `nothing is heard for ${longestSilenceMs} ms, wanted are ${longestMs} ms at most`
}

/** Throws a StageError that lists everything that is wrong with a master, with the figures. */
export function validateMaster(measures: MasterMeasures, plan: MixPlan, target: LoudnessTarget): void {
  const faults = [...findFaults(measures, plan, target)]
  if (faults.length === 0) return
  throw new StageError('mix', `the master cannot be published: ${faults.join('; ')}`, { retryable: false })
}
