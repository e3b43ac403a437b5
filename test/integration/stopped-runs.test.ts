import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createMemoryLibrary } from '../../src/adapters/memory-library/create-memory-library.ts'
import type { Library } from '../../src/domain/library.ts'
import { StageError } from '../../src/domain/stage-error.ts'
import { STAGES, type StageName } from '../../src/domain/stages.ts'
import { createEpisodeDesk, type EpisodeDesk } from '../../src/jobs/episode-desk.ts'
import { jobsAfter } from '../../src/jobs/jobs-after.ts'
import { episodeJobSchema } from '../../src/jobs/payloads.ts'
import type { JobQueue, RunningJob } from '../../src/jobs/queue/job-queue.ts'
import { watchRun } from '../../src/jobs/watch-run.ts'
import { createGate } from '../helpers/create-gate.ts'
import { eventually } from '../helpers/eventually.ts'
import { openQueue } from '../helpers/open-queue.ts'
import { exampleRequest } from '../helpers/publish-example.ts'
import { publishedEpisode } from '../helpers/published-episode.ts'

const ref = { show: exampleRequest.show.id, episode: exampleRequest.episode }
const SAID = 'cancelled: not today'

let queue: JobQueue
let library: Library
let desk: EpisodeDesk

beforeEach(async () => {
  queue = await openQueue()
  library = createMemoryLibrary()
  desk = createEpisodeDesk(queue, library)
})
afterEach(() => queue.close())

/** Works a stage as the stages do: what follows is asked for before the job is over. */
function work(stage: StageName, act: (job: RunningJob, signal: AbortSignal) => Promise<void> | void): void {
  queue.work(
    stage,
    async (job, signal) => {
      await act(job, signal)
      const next = jobsAfter(stage, 'done', episodeJobSchema.parse(job.data))
      for (const request of next) await queue.add(request)
      return {
        outcome: 'done',
        skipped: false,
        seconds: 0,
        next: next.map(({ stage, id }) => ({ stage, id }))
      }
    },
    { concurrency: 1, onError: () => {} }
  )
}

const pass = () => {}
const stageStates = async () => (await desk.status(ref)).stages.map(({ state }) => state)

describe('a run that is cancelled', () => {
  test('while it waits for a worker says why it ended, at once', async () => {
    await desk.request(exampleRequest)
    expect(await desk.cancel(ref, 'not today')).toBe(true)
    expect(await desk.status(ref)).toMatchObject({ state: 'failed', reason: SAID })
    const seen = []
    for await (const { state } of watchRun(desk, ref)) seen.push(state)
    expect(seen).toEqual(['failed'])
    expect(await desk.cancel(ref, 'not today')).toBe(false)
    expect(await desk.request(exampleRequest)).toBe('started')
    expect(await desk.status(ref)).toMatchObject({ state: 'running', reason: null })
  })

  test('while it waits for its time to appear says why it ended, and is never published', async () => {
    for (const stage of STAGES.slice(0, -1)) work(stage, pass)
    work('publish', job => job.waitUntil(new Date(Date.now() + 60_000)))
    await desk.request(exampleRequest)
    await eventually('it waits', async () => (await queue.counts('publish')).delayed === 1)
    expect(await desk.status(ref)).toMatchObject({ state: 'running' })
    expect(await desk.cancel(ref, 'not today')).toBe(true)
    expect(await desk.status(ref)).toMatchObject({ state: 'failed', reason: SAID })
    expect(await queue.counts('publish')).toMatchObject({ delayed: 0, waiting: 0, active: 0 })
  })

  test('in a stage that is over before it hears of it does not go on with the next', async () => {
    const gate = createGate()
    work('fetch', () => gate.passed)
    for (const stage of STAGES.slice(1, -1)) work(stage, pass)
    work('publish', job => job.waitUntil(new Date(Date.now() + 60_000)))
    await desk.request(exampleRequest)
    await eventually('it is fetched', async () => (await queue.counts('fetch')).active === 1)
    let isFirst = true
    const deaf: JobQueue = {
      ...queue,
      async cancel(stage, id, reason) {
        if (!isFirst) return queue.cancel(stage, id, reason)
        isFirst = false
        gate.open()
        await queue.wait(stage, id)
        return true
      }
    }
    expect(await createEpisodeDesk(deaf, library).cancel(ref, 'not today')).toBe(true)
    expect(await desk.status(ref)).toMatchObject({ state: 'failed', reason: SAID })
    expect(await stageStates()).not.toContain('active')
    expect(await queue.counts('publish')).toMatchObject({ delayed: 0, waiting: 0, active: 0 })
  })

  test('as it ends is said not to have been', async () => {
    const gate = createGate()
    for (const stage of STAGES.slice(0, -1)) work(stage, pass)
    work('publish', () => gate.passed)
    await desk.request(exampleRequest)
    await eventually('it is published', async () => (await queue.counts('publish')).active === 1)
    const late: JobQueue = {
      ...queue,
      async cancel(stage, id) {
        gate.open()
        await queue.wait(stage, id)
        return true
      }
    }
    expect(await createEpisodeDesk(late, library).cancel(ref, 'not today')).toBe(false)
    expect(await desk.status(ref)).toMatchObject({ state: 'done' })
  })
})

