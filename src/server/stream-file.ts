import type { FileHandle } from 'node:fs/promises'
import type { ByteRange } from './plan-ranges.ts'

/** Text as it is, or bytes of the file. */
export type Piece = string | ByteRange

const CHUNK_BYTES = 64 * 1024

/** Gives the pieces one after the other; the file is closed at the end, on a fault, and when the client goes away. */
export function streamFile(handle: FileHandle, pieces: Piece[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = chunksOf(handle, pieces)
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await chunks.next().catch(async (error: unknown) => {
          await handle.close()
          throw error
        })
        if (next.done !== true) return controller.enqueue(next.value)
        await handle.close()
        controller.close()
      },
      cancel: () => handle.close()
    },
    { highWaterMark: 0 }
  )
}

async function* chunksOf(handle: FileHandle, pieces: Piece[]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (const piece of pieces)
    if (typeof piece === 'string') yield Buffer.from(piece)
    else yield* bytesOf(handle, piece)
}

async function* bytesOf(
  handle: FileHandle,
  { first, last }: ByteRange
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = first; at <= last;) {
    const most = Math.min(CHUNK_BYTES, last - at + 1)
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(most), 0, most, at)
    if (bytesRead === 0) throw new Error('The file is shorter than it was when it was opened')
    yield buffer.subarray(0, bytesRead)
    at += bytesRead
  }
}
