import { canParseUrl } from '../../domain/can-parse-url.ts'

const MAX_CHARACTERS = 2000

/** The address if a reader may be sent there: http or https, no name or password in it; else null. */
export function safeLink(address: string | null | undefined): string | null {
  if (!address || !canParseUrl(address)) return null
  const url = new URL(address)
  const mayBeLinked = ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === ''
  return mayBeLinked && url.href.length <= MAX_CHARACTERS ? url.href : null
}
