import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeFileWhole } from '../../config/write-file-whole.ts'

/** Writes a file whole or not at all (temporary name, fsync, rename), making its folder where it is missing. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFileWhole(path, data)
}

export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
