import type { LoudnessTarget, MasterMeasures } from '../../stages/mix/ports.ts'

export type Measured = Pick<MasterMeasures, 'loudnessLufs' | 'truePeakDbtp'>

/** What is done to a mix on its way into the encoder. */
export interface Mastering {
  gainDb: number
  /** Highest sample after the limiter. */
  limitDbfs: number
  /** How fast the limiter acts: gently, unless the peaks of a voice stand so far out that it must be firm. */
  limiter: 'gentle' | 'firm'
}

/** MP3 at 128 kbit/s gives back peaks up to about 1 dB above what went in. */
const ENCODER_OVERSHOOT_DB = 1
const CLOSE_ENOUGH_LU = 0.3
/** Of Flite's voices the peakiest loses 0.4 LU to the gentle limiter. */
const GENTLE_MISSES_AT_MOST_LU = 1
/** ffmpeg prints tenths: a tenth is kept in hand. */
const PEAK_MARGIN_DB = 0.1
/** Figures with one decimal do not subtract exactly. */
const ROUNDING = 1e-6

/** First try: the gain that the mix is short of, and a limit that leaves room for the encoder. */
export const planFirstMastering = (mixLufs: number, target: LoudnessTarget): Mastering => ({
  gainDb: target.loudnessLufs - mixLufs,
  limitDbfs: target.truePeakDbtp - ENCODER_OVERSHOOT_DB,
  limiter: 'gentle'
})

const peakExcessDb = (measured: Measured, target: LoudnessTarget): number =>
  measured.truePeakDbtp - (target.truePeakDbtp - PEAK_MARGIN_DB)

/** Does the encoded file keep to the target, with a little in hand? */
export const isOnTarget = (measured: Measured, target: LoudnessTarget): boolean =>
  Math.abs(measured.loudnessLufs - target.loudnessLufs) <= CLOSE_ENOUGH_LU + ROUNDING &&
  peakExcessDb(measured, target) <= ROUNDING

/** A limiter takes back a part of every decibel that it is given: a little when gentle, more than half when firm. */
const STEP = { gentle: 1.2, firm: 2 }

/** Next try, from what the last one gave on the encoded file: the missing loudness is added, a peak that is too high lowers the limit. */
export function planNextMastering(last: Mastering, measured: Measured, target: LoudnessTarget): Mastering {
  const missingDb = target.loudnessLufs - measured.loudnessLufs
  const limiter = missingDb > GENTLE_MISSES_AT_MOST_LU ? 'firm' : last.limiter
  const excessDb = peakExcessDb(measured, target)
  return {
    gainDb: last.gainDb + (missingDb > 0 ? missingDb * STEP[limiter] : missingDb),
    limitDbfs: excessDb > ROUNDING ? last.limitDbfs - excessDb - PEAK_MARGIN_DB : last.limitDbfs,
    limiter
  }
}
