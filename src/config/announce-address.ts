import { canParseUrl } from '../domain/can-parse-url.ts'
import { namesThisMachine } from '../domain/names-this-machine.ts'
import { namesPrivateHost } from '../domain/private-host.ts'

const HELP =
  'set server.public_url (or DUOLOGUE_PUBLIC_URL) to the address that listeners reach, for example https://podcasts.example.org'

/** Why a hub could not read a feed below that address; null where it can. */
export function faultForHubs(publicUrl: string | undefined): string | null {
  if (publicUrl === undefined) return `nobody is told where the feed is: ${HELP}`
  if (!canParseUrl(publicUrl)) return `"${publicUrl}" is not an address: ${HELP}`
  return namesThisMachine(publicUrl) ? `${publicUrl} is reached from this machine alone: ${HELP}` : null
}

/** Why a feed below that address is nothing for Podping; null where it is. A hub may stand in a home network, Podping does not. */
export function faultForPodping(publicUrl: string | undefined): string | null {
  const wrong = faultForHubs(publicUrl)
  if (wrong !== null || publicUrl === undefined || !namesPrivateHost(publicUrl)) return wrong
  return `${publicUrl} is an address of a home network, and Podping tells the world: ${HELP}`
}
