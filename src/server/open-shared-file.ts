import { constants } from 'node:fs'
import { open, realpath, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../domain/hash.ts'
import type { Validators } from './conditions.ts'

/** An open file; whoever has it closes it. */
export interface SharedFile extends Validators {
  handle: FileHandle
  bytes: number
}

/** Opens a plain file below `root`; null where there is none, or where a link leads elsewhere. */
export async function openSharedFile(root: string, parts: string[]): Promise<SharedFile | null> {
  const path = join(root, ...parts)
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    () => null
  )
  if (handle === null) return null
  try {
    const stats = await handle.stat({ bigint: true })
    if (stats.isFile() && (await isItself(root, parts)))
      return {
        handle,
        bytes: Number(stats.size),
        // Files are replaced whole, never written in place, so that a new state is a new inode.
        etag: `"${sha256(`${stats.ino}-${stats.size}-${stats.mtimeNs}`).slice(0, 32)}"`,
        modifiedMs: Number(stats.mtimeMs)
      }
  } catch (error) {
    await handle.close()
    throw error
  }
  await handle.close()
  return null
}

/** Null where it was removed meanwhile. */
const realPathOf = (path: string) => realpath(path).catch(() => null)

async function isItself(root: string, parts: string[]): Promise<boolean> {
  const [real, realRoot] = await Promise.all([realPathOf(join(root, ...parts)), realPathOf(root)])
  return real !== null && realRoot !== null && real === join(realRoot, ...parts)
}
