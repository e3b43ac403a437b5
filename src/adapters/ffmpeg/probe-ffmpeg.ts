import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const ANSWER_WITHIN_MS = 20_000

export interface ProbedFfmpeg {
  /** As ffmpeg prints it, for example 5.1.9-0+deb12u1. */
  version: string
  /** Version of FFmpeg's release, 5 or more; 0 where it is older. */
  major: number
  encodesMp3: boolean
}

/** libavutil 57 came with ffmpeg 5.0, and each release since has counted both up by one; builds from git print no other number. */
const LIBAVUTIL_BEFORE_RELEASE = 52

/** Reads what `ffmpeg -version` prints; null where it is something else. */
export function parseVersion(text: string): Pick<ProbedFfmpeg, 'version' | 'major'> | null {
  const version = /^ffmpeg version (\S+)/m.exec(text)?.[1]
  const libavutil = /^libavutil\s+(\d+)\./m.exec(text)?.[1]
  if (version === undefined || libavutil === undefined) return null
  const major = Number(libavutil) - LIBAVUTIL_BEFORE_RELEASE
  return { version, major: major >= 5 ? major : 0 }
}

async function ask(path: string, args: string[]): Promise<string> {
  const { stdout } = await execute(path, args, {
    timeout: ANSWER_WITHIN_MS,
    killSignal: 'SIGKILL',
    windowsHide: true,
    maxBuffer: 4_000_000
  })
  return stdout
}

/** Asks a binary what it is; null where it does not run or is not ffmpeg. */
export async function probeFfmpeg(path: string): Promise<ProbedFfmpeg | null> {
  try {
    const version = parseVersion(await ask(path, ['-version']))
    if (!version) return null
    return { ...version, encodesMp3: /\blibmp3lame\b/.test(await ask(path, ['-hide_banner', '-encoders'])) }
  } catch {
    return null
  }
}
