import { encodeQR } from 'qr'

/** A text as a QR code of block characters, for a terminal; null where it is longer than a code can hold. */
export function terminalQrCode(text: string): string | null {
  try {
    return encodeQR(text, 'ascii', { ecc: 'low', border: 2 })
  } catch {
    return null
  }
}
