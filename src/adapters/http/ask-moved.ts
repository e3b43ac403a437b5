import type { HttpEntry } from '../../domain/http-entry.ts'
import { StageError } from '../../domain/stage-error.ts'
import type { FetchOptions } from '../../stages/fetch/fetch-ports.ts'
import type { HttpClient, WebAnswer } from './create-http-client.ts'
import { parseAddress } from './parse-address.ts'

/** The remembered address, with the name and password of the configured one where it is on the same server. */
function movedUrl(movedTo: string, start: URL): URL {
  const url = new URL(movedTo)
  if (url.origin !== start.origin) return url
  url.username = start.username
  url.password = start.password
  return url
}

/** Asks where the address moved to, and where it was before if that fails. `movedTo`: what answered; null for the old address. */
export async function askMoved(
  client: HttpClient,
  address: string,
  options: FetchOptions,
  entry: HttpEntry | null,
  body: Uint8Array | null
): Promise<{ answer: WebAnswer; movedTo: string | null }> {
  const start = parseAddress(address)
  const validators = entry === null || body === null ? undefined : entry
  if (entry?.movedTo != null) {
    try {
      const moved = movedUrl(entry.movedTo, start)
      // The host that the person meant is the old one's.
      const elsewhere = { ...options, isOwnHost: options.isOwnHost === true && moved.host === start.host }
      return { answer: await client.ask(moved, elsewhere, validators), movedTo: entry.movedTo }
    } catch (error) {
      if (!(error instanceof StageError)) throw error
    }
  }
  return { answer: await client.ask(start, options, validators), movedTo: null }
}
