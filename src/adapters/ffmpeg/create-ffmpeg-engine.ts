import { rename } from 'node:fs/promises'
import { StageError } from '../../domain/stage-error.ts'
import type { LoudnessTarget, MasterOptions, MixEngine, MixPlan, Tags } from '../../stages/mix/ports.ts'
import { createRunner, type Runner } from './create-runner.ts'
import { encodeToTarget } from './encode-to-target.ts'
import { fingerprint } from './fingerprint.ts'
import { joinClips } from './join-clips.ts'
import { mixArgs } from './mix-args.ts'
import { parseLoudnessLufs } from './parse-measures.ts'
import { FfmpegError } from './run-ffmpeg.ts'
import { withTemporaryFiles, type TemporaryFile } from './with-temporary-files.ts'

export interface FfmpegEngineOptions {
  /** Absolute; as found by findFfmpeg. */
  ffmpegPath: string
  /** Writes the tags into an MP3 that has none. */
  tagMp3: (path: string, tags: Tags) => Promise<void>
}

const SILENT_BELOW_LUFS = -60

async function mix(plan: MixPlan, run: Runner, mixPath: string): Promise<number> {
  const mixLufs = parseLoudnessLufs(
    await run(mixArgs(plan, mixPath), { lengthMs: plan.durationMs, share: 0.35 })
  )
  if (mixLufs > SILENT_BELOW_LUFS) return mixLufs
  const message = `the mix of ${plan.clips.length} takes is silent (${mixLufs} LUFS)`
  throw new StageError('mix', message, { retryable: false })
}

function explain(error: unknown): unknown {
  if (!(error instanceof FfmpegError)) return error
  return new StageError('mix', error.message, { retryable: true, cause: error })
}

/** Mixes with ffmpeg of 2018 or newer. Aborting kills the process that runs. */
export function createFfmpegEngine({ ffmpegPath, tagMp3 }: FfmpegEngineOptions): MixEngine {
  async function master(
    plan: MixPlan,
    target: LoudnessTarget,
    tags: Tags,
    outputPath: string,
    options: MasterOptions,
    file: TemporaryFile
  ) {
    const run = createRunner(ffmpegPath, options)
    const [mixPath, encodedPath] = [file('mix.wav'), file('master.mp3')]
    const mixLufs = await mix(await joinClips(plan, run, file), run, mixPath)
    const measures = await encodeToTarget(
      { mixPath, encodedPath, mixLufs, target, lengthMs: plan.durationMs },
      run
    )
    await tagMp3(encodedPath, tags)
    options.signal?.throwIfAborted()
    await rename(encodedPath, outputPath)
    options.onProgress?.(1)
    return { ...measures, ...(await fingerprint(outputPath)) }
  }

  return {
    async master(plan, target, tags, outputPath, options = {}) {
      try {
        return await withTemporaryFiles(outputPath, file =>
          master(plan, target, tags, outputPath, options, file)
        )
      } catch (error) {
        throw explain(error)
      }
    }
  }
}
