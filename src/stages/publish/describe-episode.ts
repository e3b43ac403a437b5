import { sourceOf } from '../../domain/format-needs.ts'
import type { Episode, EpisodeRequest } from '../../domain/episode.ts'
import type { Master } from '../../domain/master.ts'
import type { Rundown } from '../../domain/rundown.ts'
import type { Script } from '../../domain/script.ts'
import { StageError } from '../../domain/stage-error.ts'
import { buildSummary } from './build-summary.ts'
import { buildTitle } from './build-title.ts'
import { episodeGuid } from './episode-guid.ts'
import { planStories } from './plan-stories.ts'

export interface PublishInput {
  request: EpisodeRequest
  rundown: Rundown
  script: Script
  master: Master
  /** The speech model that was used. */
  speech: string
}

const FILES: Episode['files'] = {
  audio: 'episode.mp3',
  chapters: 'chapters.json',
  vtt: 'transcript.vtt',
  srt: 'transcript.srt',
  transcript: 'transcript.json',
  notes: 'notes.html'
}

function parseNow(now: string): string {
  const time = new Date(now)
  if (Number.isNaN(time.getTime()))
    throw new StageError(
      'publish',
      `The episode's time ${JSON.stringify(now)} is not a date: use ISO 8601, for example "2026-11-22T06:00:00Z".`,
      { retryable: false }
    )
  return time.toISOString()
}

/** What episode.json says of an episode, its input's hash apart. */
export function describeEpisode({
  request,
  rundown,
  script,
  master,
  speech
}: PublishInput): Omit<Episode, 'inputHash'> {
  const { show, episode } = request
  const hosts = show.hosts.map(host => host.name)
  const stories = planStories(rundown, script, master)
  return {
    show: show.id,
    episode,
    guid: episodeGuid({ show: show.id, episode }),
    title: buildTitle(
      script.title,
      stories.map(story => story.title),
      show.title
    ),
    summary: buildSummary(hosts, stories, sourceOf(show)),
    publishedAt: parseNow(request.now),
    language: script.language,
    hosts,
    durationSeconds: Math.round(master.durationMs) / 1000,
    bytes: master.bytes,
    sha256: master.sha256,
    loudnessLufs: master.loudnessLufs,
    truePeakDbtp: master.truePeakDbtp,
    writer: script.writer,
    speech,
    turns: script.turns.length,
    stories,
    files: FILES
  }
}
