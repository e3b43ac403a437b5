import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { ModelFile } from '../../domain/model-card.ts'

/** The checksum that the card promises. */
export const promisedChecksum = ({ sha256, md5 }: ModelFile): string => sha256 ?? md5 ?? ''

export const checksumName = ({ sha256 }: ModelFile): string => (sha256 === undefined ? 'MD5' : 'SHA-256')

/** A hash of the kind that the card has. */
export const createHashFor = ({ sha256 }: ModelFile): Hash =>
  createHash(sha256 === undefined ? 'md5' : 'sha256')

/** Reads a file into a hash; gives how many bytes it had. */
export async function feedHash(hash: Hash, path: string, signal?: AbortSignal): Promise<number> {
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
    hash.update(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return bytes
}

export async function sha256OfFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  await feedHash(hash, path, signal)
  return hash.digest('hex')
}

/** Is this what the card promises? */
export async function isRightFile(path: string, file: ModelFile, signal?: AbortSignal): Promise<boolean> {
  const hash = createHashFor(file)
  await feedHash(hash, path, signal)
  return hash.digest('hex') === promisedChecksum(file)
}
