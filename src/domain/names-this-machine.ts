import { canParseUrl } from './can-parse-url.ts'

const THIS_MACHINE =
  /^(?:(?:.+\.)?localhost\.?|0\.0\.0\.0|127(?:\.\d+){3}|\[::1?\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\])$/

/** Does an address mean another machine to everybody who reads it? */
export const namesThisMachine = (address: string): boolean =>
  canParseUrl(address) && THIS_MACHINE.test(new URL(address).hostname)
