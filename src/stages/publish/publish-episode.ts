import { sourceOf } from '../../domain/format-needs.ts'
import type { Episode } from '../../domain/episode.ts'
import { buildChapters } from './build-chapters.ts'
import { buildNotes } from './build-notes.ts'
import { buildSrt } from './build-srt.ts'
import { buildTranscriptJson } from './build-transcript-json.ts'
import { buildVtt } from './build-vtt.ts'
import { describeEpisode, type PublishInput } from './describe-episode.ts'
import { planSentences } from './plan-sentences.ts'

export interface Publication {
  episode: Omit<Episode, 'inputHash'>
  /** Contents of the files beside episode.json, by name. */
  files: Record<string, string>
}

/** Makes all that an episode is published with, the audio apart. Throws a StageError where its parts do not belong together. */
export function publishEpisode(input: PublishInput): Publication {
  const { rundown, script, master } = input
  const episode = describeEpisode(input)
  const sentences = planSentences(script, master)
  return {
    episode,
    files: {
      [episode.files.chapters]: buildChapters(rundown, script, master),
      [episode.files.vtt]: buildVtt(sentences),
      [episode.files.srt]: buildSrt(sentences),
      [episode.files.transcript]: buildTranscriptJson(sentences),
      [episode.files.notes]: buildNotes(episode, sourceOf(input.request.show))
    }
  }
}
