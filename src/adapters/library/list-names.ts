import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { isMissing } from './read-json.ts'

/** Names in a folder of which `wanted` says yes, in order; none where there is no such folder. */
async function listNames(path: string, wanted: (entry: Dirent) => boolean): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  return entries
    .filter(wanted)
    .map(({ name }) => name)
    .sort()
}

export const listFolders = (path: string) => listNames(path, entry => entry.isDirectory())

export const listFiles = (path: string) => listNames(path, entry => entry.isFile())
