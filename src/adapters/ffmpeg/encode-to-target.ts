import type { LoudnessTarget, MasterMeasures } from '../../stages/mix/ports.ts'
import type { Runner } from './create-runner.ts'
import { encodeArgs, measureArgs } from './mix-args.ts'
import { parseLongestSilenceMs, parseLoudnessLufs, parseTruePeakDbtp } from './parse-measures.ts'
import { parseTimeMs } from './parse-time.ts'
import { isOnTarget, planFirstMastering, planNextMastering } from './plan-mastering.ts'
import { FfmpegError } from './run-ffmpeg.ts'

const MOST_ROUNDS = 4

export interface EncodeJob {
  mixPath: string
  encodedPath: string
  /** Loudness of the mix. */
  mixLufs: number
  target: LoudnessTarget
  lengthMs: number
}

export type EncodedMeasures = Pick<
  MasterMeasures,
  'durationMs' | 'loudnessLufs' | 'truePeakDbtp' | 'longestSilenceMs'
>

async function measure(path: string, run: Runner, lengthMs: number): Promise<EncodedMeasures> {
  const log = await run(measureArgs(path), { lengthMs, share: 0.2 })
  const durationMs = parseTimeMs(log)
  if (durationMs === null) throw new FfmpegError(`ffmpeg read no audio from ${path}`, log)
  return {
    durationMs,
    loudnessLufs: parseLoudnessLufs(log),
    truePeakDbtp: parseTruePeakDbtp(log),
    longestSilenceMs: parseLongestSilenceMs(log)
  }
}

/** Encodes, measures what came out, and tries again with what was missing, until loudness and peak are right on the encoded file. Gives the last measures, right or not. */
export async function encodeToTarget(job: EncodeJob, run: Runner): Promise<EncodedMeasures> {
  const { mixPath, encodedPath, target, lengthMs } = job
  let mastering = planFirstMastering(job.mixLufs, target)
  for (let round = 1; ; round++) {
    await run(encodeArgs(mixPath, mastering, encodedPath), { lengthMs, share: 0.4 })
    const measured = await measure(encodedPath, run, lengthMs)
    if (isOnTarget(measured, target) || round === MOST_ROUNDS) return measured
    mastering = planNextMastering(mastering, measured, target)
  }
}
