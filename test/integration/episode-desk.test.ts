import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createMemoryLibrary } from '../../src/adapters/memory-library/create-memory-library.ts'
import type { EpisodeRequest } from '../../src/domain/episode.ts'
import type { Library } from '../../src/domain/library.ts'
import { StageError } from '../../src/domain/stage-error.ts'
import { STAGES, type StageName } from '../../src/domain/stages.ts'
import { createEpisodeDesk, type EpisodeDesk } from '../../src/jobs/episode-desk.ts'
import { jobsAfter } from '../../src/jobs/jobs-after.ts'
import { episodeJobSchema } from '../../src/jobs/payloads.ts'
import type { JobQueue, StageWorker } from '../../src/jobs/queue/job-queue.ts'
import { watchRun } from '../../src/jobs/watch-run.ts'
import { createGate } from '../helpers/create-gate.ts'
import { openQueue } from '../helpers/open-queue.ts'
import { publishedEpisode } from '../helpers/published-episode.ts'
import { sampleShow } from '../helpers/sample-show.ts'

const requestOf = (episode: string, minutes = 5): EpisodeRequest => ({
  show: { ...sampleShow, minutes },
  episode,
  date: episode.slice(0, 10),
  now: new Date().toISOString(),
  writer: 'builtin',
  speech: 'flite',
  publicUrl: 'http://localhost:7474',
  allowPrivateAddresses: false,
  skipTold: true
})

const nextDay = (() => {
  let day = 0
  return () => `2026-01-${String(++day).padStart(2, '0')}`
})()

describe('the desk', () => {
  let queue: JobQueue
  let library: Library
  let desk: EpisodeDesk
  let workers: StageWorker[] = []
  let did: string[] = []
  const runs = new Set<string>()
  /** What a stage does besides passing on; by stage. */
  let acts: Partial<Record<StageName, () => Promise<void> | void>> = {}

  beforeAll(async () => {
    queue = await openQueue()
    workers = STAGES.map(stage =>
      queue.work(
        stage,
        async (job, signal) => {
          const payload = episodeJobSchema.parse(job.data)
          did.push(stage)
          runs.add(payload.run)
          await acts[stage]?.()
          signal.throwIfAborted()
          const outcome = payload.episode.endsWith('-9') ? 'nothing-new' : 'done'
          const next = jobsAfter(stage, outcome, payload)
          for (const request of next) await queue.add({ ...request, attempts: 1 })
          if (stage === 'publish') await library.writeJson(payload, 'episode.json', publishedEpisode(payload))
          if (stage === 'publish') await library.writeFile(payload, 'episode.mp3', 'sound')
          return { outcome, skipped: false, seconds: 0, next: next.map(({ stage, id }) => ({ stage, id })) }
        },
        { concurrency: 2, onError: () => {} }
      )
    )
  })
  afterAll(async () => {
    for (const worker of workers) await worker.close(1000)
    await queue.close()
  })
  beforeEach(() => {
    library = createMemoryLibrary()
    desk = createEpisodeDesk(queue, library)
    did = []
    runs.clear()
    acts = {}
  })

  const toEnd = async (ref: { show: string; episode: string }) => {
    const watch = watchRun(desk, ref)
    for (;;) {
      const { value, done } = await watch.next()
      if (done === true) return value
    }
  }

  test('sees a run through every stage, once each', async () => {
    const request = requestOf(nextDay())
    expect(await desk.request(request)).toBe('started')
    const status = await toEnd({ show: 'morning', episode: request.episode })
    expect([status.state, status.stages.map(stage => stage.state)]).toEqual([
      'done',
      ['done', 'done', 'done', 'done', 'done']
    ])
    expect(did).toEqual([...STAGES])
  })

  test('asked again, joins a run that goes on and makes nothing of one that is done', async () => {
    const gate = createGate()
    acts.write = () => gate.passed
    const request = requestOf(nextDay())
    const ref = { show: 'morning', episode: request.episode }
    await desk.request(request)
    expect(await desk.request({ ...request, now: new Date().toISOString() })).toBe('joined')
    gate.open()
    await toEnd(ref)
    expect(await desk.request(request)).toBe('exists')
    expect(did).toHaveLength(5)
  })

  test('a failed run goes on where it stopped, with the reason told', async () => {
    const request = requestOf(nextDay())
    const ref = { show: 'morning', episode: request.episode }
    acts.mix = () => {
      throw new StageError('mix', 'the disk is full', { retryable: false })
    }
    await desk.request(request)
    expect(await toEnd(ref)).toMatchObject({
      state: 'failed',
      reason: 'the disk is full',
      current: { stage: 'mix' }
    })
    acts = {}
    expect(await desk.request(request)).toBe('resumed')
    expect((await toEnd(ref)).state).toBe('done')
    expect(did).toEqual(['fetch', 'write', 'render', 'mix', 'mix', 'publish'])
  })

  test('a failed run whose request was changed begins anew', async () => {
    const day = nextDay()
    acts.write = () => {
      throw new StageError('write', 'too long', { retryable: false })
    }
    await desk.request(requestOf(day, 5))
    await toEnd({ show: 'morning', episode: day })
    acts = {}
    expect(await desk.request(requestOf(day, 3))).toBe('started')
    expect((await toEnd({ show: 'morning', episode: day })).state).toBe('done')
    expect([did.slice(2), runs.size]).toEqual([[...STAGES], 2])
  })

  test('an episode whose folder was deleted is made again, whatever the queue remembers', async () => {
    const request = requestOf(nextDay())
    const ref = { show: 'morning', episode: request.episode }
    await desk.request(request)
    await toEnd(ref)
    library = createMemoryLibrary()
    desk = createEpisodeDesk(queue, library)
    did = []
    expect(await desk.request(request)).toBe('started')
    expect((await toEnd(ref)).state).toBe('done')
    expect(did).toHaveLength(5)
  })

  test('render again begins at render', async () => {
    const request = requestOf(nextDay())
    const ref = { show: 'morning', episode: request.episode }
    await desk.request(request)
    await toEnd(ref)
    await desk.renderAgain(ref)
    const status = await toEnd(ref)
    expect([status.state, status.stages.map(stage => stage.stage)]).toEqual([
      'done',
      ['render', 'mix', 'publish']
    ])
    expect(did.slice(5)).toEqual(['render', 'mix', 'publish'])
  })

  test('nothing new to tell is an end of its own', async () => {
    const request = { ...requestOf(nextDay()), episode: '2026-01-20-9' }
    await desk.request(request)
    expect((await toEnd({ show: 'morning', episode: request.episode })).state).toBe('nothing-new')
  })

  test('cancel stops a run, and the reason is told', async () => {
    const gate = createGate()
    acts.render = () => gate.passed
    const request = requestOf(nextDay())
    const ref = { show: 'morning', episode: request.episode }
    await desk.request(request)
    while (!did.includes('render')) await new Promise(done => setTimeout(done, 10))
    await desk.cancel(ref, 'changed my mind')
    gate.open()
    const status = await toEnd(ref)
    expect([status.state, status.reason]).toEqual(['failed', expect.stringContaining('changed my mind')])
    expect(did).not.toContain('mix')
  })
})
