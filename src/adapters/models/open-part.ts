import type { Hash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ModelFile } from '../../domain/model-card.ts'
import { checksumName, createHashFor, feedHash, promisedChecksum } from './hash-file.ts'
import { sizeOf } from './model-manifest.ts'
import type { FilePlaces } from './model-places.ts'
import { PullError } from './pull-error.ts'

/** A file on its way: what came of it so far, and the hash of that. */
export interface Part {
  bytes(): number
  etag: string | null
  /** Empties it, for a source that begins at 0. */
  restart(): Promise<void>
  remember(etag: string | null): Promise<void>
  append(chunk: Uint8Array): Promise<void>
  /** Moves it to its staged place; throws where the checksum is not the card's. */
  finish(from: string): Promise<void>
  discard(): Promise<void>
  close(): Promise<void>
}

/** Opens what an earlier pull left, or an empty part. */
export async function openPart(file: ModelFile, places: FilePlaces, signal: AbortSignal): Promise<Part> {
  await mkdir(dirname(places.part), { recursive: true })
  if (((await sizeOf(places.part)) ?? 0) > file.bytes) await rm(places.part)
  let hash: Hash = createHashFor(file)
  let bytes = (await sizeOf(places.part)) === null ? 0 : await feedHash(hash, places.part, signal)
  const resumed = bytes > 0
  const handle = await open(places.part, 'a')
  const etag = await readFile(places.etag, 'utf8').catch(() => null)
  return {
    bytes: () => bytes,
    etag,
    async restart() {
      await handle.truncate(0)
      hash = createHashFor(file)
      bytes = 0
    },
    remember: async etag => (etag === null ? rm(places.etag, { force: true }) : writeFile(places.etag, etag)),
    async append(chunk) {
      await handle.appendFile(chunk)
      hash.update(chunk)
      bytes += chunk.length
    },
    async finish(from) {
      const checksum = hash.digest('hex')
      if (checksum !== promisedChecksum(file)) throw wrongHashError(from, file, checksum, resumed)
      await settle(handle, places)
    },
    async discard() {
      await Promise.all([rm(places.part, { force: true }), rm(places.etag, { force: true })])
    },
    close: () => handle.close()
  }
}

/** Once it has its new name it is whole, also after a power cut. */
async function settle(handle: FileHandle, places: FilePlaces): Promise<void> {
  await handle.sync()
  await rename(places.part, places.staged)
  await rm(places.etag, { force: true })
}

/** After a resumed download the fault may lie in what an earlier pull left: then another try begins at 0. */
const wrongHashError = (from: string, file: ModelFile, checksum: string, resumed: boolean): PullError =>
  new PullError(
    `${from} is not the file of the catalogue: its ${checksumName(file)} is ${checksum}, and ${file.path} has ${promisedChecksum(file)}. It was removed, and nothing was installed. Try again; if it happens again, the server or mirror has another file, so use another one`,
    { discard: true, retryable: resumed }
  )