test('a failed run that two ask for at once goes on once', async () => {
  let starts = 0
  work('fetch', pass)
  work('write', () => {
    starts += 1
    if (starts === 1) throw new StageError('write', 'no model', { retryable: false })
  })
  await desk.request(exampleRequest)
  await eventually('it has failed', async () => (await desk.status(ref)).state === 'failed')
  const asked = await Promise.all([1, 2, 3].map(() => desk.request(exampleRequest)))
  expect(asked).toContain('resumed')
  await eventually('it is written', async () => (await stageStates())[1] === 'done')
  expect(starts).toBe(2)
})

test('a failed run with failed parts that many ask for at once goes on once', async () => {
  let isDown = true
  const parts = [1, 2, 3].map(number => ({
    stage: 'render' as const,
    name: 'take',
    id: `part-${number}`,
    data: { ...ref, run: 'r1' }
  }))
  work('fetch', pass)
  work('write', pass)
  work('render', async job => {
    if (isDown && job.name === 'take') throw new StageError('render', 'no voice', { retryable: false })
    if (job.name === 'take') return
    await job.fanOut(parts, { mustPass: true })
  })
  await desk.request(exampleRequest)
  await eventually('it has failed', async () => (await desk.status(ref)).state === 'failed')
  isDown = false
  const asked = await Promise.all([1, 2, 3, 4].map(() => desk.request(exampleRequest)))
  expect(asked).toContain('resumed')
  await eventually('it is rendered', async () => (await stageStates())[2] === 'done')
})

test('a run that failed as it fetched asks every feed again', async () => {
  const asked: string[] = []
  let isEmpty = true
  work('fetch', async job => {
    const { run } = job.data as { run: string }
    if (job.name === 'feed') return void asked.push(run)
    await job.fanOut([{ stage: 'fetch', name: 'feed', id: `feed-of-${run}`, data: { ...ref, run } }], {
      mustPass: false
    })
    if (isEmpty) throw new StageError('fetch', 'only headlines', { retryable: false })
  })
  await desk.request(exampleRequest)
  await eventually('it has failed', async () => (await desk.status(ref)).state === 'failed')
  isEmpty = false
  expect(await desk.request(exampleRequest)).toBe('started')
  await eventually('it is fetched', async () => (await stageStates())[0] === 'done')
  expect(new Set(asked).size).toBe(2)
})

test('an episode whose feed could not be written is published when it is asked for again', async () => {
  let isFull = true
  for (const stage of STAGES.slice(0, -1)) work(stage, pass)
  work('publish', async () => {
    await library.writeJson(ref, 'episode.json', publishedEpisode(ref))
    await library.writeFile(ref, 'episode.mp3', 'sound')
    if (isFull) throw new Error('the disk is full')
    await library.writeShowFile(ref.show, 'feed.xml', '<rss/>')
  })
  await desk.request(exampleRequest)
  await eventually('it has failed', async () => (await desk.status(ref)).state === 'failed')
  isFull = false
  expect(await desk.request(exampleRequest)).toBe('resumed')
  await eventually('it is done', async () => (await desk.status(ref)).state === 'done')
  expect(await library.showFiles(ref.show)).toContain('feed.xml')
  expect(await desk.request(exampleRequest)).toBe('exists')
})
