import { canParseUrl } from '../../domain/can-parse-url.ts'

const MAX_CHARACTERS = 2000

/** The address in ASCII if a listener may be sent there: http or https, no name or password in it; else null. */
export function webUrl(address: string | null): string | null {
  if (address === null || !canParseUrl(address)) return null
  const url = new URL(address)
  const mayBeLinked = ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === ''
  return mayBeLinked && url.href.length <= MAX_CHARACTERS ? url.href : null
}
