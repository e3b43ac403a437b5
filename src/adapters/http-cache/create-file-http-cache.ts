import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileWhole } from '../../config/write-file-whole.ts'
import { sha256 } from '../../domain/hash.ts'
import { httpEntrySchema } from '../../domain/http-entry.ts'
import type { HttpEntry } from '../../domain/http-entry.ts'
import type { HttpCache } from '../../stages/fetch/fetch-ports.ts'

async function readEntry(path: string): Promise<HttpEntry | null> {
  try {
    return httpEntrySchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null
  }
}

/** Null where it is not the one that the entry tells of. */
async function readBody(path: string, hash: string): Promise<Uint8Array | null> {
  const bytes = await readFile(path).catch(() => null)
  return bytes !== null && sha256(bytes) === hash ? bytes : null
}

/** Without fsync: what a crash damages is noticed by its hash, and fetched again. */
const write = (path: string, data: string | Buffer): Promise<void> =>
  writeFileWhole(path, data, { fsync: false })

/**
 * Remembers in a folder that may be removed whole at any time: two files per address, named by its SHA-256, for what is
 * known and for the last good body. What is damaged counts as none.
 */
export function createFileHttpCache(dir: string): HttpCache {
  const pathOf = (url: string, ending: 'json' | 'body'): string => join(dir, `${sha256(url)}.${ending}`)

  async function listEntries(): Promise<{ name: string; entry: HttpEntry | null }[]> {
    const files = await readdir(dir).catch(() => [])
    const names = new Set(files.flatMap(file => /^([0-9a-f]{64})\.(?:json|body)$/.exec(file)?.[1] ?? []))
    const found: { name: string; entry: HttpEntry | null }[] = []
    for (const name of names) found.push({ name, entry: await readEntry(join(dir, `${name}.json`)) })
    return found
  }

  return {
    async find(url) {
      const entry = await readEntry(pathOf(url, 'json'))
      if (entry === null || entry.body === null) return entry && { entry, body: null }
      const body = await readBody(pathOf(url, 'body'), entry.body)
      return body && { entry, body }
    },
    async save(url, entry, body) {
      await mkdir(dir, { recursive: true })
      if (body !== undefined)
        await write(pathOf(url, 'body'), Buffer.from(body.buffer, body.byteOffset, body.byteLength))
      await write(pathOf(url, 'json'), `${JSON.stringify(entry, null, 2)}\n`)
    },
    async entries() {
      return (await listEntries()).flatMap(({ entry }) => entry ?? [])
    },
    async prune(unusedSince) {
      const old = (await listEntries()).filter(
        ({ entry }) => entry === null || Date.parse(entry.askedAt) < unusedSince.getTime()
      )
      for (const { name } of old)
        await Promise.all(['json', 'body'].map(ending => rm(join(dir, `${name}.${ending}`), { force: true })))
      return old.length
    }
  }
}
