import { runFfmpeg, type FfmpegJob } from './run-ffmpeg.ts'

export interface RunShare {
  /** How long the output will be. */
  lengthMs: number
  /** Share of the work still to do, 0 … 1. */
  share: number
}

/** Runs one job and gives the end of ffmpeg's log. */
export type Runner = (job: FfmpegJob, share: RunShare) => Promise<string>

export interface RunnerOptions {
  signal?: AbortSignal
  onProgress?: (fraction: number) => void
}

/** Runs jobs one after another and reports one rising fraction over all of them, however many there will be. */
export function createRunner(ffmpegPath: string, { signal, onProgress }: RunnerOptions): Runner {
  let done = 0
  return async (job, { lengthMs, share }) => {
    const from = done
    const report = (fraction: number) => {
      done = Math.max(done, from + (1 - from) * share * Math.min(1, fraction))
      onProgress?.(done)
    }
    const log = await runFfmpeg(ffmpegPath, job, { signal, onTimeMs: timeMs => report(timeMs / lengthMs) })
    report(1)
    return log
  }
}
