import { episodeSchema, type Episode } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import { reportSchema, type Report } from '../domain/report.ts'
import { STAGES } from '../domain/stages.ts'
import type { QueueCounts } from '../jobs/count-jobs.ts'
import type { Metric, Sample } from './build-metrics.ts'
import type { FailureCount } from './count-failures.ts'

interface ShowFacts {
  show: string
  published: number
  withAudio: number
  latest: { episode: Episode; report: Report | null } | null
}

/** What is in the library now. A file that cannot be read counts as not there. */
export async function readShowFacts(library: Library): Promise<ShowFacts[]> {
  return Promise.all((await library.shows()).map(show => factsOf(library, show)))
}

async function factsOf(library: Library, show: string): Promise<ShowFacts> {
  const ids = await library.episodes(show)
  const there = await Promise.all(ids.map(episode => library.has({ show, episode }, 'episode.json')))
  const published = ids.filter((_, index) => there[index])
  const newest = published.at(-1)
  if (newest === undefined) return { show, published: 0, withAudio: 0, latest: null }
  const heard = await Promise.all(published.map(episode => library.has({ show, episode }, 'episode.mp3')))
  const ref = { show, episode: newest }
  const episode = await library.readJson(ref, 'episode.json', episodeSchema).catch(() => null)
  const report = await library.readJson(ref, 'report.json', reportSchema).catch(() => null)
  const counts = { published: published.length, withAudio: heard.filter(Boolean).length }
  return { show, ...counts, latest: episode === null ? null : { episode, report } }
}

const perStage = (facts: ShowFacts[], valueOf: (seconds: number, audioSeconds: number) => number): Sample[] =>
  facts.flatMap(({ show, latest }) =>
    STAGES.flatMap(stage => {
      const seconds = latest?.report?.stages[stage]?.seconds
      if (latest === null || seconds === undefined) return []
      return [{ labels: { show, stage }, value: valueOf(seconds, latest.episode.durationSeconds) }]
    })
  )

/** What a person wants to be told of, or to see as a curve. */
export function listMetrics(
  facts: ShowFacts[],
  counts: QueueCounts,
  failures: FailureCount['failures']
): Metric[] {
  const metric = (name: string, type: Metric['type'], help: string, samples: Sample[]): Metric => ({
    name: `duologue_${name}`,
    type,
    help,
    samples
  })
  const latestOf = (valueOf: (episode: Episode) => number): Sample[] =>
    facts.flatMap(({ show, latest }) =>
      latest === null ? [] : [{ labels: { show }, value: valueOf(latest.episode) }]
    )
  return [
    metric(
      'episodes_published',
      'gauge',
      'Episodes of a show in the library.',
      facts.map(({ show, published }) => ({ labels: { show }, value: published }))
    ),
    metric(
      'episodes_with_audio',
      'gauge',
      'Episodes of a show that can be heard: old ones may have lost their audio.',
      facts.map(({ show, withAudio }) => ({ labels: { show }, value: withAudio }))
    ),
    metric(
      'latest_episode_timestamp_seconds',
      'gauge',
      'When the latest episode of a show is dated.',
      latestOf(({ publishedAt }) => Date.parse(publishedAt) / 1000)
    ),
    metric(
      'latest_episode_duration_seconds',
      'gauge',
      'How long the latest episode of a show is.',
      latestOf(({ durationSeconds }) => durationSeconds)
    ),
    metric(
      'latest_episode_stage_seconds',
      'gauge',
      'How long a stage of the latest episode took, waiting included.',
      perStage(facts, seconds => seconds)
    ),
    metric(
      'latest_episode_real_time_factor',
      'gauge',
      'Seconds that a stage of the latest episode took for each second of its audio.',
      perStage(facts, (seconds, audio) => seconds / audio)
    ),
    metric(
      'queue_jobs',
      'gauge',
      'Jobs of a stage in a state.',
      STAGES.flatMap(stage =>
        Object.entries(counts[stage]).map(([state, value]) => ({ labels: { stage, state }, value }))
      )
    ),
    metric(
      'job_failures_total',
      'counter',
      'Jobs of a stage that failed for good since this process began.',
      STAGES.map(stage => ({ labels: { stage }, value: failures[stage] }))
    )
  ]
}
