import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import writeFileAtomic from 'write-file-atomic'

/** Writes a file whole or not at all (temporary name, fsync, rename), making its folder where it is missing. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFileAtomic(
    path,
    typeof data === 'string' ? data : Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  )
}

export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
