import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fetchedEpisode } from '../helpers/fetched-episode.ts'
import { BRIDGE, FURNITURE, GONE, HOSPITAL, localFeed, RESERVOIR, TELESCOPE } from '../helpers/local-news.ts'
import { startLocalSite } from '../helpers/local-site.ts'
import { newHome } from '../helpers/new-home.ts'
import { writeNewsConfig } from '../helpers/news-config.ts'
import type { NewsConfig } from '../helpers/news-config.ts'
import type { NewsSite } from '../helpers/news-site.ts'
import { startRawServer } from '../helpers/raw-server.ts'
import type { RawServer } from '../helpers/raw-server.ts'
import { runCli } from '../helpers/run-cli.ts'
import { writeTinyConfig } from '../helpers/tiny-show.ts'

const SLOW = 300_000
const PRIVATE = {
  ...TELESCOPE,
  summary:
    'The telescope on Mount Verrin found water above a distant planet, its owners said on Monday evening.'
}

let site: NewsSite
/** Has nothing that a stranger may ask for. */
let inner: RawServer
beforeAll(async () => {
  inner = await startRawServer(socket => void socket.end('HTTP/1.1 204 No Content\r\n\r\n'))
  site = await startLocalSite(() => ({
    '/inner.xml': localFeed('The Inner', inner.url, [PRIVATE]),
    '/inner-name.xml': localFeed('The Inner', `http://localhost:${inner.port}`, [PRIVATE])
  }))
})
afterAll(() => Promise.all([site.close(), inner.close()]))

/** One episode, asked for by the real command line; what it asked the site for meanwhile. */
async function run(command: 'brief' | 'script', home: string, config: NewsConfig, more: string[] = []) {
  const before = site.answers.length
  const file = await writeNewsConfig(home, config)
  const result = await runCli([command, 'local', '--home', home, '--config', file, '--json', ...more])
  const answers = site.answers.slice(before)
  return { ...result, answers, asked: answers.map(({ path }) => path) }
}

/** One that was written, and not rendered. */
async function written(config: NewsConfig) {
  const result = await run('script', await newHome(), config)
  expect(result.code, result.stderr).toBe(0)
  return { ...result, ...(await fetchedEpisode(dirname(String(result.json.file)))) }
}

const addresses = (...paths: string[]): string[] => paths.map(path => site.url + path)

const countOf = (all: readonly string[], one: string): number => all.filter(each => each === one).length

describe('an episode of feeds with summaries and headlines', () => {
  let episode: Awaited<ReturnType<typeof written>>
  beforeAll(async () => {
    episode = await written({ feeds: addresses('/summaries.xml', '/headlines.xml'), minutes: 3 })
  }, SLOW)

  test.each([BRIDGE, HOSPITAL, TELESCOPE])('tells "$title" from its page', ({ path, page }) => {
    expect(page.filter(sentence => episode.spoken.includes(sentence.slice(0, 40))).length).toBeGreaterThan(0)
    expect(episode.pages[path]).toMatchObject({ from: 'page', refused: null })
    expect(page.filter(sentence => !episode.pages[path]?.text.includes(sentence))).toEqual([])
  })

  test.each(Object.entries(FURNITURE))(
    'neither says nor keeps what stands around stories: %s',
    (_name, line) => {
      const kept = Object.values(episode.pages).map(({ text }) => text)
      for (const words of [line, ...line.split(/[.,!] /)])
        expect([episode.spoken, ...kept].join('\n')).not.toContain(words)
    }
  )

  test('does not ask for the page that robots.txt closes, and tells its story from the feed', () => {
    expect(episode.asked).not.toContain(RESERVOIR.path)
    expect(episode.spoken).toContain('reservoir above Tarn Hollow is full')
    expect(episode.pages[RESERVOIR.path]).toMatchObject({
      from: 'feed',
      substance: 'summary',
      text: RESERVOIR.summary,
      refused: expect.stringMatching(/^robots\.txt of .* does not allow it/)
    })
  })

  test('makes a story of a headline that has a page, and leaves out the one that has none', () => {
    const titles = episode.rundown.stories.map(({ title }) => title)
    expect(titles).toContain(TELESCOPE.title)
    expect(titles).not.toContain(GONE.title)
    expect(episode.pages[GONE.path]).toMatchObject({ from: 'feed', substance: 'headline', text: '' })
    expect(episode.spoken).not.toContain('fisheries')
  })

  test('asks for robots.txt and each page once', () => {
    for (const path of ['/robots.txt', BRIDGE.path, HOSPITAL.path, TELESCOPE.path])
      expect([path, countOf(episode.asked, path)]).toEqual([path, 1])
  })

  test('says in its report what became of the pages', () => {
    const { pages, itemsHeadlineOnly, itemsFullText } = episode.funnel ?? {}
    expect(pages).toMatchObject({ asked: 5, taken: 3 })
    expect(
      Object.fromEntries(pages?.notTaken.map(({ url, reason }) => [new URL(url).pathname, reason]) ?? [])
    ).toEqual({
      [GONE.path]: expect.stringContaining('the server answered 404'),
      [RESERVOIR.path]: expect.stringContaining('robots.txt')
    })
    expect([itemsHeadlineOnly, itemsFullText]).toEqual([1, 1])
    expect(episode.funnel?.storiesLeftOut).toContainEqual({
      title: GONE.title,
      outlet: 'The Headliner',
      reason: 'only a headline, with nothing to tell it from'
    })
  })
})

