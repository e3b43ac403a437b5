/** Longest first: the mark of UTF-32LE begins with that of UTF-16LE. */
const MARKS: [bytes: number[], charset: string][] = [
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le']
]

const startsWith = (bytes: Uint8Array, start: number[]): boolean =>
  bytes.length >= start.length && start.every((byte, at) => bytes[at] === byte)

const charsetOfMark = (bytes: Uint8Array): string | null =>
  MARKS.find(([mark]) => startsWith(bytes, mark))?.[1] ?? null

/** Where the first four bytes are zero, as text that begins with "<", "{" or a blank has them in wide charsets. */
const ZEROS: [isZero: string, charset: string][] = [
  ['0001', 'utf-32be'],
  ['1000', 'utf-32le'],
  ['0101', 'utf-16be'],
  ['1010', 'utf-16le']
]

function charsetOfZeros(bytes: Uint8Array): string | null {
  if (bytes.length < 4) return null
  const filled = Array.from(bytes.subarray(0, 4), byte => (byte === 0 ? '0' : '1')).join('')
  return ZEROS.find(([pattern]) => pattern === filled)?.[1] ?? null
}

/** The charset that the first bytes give away: by a byte order mark, or by the zeros of wide characters. */
export const sniffCharset = (bytes: Uint8Array): string | null =>
  charsetOfMark(bytes) ?? charsetOfZeros(bytes)
