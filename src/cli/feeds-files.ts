import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Ports } from '../compose.ts'

export type Bytes = Awaited<ReturnType<Parameters<Ports['checkFeed']>[1]>>

/** Something that may be a feed, or a list of them. */
export interface Source {
  /** As a person named it, or its path below the folder that was named. */
  name: string
  isWeb: boolean
  bring(): Promise<Bytes>
}

/** As much as the fetcher brings. */
const MOST_BYTES = 15 * 1024 * 1024

/** A file: address is as good as a path. */
export const pathOf = (name: string): string => (/^file:/i.test(name) ? fileURLToPath(name) : name)

/** A file of this machine: whoever named it may read it. */
export const fileSource = (name: string): Source => ({
  name,
  isWeb: false,
  bring: () => readWithin(pathOf(name))
})

async function readWithin(path: string): Promise<Bytes> {
  try {
    const { size, isFile } = await statOf(path)
    if (!isFile) throw new Error('this is not an ordinary file')
    if (size > MOST_BYTES)
      throw new Error(`the file is larger than the ${MOST_BYTES / 1024 / 1024} MiB that a feed may have`)
    return { bytes: await readFile(path), contentType: null, finalUrl: pathToFileURL(path).href }
  } catch (error) {
    throw new Error(explain(error), { cause: error })
  }
}

async function statOf(path: string): Promise<{ size: number; isFile: boolean; isFolder: boolean }> {
  const found = await stat(path)
  return { size: found.size, isFile: found.isFile(), isFolder: found.isDirectory() }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read: permission is denied',
  ELOOP: 'it is a link that leads to itself'
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return ('code' in error ? REASONS[String(error.code)] : undefined) ?? error.message
}

export async function isFolder(name: string): Promise<boolean> {
  try {
    return (await statOf(pathOf(name))).isFolder
  } catch {
    return false
  }
}

/** Every file below a folder, but those whose name begins with a dot. Links to folders are not followed: they may lead in a circle. */
export async function* filesBelow(folder: string): AsyncGenerator<Source, void> {
  try {
    const entries = (await readdir(folder, { withFileTypes: true })).filter(
      ({ name }) => !name.startsWith('.')
    )
    entries.sort((one, other) => (one.name < other.name ? -1 : 1))
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) yield* filesBelow(path)
      else if (!entry.isSymbolicLink() || !(await isFolder(path))) yield fileSource(path)
    }
  } catch (error) {
    yield { name: folder, isWeb: false, bring: () => Promise.reject(new Error(explain(error))) }
  }
}
