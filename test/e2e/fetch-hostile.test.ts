import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import NodeID3 from 'node-id3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startFeedServer } from '../helpers/feed-server.ts'
import type { FeedServer } from '../helpers/feed-server.ts'
import { fetchedEpisode } from '../helpers/fetched-episode.ts'
import { dripRoute, harmfulWords, HOPELESS } from '../helpers/hostile-site.ts'
import { startLocalSite } from '../helpers/local-site.ts'
import { newHome } from '../helpers/new-home.ts'
import { writeNewsConfig } from '../helpers/news-config.ts'
import type { NewsSite } from '../helpers/news-site.ts'
import { runCli } from '../helpers/run-cli.ts'
import type { CliResult } from '../helpers/run-cli.ts'

const SLOW = 300_000
const MARKUP = /<script|alert\(|onerror|drawtext|textfile|&l\d;|hahaha|etc\/passwd/

let site: NewsSite
/** A host of its own: others wait for their turn at the one that answers slowly. */
let slow: FeedServer
let base: string
let home: string
let canary: string
let result: CliResult
let episode: Awaited<ReturnType<typeof fetchedEpisode>>

beforeAll(async () => {
  base = await newHome()
  home = join(base, 'one/two/three')
  canary = join(base, 'canary')
  await mkdir(home, { recursive: true })
  slow = await startFeedServer({ '/slow.xml': dripRoute })
  site = await startLocalSite(origin => ({
    ...Object.fromEntries(Object.entries(HOPELESS).map(([path, { route }]) => [path, route])),
    ...harmfulWords(origin, canary)
  }))
  const paths = ['/summaries.xml', ...Object.keys(HOPELESS), ...Object.keys(harmfulWords('', ''))]
  const feeds = [`${slow.url}/slow.xml`, ...paths.map(path => site.url + path)]
  const config = await writeNewsConfig(home, { feeds, minutes: 3, stories: 8 })
  result = await runCli(['brief', 'local', '--home', home, '--config', config, '--json'])
  if (result.code === 0) episode = await fetchedEpisode(String(result.json.dir))
}, SLOW)
afterAll(() => Promise.all([site.close(), slow.close()]))

const readMade = (name: string): Promise<string> => readFile(join(String(result.json.dir), name), 'utf8')

test('among hostile feeds, the episode is made from the rest', () => {
  expect(result.code, result.stderr).toBe(0)
  expect(episode.spoken).toContain('river bridge')
})

test('each failure is named with its reason, and no other feed failed', () => {
  const reasons = Object.fromEntries(
    episode.funnel?.feedsFailed.map(({ url, reason }) => [new URL(url).pathname, reason]) ?? []
  )
  expect(reasons).toEqual({
    '/slow.xml': expect.stringMatching(/did not come within 30 s/),
    ...Object.fromEntries(
      Object.entries(HOPELESS).map(([path, { reason }]) => [path, expect.stringMatching(reason)])
    )
  })
})

test('stories with harmful words are told without them', () => {
  expect(episode.rundown.stories.map(({ outlets }) => outlets).flat()).toContain('Port Sallow Post')
  expect(episode.spoken).toMatch(/Port Sallow/)
  expect(episode.spoken).toMatch(/silver coins/)
  expect(episode.spoken).toMatch(/orchestra of Fenwick/)
  expect(episode.spoken).not.toMatch(MARKUP)
  expect(episode.spoken).not.toMatch(/[<>`{}\\|]|\$\(|touch/)
})

test.each(['notes.html', 'transcript.vtt', 'transcript.srt', 'chapters.json'])(
  'no markup of a feed is in %s',
  async name => {
    expect(await readMade(name)).not.toMatch(/<script|onerror|<img/)
  }
)

test('no markup of a feed is in feed.xml, not even as text', async () => {
  const feed = await readFile(String(result.json.feed), 'utf8')
  expect(feed).not.toMatch(/(?:<|&lt;|&amp;lt;)(?:script|img)|onerror/)
})

test('no markup of a feed is in the tags of the audio', () => {
  const { raw: _raw, image: _image, ...tags } = NodeID3.read(String(result.json.audio))
  expect(JSON.stringify(tags)).toContain('The Local Brief')
  expect(JSON.stringify(tags)).not.toMatch(/<script|onerror|<img/)
})

test('no file lies outside the library, none is named by a feed, and no command of a title was run', async () => {
  const files = (await readdir(base, { recursive: true, withFileTypes: true }))
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(base, join(entry.parentPath, entry.name)))
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter(file => !file.startsWith('one/two/three/'))).toEqual([])
  expect(
    files.filter(
      file =>
        /passwd|script|touch|drawtext|sallow|con$/i.test(file) && !/script\.json$|transcript\./.test(file)
    )
  ).toEqual([])
  expect([existsSync(canary), existsSync(join(dirname(home), 'etc'))]).toEqual([false, false])
})
