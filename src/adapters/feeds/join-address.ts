const NOWHERE = 'http://nowhere.invalid/'

/** An address by its base, which may be relative itself: whoever knows where the feed came from resolves the rest. */
export function joinAddress(base: string | undefined, address: string): string {
  if (base === undefined || base === '' || URL.canParse(address)) return address
  if (URL.canParse(address, base)) return new URL(address, base).href
  const from = URL.canParse(base, NOWHERE) ? new URL(base, NOWHERE).href : NOWHERE
  if (!URL.canParse(address, from)) return address
  const joined = new URL(address, from).href
  return joined.startsWith(NOWHERE) ? joined.slice(NOWHERE.length - 1) : joined
}
