import { join } from 'node:path'
import { episodeSchema, type EpisodeRef } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import { reportSchema } from '../domain/report.ts'

/** What a command that makes an episode prints with --json. */
export interface EpisodeSummary {
  show: string
  episode: string
  /** False where it was there already. */
  made: boolean
  title: string
  dir: string
  audio: string
  feed: string
  durationSeconds: number
  loudnessLufs: number
  truePeakDbtp: number
  stories: number
  turns: number
  writer: string
  speech: string
  /** Seconds per stage. */
  timings: Record<string, number>
}

/** Reads a finished episode; throws where it is not whole, so that nothing empty passes as a success. */
export async function readSummary(library: Library, ref: EpisodeRef, made: boolean): Promise<EpisodeSummary> {
  const episode = await library.readJson(ref, 'episode.json', episodeSchema)
  const report = await library.readJson(ref, 'report.json', reportSchema)
  const dir = library.episodeDir(ref)
  if (episode === null || !(await library.has(ref, episode.files.audio)))
    throw new Error(`${dir} holds no finished episode`)
  return {
    ...ref,
    made,
    title: episode.title,
    dir,
    audio: join(dir, episode.files.audio),
    feed: join(library.showDir(ref.show), 'feed.xml'),
    durationSeconds: episode.durationSeconds,
    loudnessLufs: episode.loudnessLufs,
    truePeakDbtp: episode.truePeakDbtp,
    stories: episode.stories.length,
    turns: episode.turns,
    writer: episode.writer,
    speech: episode.speech,
    timings: Object.fromEntries(
      Object.entries(report?.stages ?? {}).map(([stage, entry]) => [stage, entry?.seconds ?? 0])
    )
  }
}
