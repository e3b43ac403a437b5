import iconv from 'iconv-lite'
import { decodeEbcdic } from './decode-ebcdic.ts'
import { decodeSevenBit } from './decode-seven-bit.ts'
import { sniffCharset } from './sniff-charset.ts'

/** WHATWG Encoding: these labels mean windows-1252 on the web, curly quotes included. */
const AS_WINDOWS_1252 = /^(?:iso[-_]?8859-1|latin-?1|l1|us-ascii|ascii|ansi_x3\.4-1968)$/

/**
 * Names that neither iconv-lite nor the platform knows, in letters and digits only, each with a charset that holds
 * nearly all of its text.
 */
const NEAREST: [name: RegExp, charset: string][] = [
  [/^(?:eucjis.*|ujis|jisx0213)$/, 'euc-jp'],
  [/^(?:(?:shift|s)jis(?:x0213|2004)|mskanji|xmacjapanese)$/, 'shift_jis'],
  [/^(?:x?gb2312|euccn|eucgb2312cn|gb180302000|xmacsimpchinese)$/, 'gb18030'],
  [/^(?:(?:big5)?hkscs|big5tw|xmactradchinese)$/, 'big5-hkscs'],
  [/^(?:uhc|ksc5601.*|ksx1001|xwindows949|xmackorean)$/, 'cp949'],
  [/^(?:csptcp154|ptcp154|cp154|pt154|cyrillicasian|kz1048)$/, 'windows-1251'],
  [/^(?:ruscii|cp866u|cp1125|ibm1125)$/, 'cp866'],
  [/^tis620\d+$/, 'tis-620'],
  [/^(?:maclatin2|maccentraleurope)$/, 'maccenteuro']
]

/** "ISO_8859-7:1987" is the standard's own name. */
const withoutYear = (name: string): string => name.replace(/^(iso[-_]8859[-_]\d{1,2})[-_:]\d{4}$/, '$1')

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)

/** Without a complaint over a last character that was cut. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}

/** UTF-8 with a few bad bytes in it, if more of its other characters are good than bad. */
function decodeDamagedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const bad = text.match(/\ufffd/g)?.length ?? 0
  const good = text.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0
  return good > bad ? text : null
}

const charsetOfHeader = (contentType: string | null): string | null =>
  /charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1] ?? null

function charsetOfDeclaration(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  return /<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]{1,40})\s*["']/i.exec(head)?.[1] ?? null
}

function labelOf(charset: string): string {
  const name = withoutYear(charset.toLowerCase())
  if (AS_WINDOWS_1252.test(name)) return 'windows-1252'
  const bare = name.replace(/[^a-z0-9]/g, '')
  return NEAREST.find(([known]) => known.test(bare))?.[1] ?? name
}

/** Bytes in a charset that iconv-lite or the platform knows; null for other names. */
function decodeAs(bytes: Uint8Array, charset: string | null): string | null {
  if (charset === null) return null
  const label = labelOf(charset)
  if (iconv.encodingExists(label)) return iconv.decode(bufferOf(bytes), label)
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return null
  }
}

/** By now the bytes are known not to be whole UTF-8, nor wide, so such a label is a mistake. */
const unlessUnicode = (charset: string | null): string | null =>
  /^(?:utf|ucs|u8|unicode|iso-10646)/i.test(charset ?? '') ? null : charset

const ILLEGAL_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]+/gu

/**
 * The text of a feed: byte order mark or wide characters, else valid UTF-8, else the Content-Type's charset, else the
 * XML declaration's, else windows-1252. Characters that XML forbids are dropped.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const header = charsetOfHeader(contentType)
  const declared = charsetOfDeclaration(bytes)
  const text =
    decodeAs(bytes, sniffCharset(bytes)) ??
    decodeEbcdic(bytes) ??
    decodeSevenBit(bytes, header ?? declared) ??
    decodeUtf8(bytes) ??
    decodeAs(bytes, unlessUnicode(header)) ??
    decodeAs(bytes, unlessUnicode(declared)) ??
    decodeDamagedUtf8(bytes) ??
    iconv.decode(bufferOf(bytes), 'windows-1252')
  return text.replace(/^\ufeff/, '').replace(ILLEGAL_IN_XML, '')
}
