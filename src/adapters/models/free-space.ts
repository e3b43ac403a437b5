import { mkdir, statfs } from 'node:fs/promises'
import { ModelError } from '../../domain/model-store.ts'
import { megabytes } from '../../domain/megabytes.ts'
import { codeOf } from './explain-failure.ts'

/** Left over for the episodes: a mix takes some 50 MB, the queue some 100. */
const KEPT_FREE_BYTES = 150e6

export async function freeBytesAt(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir)
  return bavail * bsize
}

/** Makes the folder; throws where it cannot be written. */
export async function makeStoreFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true }).catch((cause: unknown) => {
    throw new ModelError(
      `${dir} cannot be used for models (${codeOf(cause)}): give this user a folder to write in, or name another library with --home`,
      { cause }
    )
  })
}

/** Throws where so many bytes more would fill the disk. */
export async function needSpaceFor(
  bytes: number,
  dir: string,
  freeBytes: (dir: string) => Promise<number>
): Promise<void> {
  const free = await freeBytes(dir)
  if (bytes === 0 || free >= bytes + KEPT_FREE_BYTES) return
  throw new ModelError(
    `${megabytes(bytes)} are still to be fetched, ${megabytes(KEPT_FREE_BYTES)} are left for the episodes, and only ${megabytes(free)} are free at ${dir}; free some space, or name another library with --home`
  )
}
