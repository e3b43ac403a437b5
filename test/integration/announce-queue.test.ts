import { afterEach, describe, expect, test } from 'vitest'
import { createWebhookAnnouncer } from '../../src/adapters/announce/create-webhook-announcer.ts'
import { createWebsubAnnouncer } from '../../src/adapters/announce/create-websub-announcer.ts'
import { createFileLibrary } from '../../src/adapters/library/create-file-library.ts'
import type { Library } from '../../src/domain/library.ts'
import { episodeSchema } from '../../src/domain/episode.ts'
import { jobsOfRun, toRunStatus } from '../../src/jobs/run-status.ts'
import type { JobRequest, Processor } from '../../src/jobs/queue/job-queue.ts'
import type { Announcements, Announcer } from '../../src/stages/publish/ports.ts'
import { announceProcessor, askToAnnounce } from '../../src/workers/announce-worker.ts'
import { writeFeed } from '../../src/workers/write-feed.ts'
import { prepareKit } from '../contracts/queue-kit.ts'
import { startAnnounceServer, type AnnounceReply, type AnnounceServer } from '../helpers/announce-server.ts'
import { createGate } from '../helpers/create-gate.ts'
import { eventually } from '../helpers/eventually.ts'
import { newHome } from '../helpers/new-home.ts'
import { openQueue } from '../helpers/open-queue.ts'
import { exampleEpisode, exampleShow } from '../helpers/publish-example.ts'

const kit = prepareKit(async () => {
  const queue = await openQueue()
  return { queue, drop: () => queue.close() }
})

const servers: AnnounceServer[] = []
afterEach(async () => void (await Promise.all(servers.splice(0).map(server => server.close()))))

async function start(...replies: AnnounceReply[]): Promise<AnnounceServer> {
  const server = await startAnnounceServer(replies)
  servers.push(server)
  return server
}

const ROOT = 'https://pods.example'
const key = Buffer.alloc(32, 7)
const hubAt = ({ url }: AnnounceServer, limitMs?: number) =>
  createWebsubAnnouncer(url, [exampleShow.id], limitMs)
const hookAt = ({ url }: AnnounceServer) => createWebhookAnnouncer({ url, shows: [exampleShow.id], key })
const announcing = (...announcers: Announcer[]): Announcements => ({
  hubs: [],
  usesPodping: false,
  root: ROOT,
  announcers
})

/** As the worker of the publish stage does, whose jobs announce the episode when the feed has it. */
function workPublish(library: Library, announcements: () => Announcements, concurrency?: number): void {
  const publish: Processor = async ({ data }) => {
    const ref = { show: exampleShow.id, episode: String(data.episode) }
    const episode = { ...exampleEpisode, ...ref, inputHash: String(data.input) }
    await library.writeFile(ref, 'episode.mp3', 'sound')
    await library.writeJson(ref, 'episode.json', episode)
    await writeFeed(library, { show: exampleShow, publicUrl: ROOT })
    const soon = { add: (request: JobRequest) => kit.queue.add({ ...request, backoffMs: 1 }) }
    await askToAnnounce(announcements(), soon, episode)
    return { outcome: 'done', skipped: false, seconds: 0, next: [] }
  }
  const announce = announceProcessor({ library, announcements })
  kit.work(
    'publish',
    (job, signal) => (job.name === 'announce' ? announce : publish)(job, signal),
    concurrency
  )
}

const run = { run: 'r1', stage: 'publish' as const }

/** Asks for a publication and waits until it is published. */
async function publish(id: string, episode: string, input = 'one'): Promise<void> {
  const data = { show: exampleShow.id, episode, input, run: run.run }
  await kit.queue.add({ stage: 'publish', name: 'publish', id, data })
  await kit.queue.wait('publish', id)
}

const allEnded = () =>
  eventually('every job has ended', async () => {
    const { waiting, active, delayed } = await kit.queue.counts('publish')
    return waiting + active + delayed === 0
  })

const feedIn = async (library: Library): Promise<string> =>
  new TextDecoder().decode((await library.readShowFile(exampleShow.id, 'feed.xml')) ?? new Uint8Array())

