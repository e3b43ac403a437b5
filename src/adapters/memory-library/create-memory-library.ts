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
    writeJson: async (ref, name, value) =>
      void files.set(fileOf(ref, name), bytesOf(JSON.stringify(value, null, 2))),
    writeFile: async (ref, name, data) => void files.set(fileOf(ref, name), bytesOf(data)),
    fill: async (ref, name, fill) => {
      const dir = await mkdtemp(join(tmpdir(), 'duologue-'))
      try {
        const result = await fill(join(dir, name))
        files.set(fileOf(ref, name), await readFile(join(dir, name)))
        return result
      } finally {
        await rm(dir, { recursive: true, force: true })
      }
    },
    has: async (ref, name) => files.has(fileOf(ref, name)),
    episodeDir,
    episodes: async show => partsAfter(`${showDir(show)}/episodes/`),
    shows: async () => partsAfter('memory:/shows/'),
    showDir,
    writeShowFile: async (show, name, data) => void files.set(`${showDir(show)}/${name}`, bytesOf(data)),
    readShowFile: async (show, name) => files.get(`${showDir(show)}/${name}`) ?? null,
    findTake: async sha256 => infos.get(sha256) ?? null,
    saveTake: async (sha256, wav, info) => {
      files.set(takePath(sha256), wav)
      infos.set(sha256, info)
    },
    takePath
  }
}
