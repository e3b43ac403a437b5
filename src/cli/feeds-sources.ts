import type { Ports } from '../compose.ts'
import { parseFeedAddress } from '../config/feed-address.ts'
import { namesPrivateHost } from '../domain/private-host.ts'
import { shownUrl } from '../domain/shown-url.ts'
import { fileSource, filesBelow, isFolder, pathOf, type Bytes, type Source } from './feeds-files.ts'

export interface SourceAccess {
  fetcher: Ports['fetcher']
  allowPrivateAddresses: boolean
}

export const isWebAddress = (name: string): boolean => /^(?:https?|feed|itpc|pcast):/i.test(name)

/** A source on the web; a private address that a person wrote is meant. */
export function webSource(name: string, { fetcher, allowPrivateAddresses }: SourceAccess): Source {
  const bring = async (): Promise<Bytes> => {
    const address = parseFeedAddress(name)
    if ('wrong' in address) throw new Error(`${shownUrl(name)}: ${address.wrong}`)
    const { url } = address
    return fetcher.fetchBytes(url, {
      allowPrivateAddresses,
      isOwnHost: namesPrivateHost(url),
      isByHand: true
    })
  }
  return { name: shownUrl(name), isWeb: true, bring }
}

/** A feed of the configuration, which may be a file beside it. */
export const configuredSource = (url: string, access: SourceAccess): Source =>
  isWebAddress(url)
    ? webSource(url, access)
    : { name: url, isWeb: false, bring: () => access.fetcher.fetchBytes(url, access) }

/** What was named, in order: addresses, files, and every file below a folder. */
export async function* listSources(
  names: Iterable<string>,
  access: SourceAccess
): AsyncGenerator<Source, void> {
  for (const name of names) {
    if (isWebAddress(name)) yield webSource(name, access)
    else if (await isFolder(name)) yield* filesBelow(pathOf(name))
    else yield fileSource(name)
  }
}
