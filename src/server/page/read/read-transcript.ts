import { join } from 'node:path'
import type { EpisodeRef } from '../../../domain/episode.ts'
import { rundownSchema } from '../../../domain/rundown.ts'
import { scriptSchema } from '../../../domain/script.ts'
import { chaptersSchema, transcriptSchema, type ChapterOnPage } from './episode-files.ts'
import { episodeDir } from './read-episode.ts'
import { readJson } from './read-json.ts'
import { turnsSaid, type SaidTurn } from './turns-said.ts'

export interface EpisodeText {
  chapters: ChapterOnPage[]
  turns: SaidTurn[]
}

/** What is said in an episode and when; empty where it has no transcript or chapters. */
export async function readTranscript(home: string, ref: EpisodeRef): Promise<EpisodeText> {
  const dir = episodeDir(home, ref)
  const [chapters, transcript, script, rundown] = await Promise.all([
    readJson(join(dir, 'chapters.json'), chaptersSchema),
    readJson(join(dir, 'transcript.json'), transcriptSchema),
    readJson(join(dir, 'script.json'), scriptSchema),
    readJson(join(dir, 'rundown.json'), rundownSchema)
  ])
  return {
    chapters: (chapters?.chapters ?? []).toSorted((a, b) => a.startTime - b.startTime),
    turns: turnsSaid(transcript?.segments ?? [], script, rundown)
  }
}
