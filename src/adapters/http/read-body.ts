import type { IncomingMessage } from 'node:http'
import { PassThrough, pipeline, Transform } from 'node:stream'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import type { StageError } from '../../domain/stage-error.ts'
import { fetchError } from './http-failure.ts'

export const ACCEPT_ENCODING = 'gzip, deflate, br'

/** "deflate" means zlib, and some servers send it raw: the first byte tells which. */
async function inflaterFor(body: Readable): Promise<Transform> {
  for await (const first of body.iterator({ destroyOnReturn: false })) {
    const chunk = Buffer.from(first as Uint8Array)
    body.unshift(chunk)
    return ((chunk[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()
  }
  return new PassThrough()
}

async function decoderFor(response: IncomingMessage, url: URL): Promise<Transform | null> {
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase()
  if (encoding === '' || encoding === 'identity') return null
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'br') return createBrotliDecompress()
  if (encoding === 'deflate') return inflaterFor(response)
  throw fetchError(
    url,
    `the answer is packed as "${encoding.slice(0, 40)}"; one of gzip, deflate and br can be read`,
    false
  )
}

const tooLarge = (url: URL, maxBytes: number): StageError =>
  fetchError(
    url,
    `the answer is larger than ${describeBytes(maxBytes)}, and what is asked for is far smaller`,
    false
  )

/** Lets bytes through until there are too many: packed nothings unpack to nothing, however many they are. */
function createMeter(url: URL, maxBytes: number): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > maxBytes) done(tooLarge(url, maxBytes))
      else done(null, chunk)
    }
  })
}

/**
 * The body, unpacked. Bytes are counted before and after unpacking, while they stream; more than `maxBytes` throws.
 * The caller closes the socket when this throws.
 */
export async function readBody(response: IncomingMessage, url: URL, maxBytes: number): Promise<Uint8Array> {
  const decoder = await decoderFor(response, url)
  // The iterator below sees every error; pipeline's callback only keeps it from being thrown twice.
  const body = decoder === null ? response : pipeline(response, createMeter(url, maxBytes), decoder, () => {})
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    const bytes = chunk as Buffer
    size += bytes.length
    if (size > maxBytes) throw tooLarge(url, maxBytes)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

const describeBytes = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MiB` : `${Math.ceil(bytes / 1024)} KiB`
