import { sha256 } from '../domain/hash.ts'
import type { Script } from '../domain/script.ts'
import type { Show } from '../domain/show.ts'
import type { StageName } from '../domain/stages.ts'
import type { AnnounceJob, EpisodeJob } from './payloads.ts'
import type { JobRequest } from './queue/job-queue.ts'

/**
 *   fetch ─┬─ feed        one per feed
 *     │    ├─ feed …
 *     │    └─ page         one per page of a promising story
 *   write
 *     │
 *   render ┬─ take        one per turn
 *     │    └─ take …
 *   mix
 *     │
 *   publish ─ ─ announce   one per target; no part of the run, which is done without them
 */
const NEXT = {
  fetch: 'write',
  write: 'render',
  render: 'mix',
  mix: 'publish',
  publish: null
} satisfies Record<StageName, StageName | null>

const TRIES = { attempts: 3, backoffMs: 1000 }

/** The job that a run begins with; the first stage's id is the episode's own, so that asking twice makes one. */
export function firstJob(stage: StageName, job: EpisodeJob): JobRequest {
  const id =
    stage === 'fetch' ? `${job.show}-${job.episode}` : `${job.show}-${job.episode}-${job.run}-${stage}`
  return { stage, name: stage, id, data: job, ...TRIES }
}

/** What follows when a stage is done. */
export function jobsAfter(stage: StageName, outcome: 'done' | 'nothing-new', job: EpisodeJob): JobRequest[] {
  const next = NEXT[stage]
  return next === null || outcome === 'nothing-new' ? [] : [firstJob(next, job)]
}

/** One job per feed: children of the fetch job. */
export const feedJobs = (show: Show, job: EpisodeJob): JobRequest[] =>
  show.feeds.map(({ url }) => ({
    stage: 'fetch',
    name: 'feed',
    id: `${job.show}-${job.episode}-${job.run}-feed-${sha256(url).slice(0, 12)}`,
    data: { ...job, url },
    ...TRIES,
    attempts: 2
  }))

/** One job per page of a promising story: children of the fetch job, after those of its feeds. */
export const pageJobs = (
  pages: readonly { feedId: string; itemId: string }[],
  job: EpisodeJob
): JobRequest[] =>
  pages.map(({ feedId, itemId }) => ({
    stage: 'fetch',
    name: 'page',
    id: `${job.show}-${job.episode}-${job.run}-page-${itemId.slice(0, 12)}`,
    data: { ...job, feed: feedId, item: itemId },
    attempts: 1
  }))

/** One job per turn: children of the render job. */
export const takeJobs = (script: Script, job: EpisodeJob): JobRequest[] =>
  script.turns.map(turn => ({
    stage: 'render',
    name: 'take',
    id: `${job.show}-${job.episode}-${job.run}-take-${turn.id}`,
    data: { ...job, turn: turn.id },
    ...TRIES
  }))

/** One job per turn that is settled while the rest is still written: what it renders is found by the render stage. */
export const earlyTakeJobs = (turns: readonly string[], job: EpisodeJob): JobRequest[] =>
  turns.map(turn => ({
    stage: 'render',
    name: 'early-take',
    id: `${job.show}-${job.episode}-${job.run}-early-${turn}`,
    data: { ...job, turn }
  }))

export const ANNOUNCE_ATTEMPTS = 5

/** One job per target that is told of an episode, once the feed has it: the same for the same publication. */
export const announceJobs = (
  targets: readonly string[],
  published: Omit<AnnounceJob, 'target'>
): JobRequest[] =>
  targets.map(target => ({
    stage: 'publish',
    name: 'announce',
    id: `${published.show}-${published.episode}-announce-${target}-${published.publication}`,
    data: { ...published, target },
    attempts: ANNOUNCE_ATTEMPTS,
    backoffMs: 30_000
  }))