describe('announcing through the queue', () => {
  test('the feed is out first; a hub that is down three times is told once it is up', async () => {
    const library = createFileLibrary(await newHome())
    const feeds: Promise<string>[] = []
    const noted =
      (status: number): AnnounceReply =>
      response => {
        feeds.push(feedIn(library))
        response.writeHead(status).end()
      }
    const hub = await start(noted(503), noted(503), noted(503), noted(204))
    workPublish(library, () => announcing(hubAt(hub)), 4)
    await publish('queue-1x', '2026-11-01')
    await allEnded()
    expect(hub.heard.length).toBe(4)
    for (const feed of await Promise.all(feeds))
      expect(feed).toContain('/episodes/2026-11-01/morning-brief-2026-11-01.mp3')
    expect(kit.errors.map(({ message }) => message)).toEqual(
      [1, 2, 3].map(
        nth =>
          expect.stringMatching(
            new RegExp(
              `^publish morning-brief-2026-11-01-announce-websub-\\w{8}-\\w{12} failed: websub-\\w{8}: 127\\.0\\.0\\.1:\\d+ answered 503: it has a fault of its own; it is tried again \\(try ${nth} of 5\\)$`
            )
          ) as string
      )
    )
  })

  test('asked for again, nobody is told twice; published anew, everybody is', async () => {
    const library = createFileLibrary(await newHome())
    const [hub, hook] = [await start(204), await start(200)]
    workPublish(library, () => announcing(hubAt(hub), hookAt(hook)))
    for (const [id, input] of [
      ['queue-2x', 'one'],
      ['queue-3x', 'one'],
      ['queue-4x', 'two']
    ] as const) {
      await publish(id, '2026-11-02', input)
      await allEnded()
    }
    const ids = hook.heard.map(({ headers }) => headers['webhook-id'])
    expect([hub.heard.length, hook.heard.length, new Set(ids).size]).toEqual([2, 2, 2])
  })

  test('who refuses is asked once, and the episode is published all the same', async () => {
    const library = createFileLibrary(await newHome())
    const hub = await start(400)
    workPublish(library, () => announcing(hubAt(hub)))
    await publish('queue-5x', '2026-11-03')
    await allEnded()
    expect(hub.heard.length).toBe(1)
    expect(kit.errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /answered 400: .*; it is not told of this episode, which is in the feed all the same/
      )
    ])
    const ref = { show: exampleShow.id, episode: '2026-11-03' }
    const status = toRunStatus(
      ref,
      { ...run, id: 'queue-5x' },
      await jobsOfRun(kit.queue, { ...run, id: 'queue-5x' })
    )
    expect([status.state, status.stages.length]).toEqual(['done', 1])
  })

  test('tries end after five, and the last one says so', async () => {
    const library = createFileLibrary(await newHome())
    const hub = await start(503)
    workPublish(library, () => announcing(hubAt(hub)))
    await publish('queue-6x', '2026-11-04')
    await allEnded()
    expect(hub.heard.length).toBe(5)
    expect(kit.errors.at(-1)?.message).toMatch(
      /: it has a fault of its own; it is not told of this episode, which is in the feed all the same \(try 5\)$/
    )
  })

  test('a target that was taken out meanwhile is left alone', async () => {
    const library = createFileLibrary(await newHome())
    const hub = await start(503, 204)
    workPublish(library, () => (hub.heard.length > 0 ? announcing() : announcing(hubAt(hub))))
    await publish('queue-7x', '2026-11-05')
    await allEnded()
    expect(hub.heard.length).toBe(1)
  })

  test('with room for several jobs, a hub that hangs holds up neither another target nor the next episode', async () => {
    const library = createFileLibrary(await newHome())
    const asked = createGate()
    const answer = createGate()
    const hanging: AnnounceReply = response => {
      asked.open()
      void answer.passed.then(() => response.writeHead(204).end())
    }
    const [hub, hook] = [await start(hanging), await start(200)]
    workPublish(library, () => announcing(hubAt(hub, 30_000), hookAt(hook)), 4)
    await publish('queue-8x', '2026-11-06')
    await asked.passed
    await publish('queue-9x', '2026-11-07')
    await eventually('the webhook heard of both', () => hook.heard.length === 2)
    const feed = await feedIn(library)
    expect([feed.includes('/2026-11-06/'), feed.includes('/2026-11-07/')]).toEqual([true, true])
    answer.open()
    await allEnded()
    expect(hub.heard.length).toBe(2)
    expect(
      await library.readJson({ show: exampleShow.id, episode: '2026-11-07' }, 'episode.json', episodeSchema)
    ).not.toBeNull()
  })
})
