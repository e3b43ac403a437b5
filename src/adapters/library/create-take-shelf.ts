import { rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from '../../domain/library.ts'
import { takeInfoSchema, type TakeInfo } from '../../domain/take.ts'
import { writing } from './library-error.ts'
import { listFiles } from './list-names.ts'
import { readJson } from './read-json.ts'
import { safeJoin } from './safe-join.ts'
import { asJson, writeWhole } from './write-whole.ts'

type TakeShelf = Pick<Library, 'findTake' | 'saveTake' | 'takePath' | 'takes' | 'removeTake'>

const WAV = /^([0-9a-f]{64})\.wav$/
const DAY_MS = 24 * 60 * 60 * 1000

/** Of a WAV with 16-bit mono samples: a shorter file is a broken one, and as good as none. */
const leastBytes = ({ durationMs, sampleRateHz }: TakeInfo) =>
  Math.floor((durationMs * sampleRateHz) / 1000) * 2

const NONE = { size: 0, mtimeMs: Infinity }
const statOf = (path: string) => stat(path).catch(() => NONE)

/** The takes of a library, a WAV each with what is known of it beside it. The time of the WAV says when it was last asked for, to a day. */
export function createTakeShelf(root: string): TakeShelf {
  const takePath = (sha256: string) => safeJoin(root, 'takes', `${sha256}.wav`)
  const infoPath = (sha256: string) => safeJoin(root, 'takes', `${sha256}.json`)
  const save = (path: string, data: string | Uint8Array) => writing(path, () => writeWhole(path, data))

  return {
    takePath,
    findTake: async sha256 => {
      const info = await readJson(infoPath(sha256), takeInfoSchema).catch(() => null)
      const { size, mtimeMs } = await statOf(takePath(sha256))
      if (info === null || size < leastBytes(info)) return null
      const now = new Date()
      // A library that may only be read has nothing removed from it either.
      if (mtimeMs < now.getTime() - DAY_MS) await utimes(takePath(sha256), now, now).catch(() => undefined)
      return info
    },
    saveTake: async (sha256, wav, info) => {
      await save(infoPath(sha256), asJson(info))
      await save(takePath(sha256), wav)
    },
    takes: async () => (await listFiles(join(root, 'takes'))).flatMap(name => WAV.exec(name)?.[1] ?? []),
    removeTake: async (sha256, unusedSince) => {
      if ((await statOf(takePath(sha256))).mtimeMs >= unusedSince.getTime()) return false
      await rm(infoPath(sha256), { force: true })
      await rm(takePath(sha256), { force: true })
      return true
    }
  }
}
