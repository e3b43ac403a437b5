import { readFile } from 'node:fs/promises'
import { sha256 } from '../../domain/hash.ts'

/** Size and SHA-256 of a file. */
export async function fingerprint(path: string): Promise<{ bytes: number; sha256: string }> {
  const data = await readFile(path)
  return { bytes: data.length, sha256: sha256(data) }
}
