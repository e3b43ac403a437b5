import { createHash, type Hash } from 'node:crypto'
import { closeSync, existsSync, openSync, readSync } from 'node:fs'

const CHUNK_BYTES = 4 * 1024 * 1024

/** SHA-256 of a model with its weights, where those are in a file beside it. Blocks the thread it is on. */
export function hashModel(path: string): string {
  const hash = createHash('sha256')
  for (const file of [path, `${path}.data`, `${path}_data`]) if (existsSync(file)) addFile(hash, file)
  return hash.digest('hex')
}

function addFile(hash: Hash, path: string): void {
  const file = openSync(path, 'r')
  const chunk = Buffer.alloc(CHUNK_BYTES)
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk))
      hash.update(chunk.subarray(0, read))
  } finally {
    closeSync(file)
  }
}

export const hashBytes = (values: Float32Array): string =>
  createHash('sha256').update(new Uint8Array(values.buffer)).digest('hex')

/** A short name of what is heard: it changes with any of the parts. */
export const shortAddress = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12)
