/**
 * Is it an address, alone or from that base? Not URL.canParse: once Node 20 has compiled a call of it, an address with
 * letters beyond ASCII (https://höhle.example) is none.
 */
export function canParseUrl(address: string, base?: string): boolean {
  try {
    return new URL(address, base) instanceof URL
  } catch {
    return false
  }
}
