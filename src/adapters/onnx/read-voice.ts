import { readFileSync } from 'node:fs'
import { ModelFileError } from './model-file-error.ts'

export const STYLE_ROWS = 510
export const STYLE_WIDTH = 256
export const VOICE_BYTES = STYLE_ROWS * STYLE_WIDTH * 4

/** A voice of Kokoro: a style of 256 numbers for each length of text, little-endian as every platform of onnxruntime-node. Blocks the thread it is on. */
export function readVoice(path: string): Float32Array {
  const bytes = readFileSync(path)
  if (bytes.length !== VOICE_BYTES)
    throw new ModelFileError(
      `${path} has ${bytes.length} bytes, and a voice of Kokoro has ${VOICE_BYTES}; get the file again`
    )
  const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  if (!values.every(Number.isFinite))
    throw new ModelFileError(
      `${path} is no voice of Kokoro: it holds values that are no numbers; get the file again`
    )
  return values
}
