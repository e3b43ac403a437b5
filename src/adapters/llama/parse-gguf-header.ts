import { GgufCursor } from './gguf-cursor.ts'

export interface GgufTensor {
  name: string
  dimensions: number[]
  /** ggml's number of it. */
  type: number
  /** From the first byte of the weights on. */
  offset: number
}

export interface GgufHeader {
  /** Of a list there is its length alone. */
  metadata: Map<string, string | number | boolean>
  tensors: GgufTensor[]
  /** Where the weights begin. */
  dataAt: number
}

/** What is written there cannot be a header; the message is the rest of a sentence about the file. */
export class GgufFormatError extends Error {
  override readonly name = 'GgufFormatError'
}

// https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
const MAGIC = 'GGUF'
const VERSIONS = [2, 3]
const STRING = 8
const LIST = 9
const BYTES_OF_VALUE = [1, 1, 2, 2, 4, 4, 4, 1, NaN, NaN, 8, 8, 8]
const MOST_DIMENSIONS = 4
const MOST_NESTING = 4
const DEFAULT_ALIGNMENT = 32

/**
 * Reads what stands before the weights: the facts about a model, and where each tensor is.
 * Throws an OutOfBytesError where the bytes end before it does, a GgufFormatError where they are no GGUF.
 */
export function parseGgufHeader(bytes: Buffer): GgufHeader {
  const cursor = new GgufCursor(bytes)
  validateStart(bytes)
  cursor.pass(8)
  const tensorCount = cursor.uint64()
  const factCount = cursor.uint64()
  const metadata: GgufHeader['metadata'] = new Map()
  for (let i = 0; i < factCount; i++) metadata.set(cursor.text(), readValue(cursor, cursor.uint32()))
  const tensors: GgufTensor[] = []
  for (let i = 0; i < tensorCount; i++) tensors.push(readTensor(cursor))
  const alignment = Number(metadata.get('general.alignment') ?? DEFAULT_ALIGNMENT)
  if (!Number.isInteger(alignment) || alignment < 1)
    throw new GgufFormatError(`is damaged: its alignment is ${alignment}; get the file again`)
  return { metadata, tensors, dataAt: Math.ceil(cursor.at / alignment) * alignment }
}

/** The first eight bytes: GGUF, and a version that we can read. */
function validateStart(bytes: Buffer): void {
  const magic = bytes.toString('latin1', 0, 4)
  if (magic !== MAGIC) throw new GgufFormatError(`is no GGUF file: it begins with ${describeStart(bytes)}`)
  const version = new GgufCursor(bytes.subarray(4)).uint32()
  if (VERSIONS.includes(version)) return
  if (version >= 2 ** 16)
    throw new GgufFormatError('is made for a big-endian machine: get the little-endian file')
  throw new GgufFormatError(
    `is GGUF version ${version}, and 2 and 3 can be read: get the model in one of them`
  )
}

function describeStart(bytes: Buffer): string {
  const text = bytes.toString('utf8', 0, 64)
  if (text.startsWith('version https://git-lfs'))
    return 'the words of a Git LFS pointer; `git lfs pull` brings the file itself'
  const line = text.split(/[\r\n]/)[0] ?? ''
  const printable = /^[\x20-\x7e]+$/.test(line)
  return printable
    ? `the text ${JSON.stringify(line.slice(0, 40))}; give the path of a .gguf file`
    : 'other bytes; give the path of a .gguf file'
}

function readValue(cursor: GgufCursor, type: number): string | number | boolean {
  const read = READERS[type]
  if (read === undefined)
    throw new GgufFormatError(`is damaged: it has a value of the unknown type ${type}; get the file again`)
  return read(cursor)
}

const READERS: readonly ((cursor: GgufCursor) => string | number | boolean)[] = [
  cursor => cursor.uint8(),
  cursor => cursor.int8(),
  cursor => cursor.uint16(),
  cursor => cursor.int16(),
  cursor => cursor.uint32(),
  cursor => cursor.int32(),
  cursor => cursor.float32(),
  cursor => cursor.bool(),
  cursor => cursor.text(),
  cursor => passList(cursor),
  cursor => cursor.uint64(),
  cursor => cursor.int64(),
  cursor => cursor.float64()
]

/** Passes a list, a vocabulary say, and gives its length. */
function passList(cursor: GgufCursor, depth = 1): number {
  const type = cursor.uint32()
  const length = cursor.uint64()
  if (type === STRING) for (let i = 0; i < length; i++) cursor.passText()
  else if (type === LIST && depth < MOST_NESTING) for (let i = 0; i < length; i++) passList(cursor, depth + 1)
  else {
    const bytes = BYTES_OF_VALUE[type] ?? NaN
    if (Number.isNaN(bytes))
      throw new GgufFormatError(`is damaged: it has a list of the unknown type ${type}; get the file again`)
    cursor.pass(length * bytes)
  }
  return length
}

function readTensor(cursor: GgufCursor): GgufTensor {
  const name = cursor.text()
  const count = cursor.uint32()
  if (count > MOST_DIMENSIONS)
    throw new GgufFormatError(`is damaged: a tensor of ${count} dimensions is named; get the file again`)
  const dimensions = Array.from({ length: count }, () => cursor.uint64())
  return { name, dimensions, type: cursor.uint32(), offset: cursor.uint64() }
}
