import { canParseUrl } from '../../domain/can-parse-url.ts'

const NOWHERE = 'http://nowhere.invalid/'

/** An address by its base, which may be relative itself: whoever knows where the feed came from resolves the rest. */
export function joinAddress(base: string | undefined, address: string): string {
  if (base === undefined || base === '' || canParseUrl(address)) return address
  if (canParseUrl(address, base)) return new URL(address, base).href
  const from = canParseUrl(base, NOWHERE) ? new URL(base, NOWHERE).href : NOWHERE
  if (!canParseUrl(address, from)) return address
  const joined = new URL(address, from).href
  return joined.startsWith(NOWHERE) ? joined.slice(NOWHERE.length - 1) : joined
}
