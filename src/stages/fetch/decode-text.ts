import iconv from 'iconv-lite'

/** Longest first: the mark of UTF-32LE begins with that of UTF-16LE. */
const MARKS: [bytes: number[], charset: string][] = [
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le']
]

/** WHATWG Encoding: these labels mean windows-1252 on the web, curly quotes included. */
const AS_WINDOWS_1252 = /^(?:iso[-_]?8859-1|iso_8859-1:1987|latin-?1|l1|us-ascii|ascii|ansi_x3\.4-1968)$/

const startsWith = (bytes: Uint8Array, start: number[]): boolean =>
  bytes.length >= start.length && start.every((byte, at) => bytes[at] === byte)

const charsetOfMark = (bytes: Uint8Array): string | null =>
  MARKS.find(([mark]) => startsWith(bytes, mark))?.[1] ?? null

/** UTF-16 without a mark shows by the zero beside the first character, which is "<" or "{" or a blank. */
function charsetOfZeros(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (bytes.length < 4) return null
  if (first === 0 && second !== 0 && bytes[2] === 0) return 'utf-16be'
  if (first !== 0 && second === 0 && bytes[3] === 0 && bytes[2] !== 0) return 'utf-16le'
  return null
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const charsetOfHeader = (contentType: string | null): string | null =>
  /charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1] ?? null

function charsetOfDeclaration(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  return /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1] ?? null
}

/** Bytes in a charset that iconv-lite or the platform knows; null for other names. */
function decodeAs(bytes: Uint8Array, charset: string | null): string | null {
  if (charset === null) return null
  const label = AS_WINDOWS_1252.test(charset.toLowerCase()) ? 'windows-1252' : charset.toLowerCase()
  if (iconv.encodingExists(label)) return iconv.decode(Buffer.from(bytes), label)
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return null
  }
}

/** ISO-2022 text is plain ASCII with escapes, so it passes for UTF-8. */
function decodeEscaped(bytes: Uint8Array, charset: string | null): string | null {
  return /^iso-2022/i.test(charset ?? '') && bytes.includes(0x1b) ? decodeAs(bytes, charset) : null
}

/** Bytes that hold text of UTF-16 or UTF-32 were known by their mark or their zeros; here such a label is a mistake. */
const unlessWide = (charset: string | null): string | null =>
  /^(?:utf|ucs)-?(?:16|32|7|2)/i.test(charset ?? '') ? null : charset

const ILLEGAL_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/**
 * The text of a feed: byte order mark, else valid UTF-8, else the Content-Type's charset, else the XML declaration's,
 * else windows-1252. Characters that XML forbids are dropped.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const header = charsetOfHeader(contentType)
  const declared = charsetOfDeclaration(bytes)
  const text =
    decodeAs(bytes, charsetOfMark(bytes) ?? charsetOfZeros(bytes)) ??
    decodeEscaped(bytes, header ?? declared) ??
    decodeUtf8(bytes) ??
    decodeAs(bytes, unlessWide(header)) ??
    decodeAs(bytes, unlessWide(declared)) ??
    iconv.decode(Buffer.from(bytes), 'windows-1252')
  return text.replace(/^\ufeff/, '').replace(ILLEGAL_IN_XML, '')
}
