import { access, constants } from 'node:fs/promises'
import { delimiter, isAbsolute, join, resolve } from 'node:path'
import { StageError } from '../../domain/stage-error.ts'
import { findBundledFfmpeg } from './find-bundled-ffmpeg.ts'
import { probeFfmpeg } from './probe-ffmpeg.ts'

export interface FoundFfmpeg {
  /** Absolute. */
  path: string
  version: string
  origin: 'system' | 'bundled' | 'configured'
}

export interface FindFfmpegOptions {
  /** The one that the configuration names; no other is tried then. */
  path?: string
  /** Value of the PATH variable. */
  pathEnv: string
}

const OLDEST_SYSTEM_MAJOR = 5
const NAME = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg'

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false
  )

async function findConfigured(path: string): Promise<FoundFfmpeg> {
  const absolute = resolve(path)
  const probed = await probeFfmpeg(absolute)
  if (probed?.encodesMp3) return { path: absolute, version: probed.version, origin: 'configured' }
  const fault = probed ? `is version ${probed.version} without libmp3lame` : 'is not an ffmpeg that runs here'
  const message = `the configured ffmpeg ${absolute} ${fault}: name one with libmp3lame, or none to use the one on PATH or the bundled one`
  throw new StageError('mix', message, { retryable: false })
}

async function findOnPath(pathEnv: string): Promise<FoundFfmpeg | null> {
  for (const folder of pathEnv.split(delimiter).filter(isAbsolute)) {
    const path = join(folder, NAME)
    if (!(await isExecutable(path))) continue
    const probed = await probeFfmpeg(path)
    if (probed && probed.major >= OLDEST_SYSTEM_MAJOR && probed.encodesMp3)
      return { path, version: probed.version, origin: 'system' }
  }
  return null
}

/**
 * The configured ffmpeg, else the first on PATH that runs, is version 5 or newer and encodes MP3, else the bundled one.
 * Throws a StageError where the configured one does not do, or where there is none at all.
 */
export async function findFfmpeg({ path, pathEnv }: FindFfmpegOptions): Promise<FoundFfmpeg> {
  if (path !== undefined) return findConfigured(path)
  const found = (await findOnPath(pathEnv)) ?? (await findBundledFfmpeg())
  if (found) return found
  const message = `no ffmpeg: none of version 5 or newer with libmp3lame is on PATH, and the bundled one does not run on ${process.platform}-${process.arch}; install ffmpeg`
  throw new StageError('mix', message, { retryable: false })
}
