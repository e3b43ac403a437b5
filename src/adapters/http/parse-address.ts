import { canParseUrl } from '../../domain/can-parse-url.ts'
import { fetchError } from './http-failure.ts'

/** The address, or a StageError that says that it is none. */
export function parseAddress(address: string): URL {
  if (canParseUrl(address)) return new URL(address)
  throw fetchError(address, 'this is not an address; an example: https://example.org/feed.xml', false)
}
