import { open, type FileHandle } from 'node:fs/promises'
import { OutOfBytesError } from './gguf-cursor.ts'
import { LlamaFileError } from './llama-file-error.ts'
import { GgufFormatError, parseGgufHeader, type GgufHeader } from './parse-gguf-header.ts'

const FIRST_BYTES = 4 * 2 ** 20
/** The header of a model with a vocabulary of 250,000 tokens has about 16 MB. */
const MOST_BYTES = 256 * 2 ** 20

/** The header of a GGUF file of `size` bytes; throws a LlamaFileError where there is none. */
export async function readGgufHeader(path: string, size: number): Promise<GgufHeader> {
  if (size === 0) throw new LlamaFileError(`${path} is empty: get the file again`)
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw new LlamaFileError(`${path} may not be read: see the rights of the file`, { cause })
  })
  try {
    return await parseGrowing(file, path, size)
  } finally {
    await file.close()
  }
}

/** Reads more until the header is whole. */
async function parseGrowing(file: FileHandle, path: string, size: number): Promise<GgufHeader> {
  for (let length = FIRST_BYTES; ; length *= 4) {
    const bytes = Buffer.alloc(Math.min(length, size))
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    try {
      return parseGgufHeader(bytes.subarray(0, bytesRead))
    } catch (cause) {
      if (cause instanceof GgufFormatError) throw new LlamaFileError(`${path} ${cause.message}`, { cause })
      if (!(cause instanceof OutOfBytesError)) throw cause
      if (bytes.length === size)
        throw new LlamaFileError(
          `${path} is cut short or damaged: its header goes on after its end at byte ${size}; get the file again`,
          { cause }
        )
      if (length >= MOST_BYTES)
        throw new LlamaFileError(`${path} is damaged: its header does not end; get the file again`, { cause })
    }
  }
}
