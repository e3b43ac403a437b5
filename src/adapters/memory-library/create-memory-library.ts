import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EpisodeRef } from '../../domain/episode.ts'
import type { Library } from '../../domain/library.ts'
import type { TakeInfo } from '../../domain/take.ts'
import { parseJson } from '../library/read-json.ts'

const bytesOf = (data: string | Uint8Array) =>
  typeof data === 'string' ? new TextEncoder().encode(data) : data

/** A library that forgets everything with the process. `fill` lends a real temporary file, since encoders need one. */
export function createMemoryLibrary(): Library {
  const files = new Map<string, Uint8Array>()
  const times = new Map<string, Date>()
  const put = (path: string, bytes: Uint8Array) => {
    files.set(path, bytes)
    times.set(path, new Date())
  }
  const drop = (path: string) => {
    files.delete(path)
    times.delete(path)
  }
  const infos = new Map<string, TakeInfo>()
  const episodeDir = (ref: EpisodeRef) => `memory:/shows/${ref.show}/episodes/${ref.episode}`
  const showDir = (show: string) => `memory:/shows/${show}`
  const fileOf = (ref: EpisodeRef, name: string) => `${episodeDir(ref)}/${name}`
  const takePath = (sha256: string) => `memory:/takes/${sha256}.wav`
  const partsAfter = (prefix: string) =>
    [
      ...new Set(
        [...files.keys()]
          .filter(key => key.startsWith(prefix))
          .map(key => key.slice(prefix.length).split('/')[0] ?? '')
      )
    ].sort()

  return {
    readJson: async (ref, name, schema) => {
      const bytes = files.get(fileOf(ref, name))
      return bytes === undefined
        ? null
        : parseJson(fileOf(ref, name), new TextDecoder().decode(bytes), schema)
    },
    writeJson: async (ref, name, value) => put(fileOf(ref, name), bytesOf(JSON.stringify(value, null, 2))),
    writeFile: async (ref, name, data) => put(fileOf(ref, name), bytesOf(data)),
    fill: async (ref, name, fill) => {
      const dir = await mkdtemp(join(tmpdir(), 'duologue-'))
      try {
        const result = await fill(join(dir, name))
        put(fileOf(ref, name), await readFile(join(dir, name)))
        return result
      } finally {
        await rm(dir, { recursive: true, force: true })
      }
    },
    has: async (ref, name) => files.has(fileOf(ref, name)),
    writtenAt: async (ref, name) => times.get(fileOf(ref, name)) ?? null,
    remove: async (ref, name) => drop(fileOf(ref, name)),
    episodeDir,
    episodes: async show => partsAfter(`${showDir(show)}/episodes/`),
    shows: async () => partsAfter('memory:/shows/'),
    showDir,
    writeShowFile: async (show, name, data) => put(`${showDir(show)}/${name}`, bytesOf(data)),
    readShowFile: async (show, name) => files.get(`${showDir(show)}/${name}`) ?? null,
    showFiles: async show => {
      const own = (key: string) => key.startsWith(`${showDir(show)}/`) && !key.includes('/episodes/')
      return [...files.keys()]
        .filter(own)
        .map(key => key.slice(showDir(show).length + 1))
        .sort()
    },
    removeShowFile: async (show, name) => drop(`${showDir(show)}/${name}`),
    findTake: async sha256 => {
      if (infos.has(sha256)) times.set(takePath(sha256), new Date())
      return infos.get(sha256) ?? null
    },
    saveTake: async (sha256, wav, info) => {
      put(takePath(sha256), wav)
      infos.set(sha256, info)
    },
    takePath,
    takes: async () => [...infos.keys()],
    removeTake: async (sha256, unusedSince) => {
      const usedAt = times.get(takePath(sha256))
      if (usedAt === undefined || usedAt >= unusedSince) return false
      drop(takePath(sha256))
      return infos.delete(sha256)
    }
  }
}
