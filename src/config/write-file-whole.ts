import { writeFile } from 'node:fs/promises'
import writeFileAtomic from 'write-file-atomic'

export interface WholeFileOptions {
  mode?: number
  /** Wait until it is on the disk; true where absent. */
  fsync?: boolean
}

/**
 * Writes a file whole or not at all: temporary name, fsync, rename. write-file-atomic by itself writes once and renames
 * whatever a full disk took of it; here all is written, or it fails.
 */
export const writeFileWhole = (
  path: string,
  data: string | Uint8Array,
  options: WholeFileOptions = {}
): Promise<void> =>
  writeFileAtomic(path, '', { ...options, tmpfileCreated: temporary => writeFile(temporary, data) })
