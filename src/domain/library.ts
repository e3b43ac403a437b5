import type { z } from 'zod'
import type { EpisodeRef } from './episode.ts'
import type { TakeInfo } from './take.ts'

/**
 * Where episodes and takes live. Every write is whole or not at all: a reader never sees half a file.
 * Names are ours, never a feed's.
 */
export interface Library {
  /** Reads and validates a JSON file of an episode; null where there is none; throws with its path and faults where it is invalid. */
  readJson<T>(ref: EpisodeRef, name: string, schema: z.ZodType<T>): Promise<T | null>
  writeJson(ref: EpisodeRef, name: string, value: unknown): Promise<void>
  writeFile(ref: EpisodeRef, name: string, data: string | Uint8Array): Promise<void>
  /** Lends a temporary path beside `name` and moves what `fill` wrote into place when it is done. */
  fill<T>(ref: EpisodeRef, name: string, fill: (temporaryPath: string) => Promise<T>): Promise<T>
  has(ref: EpisodeRef, name: string): Promise<boolean>
  /** When a file was last written; null where there is none. */
  writtenAt(ref: EpisodeRef, name: string): Promise<Date | null>
  /** Removes a file of an episode, if it is there. */
  remove(ref: EpisodeRef, name: string): Promise<void>
  /** Absolute path of the episode's folder, for messages and for tools that read files. */
  episodeDir(ref: EpisodeRef): string
  episodes(show: string): Promise<string[]>
  shows(): Promise<string[]>

  showDir(show: string): string
  writeShowFile(show: string, name: string, data: string | Uint8Array): Promise<void>
  readShowFile(show: string, name: string): Promise<Uint8Array | null>
  /** Names of the show's own files, in order. */
  showFiles(show: string): Promise<string[]>
  removeShowFile(show: string, name: string): Promise<void>

  /** What is known of a take, or null where it has not been rendered. Whoever finds one may use it for a while: it counts as new. */
  findTake(sha256: string): Promise<TakeInfo | null>
  saveTake(sha256: string, wav: Uint8Array, info: TakeInfo): Promise<void>
  takePath(sha256: string): string
  /** The content address of every take that there is. */
  takes(): Promise<string[]>
  /** Removes a take, unless it was saved or found since `unusedSince`; says whether it did. */
  removeTake(sha256: string, unusedSince: Date): Promise<boolean>
}
