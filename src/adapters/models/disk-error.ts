import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { megabytes } from '../../domain/megabytes.ts'
import type { ModelFile } from '../../domain/model-card.ts'
import { sizeOf } from './model-manifest.ts'
import { PullError } from './pull-error.ts'

const FULL = new Set(['ENOSPC', 'EDQUOT'])

export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error

/** What a failed call of the file system means. On a full disk the part goes as well: tomorrow's episode needs the room. */
export async function diskError(
  cause: NodeJS.ErrnoException,
  part: string,
  file: ModelFile
): Promise<PullError> {
  const { code = 'unknown', path = part } = cause
  if (FULL.has(code))
    return new PullError(
      `the disk became full (${code}) while ${file.path} was written; it has ${megabytes(file.bytes)}. What came of it was removed, so ${megabytes(await freeWithout(part))} are free, and nothing was installed`,
      { discard: true, cause }
    )
  if (code === 'EFBIG')
    return new PullError(
      `${part} cannot be written: this file system holds no file of ${megabytes(file.bytes)} (FAT32 ends at 4.3 GB); name a library elsewhere with --home`,
      { discard: true, cause }
    )
  return new PullError(`${path} cannot be read or written (${code})`, { cause })
}

async function freeWithout(part: string): Promise<number> {
  const { bavail, bsize } = await statfs(dirname(part))
  return bavail * bsize + ((await sizeOf(part)) ?? 0)
}
