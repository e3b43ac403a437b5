import { randomUUID } from 'node:crypto'
import { link, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { writeFileWhole } from '../../config/write-file-whole.ts'
import { z } from 'zod'
import { episodeIdSchema } from '../../domain/episode.ts'
import { sha256 } from '../../domain/hash.ts'
import { ApiFault } from './api-fault.ts'

/** Of the Idempotency-Key header: visible ASCII. */
export const idempotencyKeySchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, 'use 1 to 255 visible ASCII characters, for example a UUID')

const entrySchema = z.object({
  /** Of the body that came with the key. */
  fingerprint: z.string(),
  episode: episodeIdSchema,
  /** Has the queue been asked? Else whoever comes next with the key asks it. */
  isAsked: z.boolean()
})

export type KeyEntry = z.infer<typeof entrySchema>

export interface KeyBook {
  /** The first entry made for this key, by whichever process. */
  claim(key: string, entry: KeyEntry): Promise<{ entry: KeyEntry; isNew: boolean }>
  /** Notes that the queue has been asked. */
  settle(key: string, entry: KeyEntry): Promise<void>
}

const KEPT_MS = 48 * 60 * 60 * 1000

/** Keys in <home>/run/keys, for two days. */
export function createKeyBook(home: string): KeyBook {
  const dir = join(home, 'run', 'keys')
  const pathOf = (key: string) => join(dir, `${sha256(key)}.json`)
  return {
    async claim(key, entry) {
      await mkdir(dir, { recursive: true, mode: 0o700 })
      await forgetOld(dir)
      if (await createWhole(pathOf(key), JSON.stringify(entry))) return { entry, isNew: true }
      return { entry: parseEntry(pathOf(key), await readFile(pathOf(key), 'utf8')), isNew: false }
    },
    settle: (key, entry) => writeFileWhole(pathOf(key), JSON.stringify({ ...entry, isAsked: true }))
  }
}

/** A key whose entry is lost may have made an episode: it is refused, so that it does not make another. */
function parseEntry(path: string, text: string): KeyEntry {
  try {
    return entrySchema.parse(JSON.parse(text))
  } catch {
    throw new ApiFault(
      409,
      `What was noted of this Idempotency-Key cannot be read. Look at how the episode stands; to ask again, use a new key, or delete run/keys/${basename(path)} in the library.`
    )
  }
}

/** False where the file is there already; two that come at once see one whole file. */
async function createWhole(path: string, text: string): Promise<boolean> {
  const temporary = `${path}.${randomUUID()}`
  await writeFile(temporary, text, { mode: 0o600 })
  try {
    await link(temporary, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(temporary, { force: true })
  }
}

async function forgetOld(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    const path = join(dir, name)
    const made = await stat(path).catch(() => null)
    if (made !== null && Date.now() - made.mtimeMs > KEPT_MS) await rm(path, { force: true })
  }
}
