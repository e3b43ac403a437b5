import { access, constants } from 'node:fs/promises'
import ffmpeg from 'fluent-ffmpeg'
import { explainFailure } from './explain-failure.ts'
import { parseTimeMs } from './parse-time.ts'

/** One call of ffmpeg. Paths are absolute: ffmpeg reads a name with a colon as a protocol. */
export interface FfmpegJob {
  inputs: string[]
  filterGraph?: string
  /** Two tokens or more: fluent-ffmpeg splits a lone one at its first blank. */
  outputOptions: [string, string, ...string[]]
  /** Absolute path, or - for no file. */
  output: string
}

export interface FfmpegRunOptions {
  signal?: AbortSignal
  /** Called with the time in the output that ffmpeg has reached. */
  onTimeMs?: (timeMs: number) => void
}

/** ffmpeg could not be started or did not finish; `log` is the end of what it said. */
export class FfmpegError extends Error {
  override readonly name = 'FfmpegError'

  constructor(
    message: string,
    readonly log = ''
  ) {
    super(message)
  }
}

const KEPT_LOG_LINES = 600

/** fluent-ffmpeg ends the process with an uncaught TypeError where the binary cannot be started (processor.js, endCB). */
async function checkExecutable(path: string): Promise<void> {
  try {
    await access(path, constants.X_OK)
  } catch {
    throw new FfmpegError(`ffmpeg cannot be run at ${path}: an executable file is needed there`)
  }
}

function prepare(ffmpegPath: string, job: FfmpegJob) {
  const command = ffmpeg({ stdoutLines: KEPT_LOG_LINES }).setFfmpegPath(ffmpegPath)
  for (const input of job.inputs) command.input(input)
  if (job.filterGraph !== undefined) command.complexFilter(job.filterGraph)
  return command.outputOptions(...job.outputOptions).output(job.output)
}

/** Runs ffmpeg to the end and gives the end of its log. Rejects with the signal's reason after an abort, once the process is gone. */
export async function runFfmpeg(
  ffmpegPath: string,
  job: FfmpegJob,
  { signal, onTimeMs }: FfmpegRunOptions = {}
): Promise<string> {
  await checkExecutable(ffmpegPath)
  signal?.throwIfAborted()
  const command = prepare(ffmpegPath, job)
  const kill = (): void => void command.kill('SIGKILL')
  signal?.addEventListener('abort', kill)
  try {
    return await new Promise((resolve, reject) => {
      // A kill before the process has been spawned is lost, so it is asked for again at the start.
      command.on('start', () => {
        if (signal?.aborted) kill()
      })
      command.on('stderr', (line: string) => {
        const timeMs = parseTimeMs(line)
        if (timeMs !== null) onTimeMs?.(timeMs)
      })
      command.on('error', (error: Error, _stdout: string | null, stderr: string | null) =>
        reject(
          signal?.aborted
            ? signal.reason
            : new FfmpegError(explainFailure(error.message, stderr ?? '', job.output), stderr ?? '')
        )
      )
      command.on('end', (_stdout: string[] | string | null, stderr: string | null) => resolve(stderr ?? ''))
      command.run()
    })
  } finally {
    signal?.removeEventListener('abort', kill)
  }
}
