import { open, realpath } from 'node:fs/promises'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StageError } from '../../domain/stage-error.ts'
import type { WebFetcher } from '../../stages/fetch/fetch-ports.ts'
import { fetchError } from './http-failure.ts'
import { DEFAULT_LIMITS } from './limits.ts'

const isInside = (path: string, root: string): boolean =>
  path.startsWith(root.endsWith(sep) ? root : root + sep)

/** The real path behind a file: address, links followed, when it lies under one of the roots. */
async function allowedPath(url: string, rootDirs: readonly string[]): Promise<string> {
  const path = await realpath(fileURLToPath(url))
  const roots = await Promise.all(rootDirs.map(root => realpath(root).catch(() => null)))
  if (roots.some(root => root !== null && isInside(path, root))) return path
  throw fetchError(
    url,
    `files are read only from ${rootDirs.join(', ') || 'nowhere: no folder is allowed'}`,
    false
  )
}

async function readWithin(path: string, url: string, maxBytes: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const stat = await file.stat()
    if (!stat.isFile()) throw fetchError(url, 'this is not a file', false)
    if (stat.size > maxBytes)
      throw fetchError(url, `the file is larger than ${Math.round(maxBytes / 1024 / 1024)} MiB`, false)
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** One for file: addresses under `rootDirs` (samples, saved feeds); everything else on disk is refused. */
export function createFileFetcher(
  rootDirs: readonly string[],
  maxBytes = DEFAULT_LIMITS.maxBytes
): WebFetcher {
  return {
    async fetchBytes(url, { signal }) {
      signal?.throwIfAborted()
      try {
        const bytes = await readWithin(await allowedPath(url, rootDirs), url, maxBytes)
        return { bytes, contentType: null, finalUrl: url, status: 'fresh', reason: null }
      } catch (error) {
        if (error instanceof StageError) throw error
        const why =
          error instanceof Error && 'code' in error && error.code === 'ENOENT'
            ? 'there is no such file'
            : String(error)
        throw fetchError(url, why, false, error)
      }
    }
  }
}
