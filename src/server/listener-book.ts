import { randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileWhole } from '../config/write-file-whole.ts'
import { z } from 'zod'
import { sha256 } from '../domain/hash.ts'
import { slugSchema } from '../domain/show.ts'

/** Name to token: 32 random bytes in base64url. */
const listenersSchema = z.record(slugSchema, z.string().regex(/^[\w-]{32,128}$/))

/** Who may listen: <home>/run/listeners.json, readable by its owner only. */
export type Listeners = z.infer<typeof listenersSchema>

export interface ListenerBook {
  /** Whose token this is; null for nobody's. A line taken out of the file counts from the next request on. */
  find(token: string): Promise<string | null>
}

export const listenersPath = (home: string): string => join(home, 'run', 'listeners.json')

/** Throws where the file cannot be read as one; an empty list where there is none. */
export async function readListeners(home: string): Promise<Listeners> {
  const path = listenersPath(home)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  try {
    return listenersSchema.parse(JSON.parse(text))
  } catch (cause) {
    // The cause may quote a token, so that it is kept out of the message.
    throw new Error(`${path} is not a list of {"name": "token"}; mend it, or delete it for new tokens`, {
      cause: cause instanceof z.ZodError ? cause : undefined
    })
  }
}

/** Gives each name a token where it has none, or where it is to have a new one, and takes away those of all others. */
export async function keepListeners(
  home: string,
  names: readonly string[],
  { renew = [] }: { renew?: readonly string[] } = {}
): Promise<Listeners> {
  const known = await readListeners(home)
  const tokenOf = (name: string) => (renew.includes(name) ? undefined : known[name])
  const listeners = Object.fromEntries(
    names.map(name => [name, tokenOf(name) ?? randomBytes(32).toString('base64url')])
  )
  await mkdir(join(home, 'run'), { recursive: true, mode: 0o700 })
  await writeFileWhole(listenersPath(home), `${JSON.stringify(listeners, null, 2)}\n`, { mode: 0o600 })
  return listeners
}

/** Reads the file again whenever it has changed; a file that cannot be read lets nobody in. */
export function createListenerBook(home: string): ListenerBook {
  let seen = ''
  let digests: { name: string; digest: Buffer }[] = []
  const refresh = async (): Promise<void> => {
    const state = await stat(listenersPath(home), { bigint: true }).then(
      ({ ino, size, mtimeNs }) => `${ino}-${size}-${mtimeNs}`,
      () => ''
    )
    if (state === seen) return
    const listeners = state === '' ? {} : await readListeners(home).catch((): Listeners => ({}))
    digests = Object.entries(listeners).map(([name, token]) => ({ name, digest: digestOf(token) }))
    seen = state
  }
  return {
    async find(token) {
      await refresh()
      const asked = digestOf(token)
      // All are compared, so that the time tells nothing of where a token stands or how much of it is right.
      return digests.filter(({ digest }) => timingSafeEqual(digest, asked))[0]?.name ?? null
    }
  }
}

const digestOf = (token: string) => Buffer.from(sha256(token), 'hex')