test(
  'a second one with nothing new: every answer is 304 to a conditional request, exit 3, and the feed is as it was',
  async () => {
    const home = await newHome()
    const config = { feeds: addresses('/summaries.xml', '/telescope.xml'), minutes: 5 }
    const first = await run('brief', home, config)
    expect(first.code, first.stderr).toBe(0)
    expect(first.stderr).toMatch(/pages +4 read, 3 taken/)
    const feed = await readFile(String(first.json.feed), 'utf8')
    const second = await run('brief', home, config, ['--another'])
    expect([second.code, second.json.nothingNew], second.stderr).toEqual([3, true])
    expect(second.answers.length).toBeGreaterThanOrEqual(2)
    expect(second.answers.filter(({ status, isConditional }) => status !== 304 || !isConditional)).toEqual([])
    expect(second.asked).not.toContain(BRIDGE.path)
    expect(await readFile(String(first.json.feed), 'utf8')).toBe(feed)
  },
  SLOW
)

describe('pages at private addresses', () => {
  test.each([
    ['an address', '/inner.xml'],
    ['a name that leads to one', '/inner-name.xml']
  ])(
    'are not asked, whatever the feed may be: %s',
    async (_what, path) => {
      const before = inner.connections()
      const episode = await written({ feeds: addresses(path), fetch: {} })
      expect(inner.connections()).toBe(before)
      expect(episode.funnel?.pages?.notTaken).toEqual([
        {
          url: expect.stringContaining(PRIVATE.path),
          reason: expect.stringMatching(/is a private or reserved address/)
        }
      ])
    },
    SLOW
  )

  test(
    'are asked where fetch.allow opens them',
    async () => {
      const before = inner.connections()
      const episode = await written({ feeds: addresses('/inner.xml') })
      expect(inner.connections()).toBeGreaterThan(before)
      expect(episode.funnel?.pages?.asked).toBe(1)
    },
    SLOW
  )
})

describe('no page is read', () => {
  test.each([
    [
      'with fetch.pages: false',
      () => ({ feeds: addresses('/summaries.xml'), fetch: { allow: ['127.0.0.1'], pages: false } })
    ],
    ['of a feed with pages: false', () => ({ feeds: [{ url: `${site.url}/summaries.xml`, pages: false }] })]
  ])(
    '%s',
    async (_what, config) => {
      const episode = await written(config())
      expect(episode.asked).toEqual(['/summaries.xml'])
      expect([episode.pages, episode.funnel?.pages]).toEqual([{}, undefined])
    },
    SLOW
  )

  test(
    'of feeds that are files, as those of the demo are',
    async () => {
      const home = await newHome()
      const config = await writeTinyConfig(home)
      const result = await runCli(['script', 'tiny', '--home', home, '--config', config, '--json'])
      expect(result.code, result.stderr).toBe(0)
      const { pages, funnel } = await fetchedEpisode(dirname(String(result.json.file)))
      expect([pages, funnel?.pages]).toEqual([{}, undefined])
    },
    SLOW
  )
})
