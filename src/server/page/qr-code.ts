import { encodeQR } from 'qr'

export interface QrCode {
  /** Modules along a side, the quiet zone included. */
  size: number
  /** An SVG path of one unit per module. */
  path: string
}

/** Each run of dark modules as one rectangle. */
const rowPath = (row: boolean[], y: number): string =>
  [
    ...row
      .map(dark => (dark ? '1' : '0'))
      .join('')
      .matchAll(/1+/g)
  ]
    .map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`)
    .join('')

/** Null where the text is longer than a code can hold. */
export function qrCode(text: string): QrCode | null {
  let rows: boolean[][]
  try {
    rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  } catch {
    return null
  }
  return { size: rows.length, path: rows.map(rowPath).join('') }
}
