import { join } from 'node:path'
import { z } from 'zod'
import type { Library } from '../domain/library.ts'
import { showIdentitySchema, type ShowIdentity } from '../domain/show-identity.ts'
import { StageError } from '../domain/stage-error.ts'
import { showUrl } from '../stages/publish/library-url.ts'
import { namesThisMachine } from '../domain/names-this-machine.ts'
import { podcastGuid } from '../stages/publish/podcast-guid.ts'

const FILE = 'identity.json'

/**
 * podcast:guid of a show: given when its feed first has an address that others can use, and kept from then on. Null
 * before that, since the guid of localhost would be everybody's. Throws a StageError where identity.json is broken.
 */
export async function podcastGuidOf(
  library: Library,
  show: string,
  publicUrl: string
): Promise<string | null> {
  const known = await readIdentity(library, show)
  if (known !== null) return known.podcastGuid
  if (namesThisMachine(publicUrl)) return null
  const feedUrl = showUrl(publicUrl, show, 'feed.xml')
  const identity: ShowIdentity = { podcastGuid: podcastGuid(feedUrl), feedUrl }
  await library.writeShowFile(show, FILE, `${JSON.stringify(identity, null, 2)}\n`)
  return identity.podcastGuid
}

async function readIdentity(library: Library, show: string): Promise<ShowIdentity | null> {
  const bytes = await library.readShowFile(show, FILE)
  if (bytes === null) return null
  const parsed = showIdentitySchema.safeParse(parseJson(new TextDecoder().decode(bytes)))
  if (parsed.success) return parsed.data
  throw new StageError(
    'publish',
    `${join(library.showDir(show), FILE)} holds the guid that podcast apps know the show by, and cannot be read: ${z.prettifyError(parsed.error)}\nPut back what it held: {"podcastGuid": "the podcast:guid in feed.xml", "feedUrl": "the first address of the feed"}. A new guid would be a new podcast to them.`,
    { retryable: false }
  )
}

/** Undefined where it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
