import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFileLibrary } from '../../src/adapters/library/create-file-library.ts'
import type { Episode } from '../../src/domain/episode.ts'
import type { JobQueue } from '../../src/jobs/queue/job-queue.ts'
import { buildMetrics } from '../../src/server/build-metrics.ts'
import type { RunningServer } from '../../src/server/start-server.ts'
import { newHome } from '../helpers/new-home.ts'
import { ask, countedQueue, fillLibrary, serveLibrary } from '../helpers/served-library.ts'

const episodeOf = (episode: string): Episode => ({
  show: 'morning',
  episode,
  guid: episode,
  title: 'Monday',
  summary: '',
  publishedAt: `${episode}T06:00:00.000Z`,
  language: 'en',
  hosts: ['Sarah'],
  durationSeconds: 200,
  bytes: 10,
  sha256: '',
  loudnessLufs: -16,
  truePeakDbtp: -1,
  writer: 'builtin',
  speech: 'flite',
  turns: 1,
  stories: [],
  files: { audio: 'episode.mp3', chapters: '', vtt: '', srt: '', transcript: '', notes: '' },
  inputHash: ''
})

let home: string
let server: RunningServer | undefined

beforeEach(async () => {
  home = await newHome()
  await fillLibrary(home)
  const library = createFileLibrary(home)
  for (const episode of ['2026-11-21', '2026-11-22'])
    await library.writeJson({ show: 'morning', episode }, 'episode.json', episodeOf(episode))
  await library.writeJson({ show: 'morning', episode: '2026-11-22' }, 'report.json', {
    stages: {
      render: { run: 'r1', startedAt: '2026-11-22T05:00:00Z', seconds: 50, retries: 0, skipped: false }
    }
  })
  await mkdir(join(home, 'shows/morning/episodes/2026-11-23'))
})
afterEach(() => server?.close())

describe('metrics', () => {
  test('tell of the library, of its latest episodes and of the queue', async () => {
    const { queue, tell } = countedQueue({ failed: 2 })
    server = await serveLibrary(home, {}, { queue })
    tell({ type: 'failed', stage: 'render', id: 'x', reason: 'no' })
    tell({ type: 'progress', stage: 'render', id: 'x' })
    const { text, headers } = await ask(server, '/metrics')
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
    const lines = text.split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        '# TYPE duologue_episodes_published gauge',
        'duologue_episodes_published{show="morning"} 2',
        `duologue_latest_episode_timestamp_seconds{show="morning"} ${Date.parse('2026-11-22T06:00:00Z') / 1000}`,
        'duologue_latest_episode_duration_seconds{show="morning"} 200',
        'duologue_latest_episode_stage_seconds{show="morning",stage="render"} 50',
        'duologue_latest_episode_real_time_factor{show="morning",stage="render"} 0.25',
        'duologue_queue_jobs{stage="mix",state="waiting"} 1',
        'duologue_queue_jobs{stage="fetch",state="failed"} 2',
        'duologue_job_failures_total{stage="render"} 1',
        'duologue_job_failures_total{stage="mix"} 0'
      ])
    )
    const LINE =
      /^(?:# (?:HELP|TYPE) duologue_\w+ .+|duologue_\w+(?:\{\w+="[^"]*"(?:,\w+="[^"]*")*\})? -?\d+(?:\.\d+)?|)$/
    expect(lines.filter(line => !LINE.test(line))).toEqual([])
  })

  test('a file that cannot be read leaves the rest', async () => {
    server = await serveLibrary(home)
    await writeFile(join(home, 'shows/morning/episodes/2026-11-22/report.json'), '{')
    const { status, text } = await ask(server, '/metrics')
    expect([status, text.includes('duologue_episodes_published{show="morning"} 2')]).toEqual([200, true])
    expect(text).not.toContain('real_time_factor{')
  })

  test.each([
    ['without the token', {}, 404],
    ['with another', { authorization: 'Bearer other' }, 404],
    ['with it', { authorization: 'Bearer watch' }, 200]
  ])('where they have a token, they are asked %s', async (_, headers: Record<string, string>, status) => {
    server = await serveLibrary(home, { metricsToken: 'watch', isPrivate: true })
    expect((await ask(server, '/metrics', headers)).status).toBe(status)
  })

  test('labels are escaped', () => {
    const samples = [{ labels: { show: 'a"\\\n' }, value: 1 }]
    expect(buildMetrics([{ name: 'x', help: 'X.', type: 'gauge', samples }])).toBe(
      '# HELP x X.\n# TYPE x gauge\nx{show="a\\"\\\\\\n"} 1\n'
    )
  })

  test('the queue is listened to as long as the server runs', async () => {
    const { queue, listeners } = countedQueue()
    const running = await serveLibrary(home, {}, { queue })
    expect(listeners.size).toBe(1)
    await running.close()
    expect(listeners.size).toBe(0)
  })
})

describe('readiness', () => {
  test('the library takes files and the queue answers', async () => {
    server = await serveLibrary(home)
    const { status, text } = await ask(server, '/readyz')
    expect([status, text]).toEqual([200, 'ok'])
    expect((await readdir(join(home, 'run'))).filter(name => name.startsWith('ready'))).toEqual([])
  })

  test('a queue that fails is told', async () => {
    const { queue } = countedQueue()
    const broken = { ...queue, counts: () => Promise.reject(new Error('gone')) } as unknown as JobQueue
    server = await serveLibrary(home, {}, { queue: broken })
    const { status, text } = await ask(server, '/readyz')
    expect([status, text]).toEqual([503, 'The queue does not answer.'])
  })

  test('a queue that keeps silent is told, and does not hold the answer up', async () => {
    const { queue } = countedQueue()
    const silent = { ...queue, counts: () => new Promise(() => {}) } as unknown as JobQueue
    server = await serveLibrary(home, {}, { queue: silent })
    expect((await ask(server, '/readyz')).status).toBe(503)
    expect((await ask(server, '/healthz')).status).toBe(200)
  })

  test('a library that takes no files is told', async () => {
    server = await serveLibrary(home)
    await rm(join(home, 'run'), { recursive: true })
    await writeFile(join(home, 'run'), 'in the way')
    const { status, text } = await ask(server, '/readyz')
    expect([status, text]).toEqual([503, 'The library cannot be written to.'])
  })
})
