import { randomUUID } from 'node:crypto'
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { EpisodeRef } from '../../domain/episode.ts'
import { episodeIdSchema } from '../../domain/episode.ts'
import type { Library } from '../../domain/library.ts'
import { slugSchema } from '../../domain/show.ts'
import { takeInfoSchema, type TakeInfo } from '../../domain/take.ts'
import { writing } from './library-error.ts'
import { isMissing, readJson } from './read-json.ts'
import { safeJoin } from './safe-join.ts'
import { writeWhole } from './write-whole.ts'

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false
  )

const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => 0
  )

/** Of a WAV with 16-bit mono samples: a shorter file is a broken one, and as good as none. */
const leastBytes = ({ durationMs, sampleRateHz }: TakeInfo) =>
  Math.floor((durationMs * sampleRateHz) / 1000) * 2

const listFolders = async (path: string): Promise<string[]> => {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  return entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
}

const TEMPORARY = /^\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-(.+)$/

/** The library as files under `home`, laid out as CONTRIBUTING.md draws it. */
export function createFileLibrary(home: string): Library {
  const root = resolve(home)
  const showDir = (show: string) => safeJoin(root, 'shows', show)
  const episodeDir = (ref: EpisodeRef) => safeJoin(root, 'shows', ref.show, 'episodes', ref.episode)
  const fileOf = (ref: EpisodeRef, name: string) => safeJoin(episodeDir(ref), name)
  const takePath = (sha256: string) => safeJoin(root, 'takes', `${sha256}.wav`)
  const takeInfoPath = (sha256: string) => safeJoin(root, 'takes', `${sha256}.json`)
  const save = (path: string, data: string | Uint8Array) => writing(path, () => writeWhole(path, data))
  const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

  return {
    readJson: (ref, name, schema) => readJson(fileOf(ref, name), schema),
    writeJson: (ref, name, value) => save(fileOf(ref, name), asJson(value)),
    writeFile: (ref, name, data) => save(fileOf(ref, name), data),
    fill: (ref, name, fill) => fillWhole(fileOf(ref, name), fill),
    has: (ref, name) => exists(fileOf(ref, name)),
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

    findTake: async sha256 => {
      const info = await readJson(takeInfoPath(sha256), takeInfoSchema).catch(() => null)
      return info !== null && (await sizeOf(takePath(sha256))) >= leastBytes(info) ? info : null
    },
    saveTake: async (sha256, wav, info) => {
      await save(takeInfoPath(sha256), asJson(info))
      await save(takePath(sha256), wav)
    },
    takePath
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
