import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMemoryLibrary } from '../../src/adapters/memory-library/create-memory-library.ts'
import { compose, type Ports } from '../../src/compose.ts'
import { DEMO_CONFIG, loadSettings } from '../../src/config/load-settings.ts'
import type { Library } from '../../src/domain/library.ts'
import { reportSchema } from '../../src/domain/report.ts'
import type { Take } from '../../src/domain/take.ts'
import { createJobQueue } from '../../src/jobs/queue/create-job-queue.ts'
import type { JobQueue, JobStateName, Processor, RunningJob } from '../../src/jobs/queue/job-queue.ts'
import { publishStage } from '../../src/workers/publish-worker.ts'
import { stageProcessor } from '../../src/workers/stage-processor.ts'
import { eventually } from '../helpers/eventually.ts'
import { putEmptyQueue } from '../helpers/new-library.ts'
import { openQueue } from '../helpers/open-queue.ts'
import { exampleMaster, exampleRequest, exampleRundown, exampleScript } from '../helpers/publish-example.ts'

const MINUTE = 60_000
const ref = { show: 'morning-brief', episode: '2026-11-22' }
const text = (bytes: Uint8Array | null) => (bytes === null ? null : new TextDecoder().decode(bytes))
const feedOf = async (library: Library) => text(await library.readShowFile(ref.show, 'feed.xml'))
const published = (library: Library) => library.has(ref, 'episode.json')

const take: Take = {
  turn: 't01',
  host: 'Ava',
  voice: 'slt',
  sha256: 'abc',
  durationMs: 1000,
  sampleRateHz: 16_000,
  speechLevelDbfs: -20,
  spans: []
}

/** An episode that is mixed, of the day and with a release on which the given moment lies. */
async function mixed(release: Date, more: object): Promise<Library> {
  const library = createMemoryLibrary()
  const [date, releaseAt] = [release.toISOString().slice(0, 10), release.toISOString().slice(11, 16)]
  const show = { ...exampleRequest.show, timeZone: 'UTC', releaseAt }
  const now = new Date(release.getTime() - 30 * MINUTE).toISOString()
  await library.writeJson(ref, 'request.json', { ...exampleRequest, show, date, now, ...more })
  await library.writeJson(ref, 'rundown.json', exampleRundown)
  await library.writeJson(ref, 'script.json', exampleScript)
  await library.writeJson(ref, 'master.json', exampleMaster)
  await library.writeJson(ref, 'takes.json', { inputHash: 't', speech: 'flite', takes: [take] })
  await library.writeFile(ref, 'episode.mp3', 'sound')
  return library
}

const payload = { ...ref, run: 'r1' }
const publishJob = { stage: 'publish', name: 'publish', id: 'p-1x', data: payload } as const

let home: string
let ports: Ports
let queue: JobQueue

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'duologue-release-'))
  ports = await compose(loadSettings({ config: DEMO_CONFIG, home }))
  queue = await openQueue()
})
afterAll(async () => {
  await queue.close()
  await ports.release()
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
})

const publishing = (library: Library, queue: JobQueue) =>
  stageProcessor('publish', { ...ports, library }, queue, publishStage)

async function withQueue(
  dir: string,
  processor: (queue: JobQueue) => Processor,
  use: (queue: JobQueue) => Promise<void>
): Promise<void> {
  const queue = await createJobQueue({ dir })
  const worker = queue.work('publish', processor(queue), { concurrency: 1, onError: () => {} })
  try {
    await use(queue)
  } finally {
    await worker.close(1000)
    await queue.close()
  }
}

const isIn = (queue: JobQueue, state: JobStateName) =>
  eventually(`it is ${state}`, async () => (await queue.find('publish', publishJob.id))?.state === state)

/** Publishes with a job that notes what it waits for, and goes on at once or is parked. */
async function publish(library: Library, parks: boolean): Promise<Date[]> {
  const waits: Date[] = []
  const none = () => Promise.reject(new Error('not asked for'))
  const job: RunningJob = {
    id: publishJob.id,
    name: 'publish',
    data: payload,
    earlierStarts: 0,
    retries: 0,
    progress: none,
    fanOut: none,
    waitUntil: time => {
      waits.push(time)
      return parks ? Promise.reject(new Error('parked')) : Promise.resolve()
    }
  }
  const work = publishing(library, queue)
  await work(job, new AbortController().signal).catch((error: Error) => {
    if (error.message !== 'parked') throw error
  })
  return waits
}

const DUE = { due: '2026-11-22T05:30:00.000Z', late: true }
const RELEASE = new Date('2026-11-22T06:00:00Z')

describe('release_at', () => {
  test('until then there is nothing of the episode but its sound', async () => {
    const library = await mixed(RELEASE, DUE)
    expect(await publish(library, true)).toEqual([RELEASE])
    expect([await published(library), await feedOf(library)]).toEqual([false, null])
    expect(await library.has(ref, 'transcript.vtt')).toBe(false)
  })

  test('the feed dates the episode by its release, and the report says that it came late', async () => {
    const library = await mixed(RELEASE, DUE)
    expect(await publish(library, false)).toEqual([RELEASE])
    expect(await feedOf(library)).toContain('<pubDate>Sun, 22 Nov 2026 06:00:00 GMT</pubDate>')
    const report = await library.readJson(ref, 'report.json', reportSchema)
    expect(report?.stages.publish).toMatchObject(DUE)
  })

  test('an episode that was asked for after its release is dated by that', async () => {
    const library = await mixed(RELEASE, { ...DUE, now: '2026-11-22T06:40:00.000Z' })
    await publish(library, false)
    expect(await feedOf(library)).toContain('<pubDate>Sun, 22 Nov 2026 06:40:00 GMT</pubDate>')
  })

  test('what a person asks for waits for nothing', async () => {
    const library = await mixed(RELEASE, {})
    expect(await publish(library, true)).toEqual([])
    expect(await feedOf(library)).toContain('<pubDate>Sun, 22 Nov 2026 05:30:00 GMT</pubDate>')
  })

  test('the episode stays in the queue until its release, over a restart', async () => {
    const release = new Date(Math.ceil(Date.now() / MINUTE) * MINUTE + 10 * MINUTE)
    const library = await mixed(release, { due: new Date().toISOString() })
    const dir = join(home, 'held')
    await putEmptyQueue(dir)
    const work = (queue: JobQueue) => publishing(library, queue)
    await withQueue(dir, work, async queue => {
      await queue.add(publishJob)
      await isIn(queue, 'delayed')
    })
    await withQueue(dir, work, queue => isIn(queue, 'delayed').then(() => undefined))
    expect([await published(library), await feedOf(library)]).toEqual([false, null])
  })

  test('a job that waits when its process ends is done by the next, at its time', async () => {
    const dir = join(home, 'woken')
    await putEmptyQueue(dir)
    let until = new Date(0)
    let doneAt = 0
    const work = (): Processor => async job => {
      if (until.getTime() === 0) until = new Date(Date.now() + 2500)
      await job.waitUntil(until)
      doneAt = Date.now()
      return {}
    }
    await withQueue(dir, work, async queue => {
      await queue.add(publishJob)
      await isIn(queue, 'delayed')
    })
    expect(doneAt).toBe(0)
    await withQueue(dir, work, queue => isIn(queue, 'completed').then(() => undefined))
    expect(doneAt).toBeGreaterThanOrEqual(until.getTime())
  })
})
