import iconv from 'iconv-lite'

const MARKS: [bytes: number[], charset: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le']
]

/** WHATWG Encoding: these labels mean windows-1252 on the web. */
const AS_WINDOWS_1252 = /^(?:iso[-_]?8859-1|latin-?1|l1|us-ascii|ascii)$/
/** Bytes in UTF-16 show by their mark or their zeros; a page that names it in ASCII is wrong about itself. */
const WIDE = /^(?:utf|ucs)-?(?:16|32|7|2)/

/** HTML looks for `<meta charset>` in the first 1024 bytes; real pages have it later as well. */
const HEAD_BYTES = 8192

const charsetOfMark = (bytes: Uint8Array): string | null =>
  MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1] ?? null

function charsetOfZeros(bytes: Uint8Array): string | null {
  if (bytes.length < 4) return null
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0) return 'utf-16be'
  return bytes[0] === 0x3c && bytes[1] === 0 && bytes[3] === 0 ? 'utf-16le' : null
}

const charsetIn = (text: string): string | null =>
  /charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(text)?.[1] ?? null

function charsetOfMeta(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1')
  const tags = head.match(/<meta\s[^>]{1,500}>/gi) ?? []
  return tags.map(charsetIn).find(found => found !== null) ?? null
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function decodeAs(bytes: Uint8Array, charset: string | null): string | null {
  const label = charset?.toLowerCase() ?? ''
  const known = AS_WINDOWS_1252.test(label) ? 'windows-1252' : label
  return known !== '' && iconv.encodingExists(known) ? iconv.decode(Buffer.from(bytes), known) : null
}

const unlessWide = (charset: string | null): string | null =>
  charset !== null && WIDE.test(charset.toLowerCase()) ? null : charset

/** ISO-2022 is plain ASCII with escapes, so it passes for UTF-8. */
const decodeEscaped = (bytes: Uint8Array, charset: string | null): string | null =>
  /^iso-2022/i.test(charset ?? '') && bytes.includes(0x1b) ? decodeAs(bytes, charset) : null

/**
 * The text of a page: byte order mark, else valid UTF-8, else the Content-Type's charset, else the one in `<meta>`, else
 * windows-1252. NUL is dropped.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  const header = charsetIn(contentType ?? '')
  const meta = charsetOfMeta(bytes)
  const text =
    decodeAs(bytes, charsetOfMark(bytes) ?? charsetOfZeros(bytes)) ??
    decodeEscaped(bytes, header ?? meta) ??
    decodeUtf8(bytes) ??
    decodeAs(bytes, unlessWide(header)) ??
    decodeAs(bytes, unlessWide(meta)) ??
    iconv.decode(Buffer.from(bytes), 'windows-1252')
  return text.replaceAll('\0', '').replace(/^\ufeff/, '')
}
