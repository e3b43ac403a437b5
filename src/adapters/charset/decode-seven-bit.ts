import iconv from 'iconv-lite'

/** Two bytes of a shifted set are the same two of its EUC with the high bit set. */
const unshift = (inside: string, charset: string): string =>
  iconv.decode(
    Buffer.from(inside, 'latin1').map(byte => byte | 0x80),
    charset
  )

/** RFC 1843: Chinese between "~{" and "~}", at most to the end of its line. */
const decodeHz = (ascii: string): string =>
  ascii.replace(/~~|~\n|~\{([^\n]*?)(?:~\}|(?=\n)|$)/g, (mark, inside?: string) => {
    if (inside !== undefined) return unshift(inside, 'gb18030')
    return mark === '~~' ? '~' : ''
  })

/** RFC 1557: Korean between the bytes "shift out" and "shift in". */
const decodeIso2022Kr = (ascii: string): string =>
  ascii
    .replace('\u001b$)C', '')
    .replace(/\u000e([^\u000f\n]*)\u000f?/g, (_, inside: string) => unshift(inside, 'cp949'))

const decodeIso2022Jp = (ascii: string): string =>
  new TextDecoder('iso-2022-jp').decode(Buffer.from(ascii, 'latin1'))

const HZ = /^hz(?:[-_]?gb(?:[-_]?2312)?)?$/i
const UTF7 = /^(?:unicode[-_]1[-_]1[-_])?u(?:tf)?[-_]?7$/i

/**
 * Charsets that pass for ASCII, and so for UTF-8: UTF-7 and HZ where they are named, ISO-2022 by its escapes, which
 * nothing else has. Null for all others.
 */
export function decodeSevenBit(bytes: Uint8Array, charset: string | null): string | null {
  if (bytes.some(byte => byte >= 0x80)) return null
  const ascii = Buffer.from(bytes).toString('latin1')
  if (ascii.includes('\u001b$)C')) return decodeIso2022Kr(ascii)
  if (/\u001b[$(]/.test(ascii)) return decodeIso2022Jp(ascii)
  if (HZ.test(charset ?? '')) return decodeHz(ascii)
  return UTF7.test(charset ?? '') ? iconv.decode(Buffer.from(bytes), 'utf-7') : null
}
