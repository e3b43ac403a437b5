import { randomUUID } from 'node:crypto'
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { EpisodeRef } from '../../domain/episode.ts'
import { episodeIdSchema } from '../../domain/episode.ts'
import type { Library } from '../../domain/library.ts'
import { slugSchema } from '../../domain/show.ts'
import { writing } from './library-error.ts'
import { isMissing, readJson } from './read-json.ts'
import { listFiles, listFolders } from './list-names.ts'
import { safeJoin } from './safe-join.ts'
import { createTakeShelf } from './create-take-shelf.ts'
import { asJson, writeWhole } from './write-whole.ts'

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false
  )

const writtenAt = (path: string) =>
  stat(path).then(
    ({ mtime }) => mtime,
    (error: unknown) => {
      if (isMissing(error)) return null
      throw error
    }
  )

const TEMPORARY = /^\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-(.+)$/

/** The library as files under `home`, laid out as CONTRIBUTING.md draws it. */
export function createFileLibrary(home: string): Library {
  const root = resolve(home)
  const showDir = (show: string) => safeJoin(root, 'shows', show)
  const episodeDir = (ref: EpisodeRef) => safeJoin(root, 'shows', ref.show, 'episodes', ref.episode)
  const fileOf = (ref: EpisodeRef, name: string) => safeJoin(episodeDir(ref), name)
  const save = (path: string, data: string | Uint8Array) => writing(path, () => writeWhole(path, data))

  return {
    readJson: (ref, name, schema) => readJson(fileOf(ref, name), schema),
    writeJson: (ref, name, value) => save(fileOf(ref, name), asJson(value)),
    writeFile: (ref, name, data) => save(fileOf(ref, name), data),
    fill: (ref, name, fill) => fillWhole(fileOf(ref, name), fill),
    has: (ref, name) => exists(fileOf(ref, name)),
    writtenAt: (ref, name) => writtenAt(fileOf(ref, name)),
    remove: (ref, name) => rm(fileOf(ref, name), { force: true }),
    episodeDir,
    episodes: async show =>
      (await listFolders(join(showDir(show), 'episodes')))
        .filter(id => episodeIdSchema.safeParse(id).success)
        .sort(),
    shows: async () =>
      (await listFolders(join(root, 'shows'))).filter(id => slugSchema.safeParse(id).success).sort(),

    showDir,
    writeShowFile: (show, name, data) => save(safeJoin(showDir(show), name), data),
    readShowFile: (show, name) =>
      readFile(safeJoin(showDir(show), name)).catch((error: unknown) => {
        if (isMissing(error)) return null
        throw error
      }),
    showFiles: show => listFiles(showDir(show)),
    removeShowFile: (show, name) => rm(safeJoin(showDir(show), name), { force: true }),

    ...createTakeShelf(root)
  }
}

/** The temporary name keeps the ending, because encoders choose their format by it. */
async function fillWhole<T>(path: string, fill: (temporaryPath: string) => Promise<T>): Promise<T> {
  const temporary = join(dirname(path), `.${randomUUID()}-${basename(path)}`)
  try {
    await writing(path, () => mkdir(dirname(path), { recursive: true }))
    await sweep(path)
    const result = await writing(path, () => fill(temporary))
    await writing(path, async () => {
      await syncToDisk(temporary)
      await rename(temporary, path)
    })
    return result
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Removes what a killed process left of the same file, and what its tools wrote beside it. */
async function sweep(path: string): Promise<void> {
  const stale = (await readdir(dirname(path))).filter(name =>
    TEMPORARY.exec(name)?.[1]?.startsWith(basename(path))
  )
  await Promise.all(stale.map(name => rm(join(dirname(path), name), { force: true })))
}

async function syncToDisk(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
