/** Gives `length` bytes from `at` on; fewer at the end. */
export type ReadBytes = (at: number, length: number) => Promise<Uint8Array>

/** The fields of ONNX's ModelProto go up to 25; the graph is number 7, and a model begins with number 1, its format's version. */
const GRAPH = 7
const LAST_FIELD = 25
const HEAD_BYTES = 20
const VERSION_KEY = 0x08

/** What is wrong with a file of `size` bytes that should be an ONNX model, as the rest of a sentence; null where its frame is whole. */
export async function faultOfOnnxBytes(read: ReadBytes, size: number): Promise<string | null> {
  if (size === 0) return 'is empty: get the file again'
  const head = await read(0, 64)
  if (head[0] !== VERSION_KEY) return `is not an ONNX model: it begins with ${describeHead(head)}`
  let at = 0
  let hasGraph = false
  while (at < size) {
    const field = readField(await read(at, HEAD_BYTES))
    if (field === null || field.number > LAST_FIELD)
      return `is damaged: what stands at byte ${at} is no part of an ONNX model; get the file again`
    hasGraph ||= field.number === GRAPH
    at += field.bytes
  }
  if (at > size)
    return `is cut short: it has ${size} bytes and should have ${at} at least; get the file again`
  return hasGraph ? null : 'is no whole ONNX model: it has no graph; get the file again'
}

function describeHead(head: Uint8Array): string {
  const text = Buffer.from(head).toString('utf8')
  if (text.startsWith('version https://git-lfs'))
    return 'the words of a Git LFS pointer; `git lfs pull` brings the file itself'
  const line = text.split(/[\r\n]/)[0] ?? ''
  const printable = /^[\x20-\x7e]+$/.test(line)
  return printable ? `the text ${JSON.stringify(line.slice(0, 40))}` : 'other bytes; get the file again'
}

/** A field of a protobuf message: its number, and how many bytes it takes with its key. */
function readField(head: Uint8Array): { number: number; bytes: number } | null {
  const key = readVarint(head, 0)
  if (key === null) return null
  const number = Math.floor(key.value / 8)
  const wire = key.value % 8
  const value = readVarint(head, key.next)
  if (wire === 0 && value !== null) return { number, bytes: value.next }
  if (wire === 2 && value !== null) return { number, bytes: value.next + value.value }
  return wire === 5 || wire === 1 ? { number, bytes: key.next + (wire === 5 ? 4 : 8) } : null
}

function readVarint(bytes: Uint8Array, from: number): { value: number; next: number } | null {
  let value = 0
  for (let i = 0; i < 10; i++) {
    const byte = bytes[from + i]
    if (byte === undefined) return null
    value += (byte & 127) * 2 ** (7 * i)
    if (byte < 128) return { value, next: from + i + 1 }
  }
  return null
}
