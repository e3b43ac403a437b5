import { describe, expect, test } from 'vitest'
import { createMemoryLibrary } from '../../src/adapters/memory-library/create-memory-library.ts'
import type { Episode } from '../../src/domain/episode.ts'
import { StageError } from '../../src/domain/stage-error.ts'
import { announceJobs } from '../../src/jobs/jobs-after.ts'
import { announceJobSchema } from '../../src/jobs/payloads.ts'
import { validateJobId } from '../../src/jobs/queue/job-options.ts'
import type { JobRequest, RunningJob } from '../../src/jobs/queue/job-queue.ts'
import { publicationOf } from '../../src/stages/publish/announce-news.ts'
import type { Announcements, Announcer, EpisodeNews } from '../../src/stages/publish/ports.ts'
import { announceProcessor, askToAnnounce } from '../../src/workers/announce-worker.ts'
import { caught } from '../helpers/caught.ts'
import { publishedEpisode } from '../helpers/published-episode.ts'

const ref = { show: 'morning', episode: '2026-11-22' }
const episode = publishedEpisode(ref)

const announcing = (announcers: Announcer[], root: string | null = null): Announcements => ({
  hubs: [],
  usesPodping: false,
  root,
  announcers
})

/** Tells nobody, and remembers what. */
function createListener(name: string, shows = ['morning'], fails?: () => Error) {
  const heard: EpisodeNews[] = []
  const announcer: Announcer = {
    name,
    shows,
    async announce(news) {
      const error = fails?.()
      if (error !== undefined) throw error
      heard.push(news)
    }
  }
  return { heard, announcer }
}

const jobOf = (target: string, more: { retries?: number; of?: Episode } = {}): RunningJob => {
  const { retries = 0, of = episode } = more
  const none = () => Promise.reject(new Error('not asked for'))
  const [request] = announceJobs([target], { ...ref, publication: publicationOf(of) })
  return {
    id: request?.id ?? '',
    name: 'announce',
    data: request?.data ?? {},
    earlierStarts: 0,
    retries,
    progress: none,
    fanOut: none,
    waitUntil: none
  }
}

async function withEpisode(change: Partial<Episode> = {}) {
  const library = createMemoryLibrary()
  await library.writeJson(ref, 'episode.json', { ...episode, ...change })
  await library.writeFile(ref, 'episode.mp3', 'sound')
  return library
}

const open = new AbortController().signal

describe('announceJobs', () => {
  test('one for each target, the same for the same publication, with time between its tries', () => {
    const published = { ...ref, publication: 'abc' }
    const jobs = announceJobs(['podping', 'websub-0123abcd'], published)
    expect(jobs).toEqual(announceJobs(['podping', 'websub-0123abcd'], published))
    expect(jobs).toEqual(
      ['podping', 'websub-0123abcd'].map(target => ({
        stage: 'publish',
        name: 'announce',
        id: `morning-2026-11-22-announce-${target}-abc`,
        data: { ...published, target },
        attempts: 5,
        backoffMs: 30_000
      }))
    )
    for (const { id, data } of jobs) {
      expect(() => validateJobId(id)).not.toThrow()
      expect(announceJobSchema.parse(data)).toEqual(data)
    }
  })

  test('the longest names still make an id that the queue takes', () => {
    const longest = { show: 'x'.repeat(63), episode: '2026-11-22-99', publication: publicationOf(episode) }
    const [job] = announceJobs(['webhook-0123abcd'], longest)
    expect(() => validateJobId(job?.id ?? '')).not.toThrow()
  })
})

test('only those are asked that are told of the show', async () => {
  const added: JobRequest[] = []
  const both = announcing([
    createListener('websub-1', ['morning', 'evening']).announcer,
    createListener('webhook-2', ['evening']).announcer
  ])
  await askToAnnounce(both, { add: async request => void added.push(request) }, episode)
  expect(added.map(({ data }) => data.target)).toEqual(['websub-1'])
})

describe('announceProcessor', () => {
  test('tells the target of the episode as the library has it', async () => {
    const { heard, announcer } = createListener('podping')
    const library = await withEpisode()
    const process = announceProcessor({
      library,
      announcements: () => announcing([announcer], 'https://p.example')
    })
    expect(await process(jobOf('podping'), open)).toEqual({ announced: true, target: 'podping' })
    expect(heard).toMatchObject([{ ...ref, feed: 'https://p.example/shows/morning/feed.xml' }])
  })

  test.each([
    ['is not configured any more', 'podping', {}, ['morning'], /^podping is not configured any more$/],
    [
      'is not told of this show any more',
      'websub-1',
      {},
      ['evening'],
      /^websub-1 is not configured any more$/
    ],
    [
      'would hear of what was published anew',
      'websub-1',
      { inputHash: 'new' },
      ['morning'],
      /published anew/
    ],
    [
      'would hear of an episode that is not kept',
      'websub-1',
      { audioRemovedAt: '2026-12-01T00:00:00.000Z' },
      ['morning'],
      /gone/
    ]
  ])('says why nobody is told where the target %s', async (_, target, change, shows, reason) => {
    const { heard, announcer } = createListener('websub-1', shows)
    const library = await withEpisode(change)
    const result = await announceProcessor({ library, announcements: () => announcing([announcer]) })(
      jobOf(target),
      open
    )
    expect(result).toEqual({ announced: false, reason: expect.stringMatching(reason) as string })
    expect(heard).toEqual([])
  })

  test.each([
    ['episode', 'episode.json'],
    ['audio', 'episode.mp3']
  ])('says that the episode is gone where its %s is', async (_, gone) => {
    const { heard, announcer } = createListener('websub-1')
    const library = createMemoryLibrary()
    if (gone !== 'episode.json') await library.writeJson(ref, 'episode.json', episode)
    const process = announceProcessor({ library, announcements: () => announcing([announcer]) })
    expect(await process(jobOf('websub-1'), open)).toEqual({
      announced: false,
      reason: 'the episode is gone'
    })
    expect(heard).toEqual([])
  })

  test.each([
    ['that it is tried again', true, 0, 'it is tried again (try 1 of 5)'],
    [
      'that the last try is over',
      true,
      4,
      'it is not told of this episode, which is in the feed all the same (try 5)'
    ],
    [
      'that another try is of no use',
      false,
      0,
      'it is not told of this episode, which is in the feed all the same (try 1)'
    ]
  ])('a failure names the target, why, and %s', async (_, retryable, retries, outcome) => {
    const refused = () => new StageError('publish', 'hub.example refused', { retryable })
    const { announcer } = createListener('websub-1', ['morning'], refused)
    const process = announceProcessor({
      library: await withEpisode(),
      announcements: () => announcing([announcer])
    })
    const error = await caught(process(jobOf('websub-1', { retries }), open))
    expect(error.message).toBe(`websub-1: hub.example refused; ${outcome}`)
    expect([error.stage, error.retryable]).toEqual(['publish', retryable])
  })
})
