import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportSchema } from '../../src/domain/report.ts'
import { fetchedEpisode } from '../helpers/fetched-episode.ts'
import { BRIDGE, FURNITURE, GONE, HOSPITAL, localFeed, RESERVOIR, TELESCOPE } from '../helpers/local-news.ts'
import { startLocalSite } from '../helpers/local-site.ts'
import { newHome } from '../helpers/new-home.ts'
import { writeNewsConfig } from '../helpers/news-config.ts'
import type { NewsConfig } from '../helpers/news-config.ts'
import type { NewsSite } from '../helpers/news-site.ts'
import { startRawServer } from '../helpers/raw-server.ts'
import type { RawServer } from '../helpers/raw-server.ts'
import { runCli, startCli } from '../helpers/run-cli.ts'
import { writeTinyConfig } from '../helpers/tiny-show.ts'

const SLOW = 300_000
const PRIVATE = {
  ...TELESCOPE,
  summary:
    'The telescope on Mount Verrin found water above a distant planet, its owners said on Monday evening.'
}

const ADVERTISEMENT = {
  path: '/deals.html',
  title: 'Sponsored: the best garden chairs at half their price',
  summary: 'The best garden chairs cost half of what they did, and the sale ends on Sunday evening.',
  page: []
}

let site: NewsSite
let changing = [TELESCOPE]
/** Has nothing that a stranger may ask for. */
let inner: RawServer
beforeAll(async () => {
  inner = await startRawServer(socket => void socket.end('HTTP/1.1 204 No Content\r\n\r\n'))
  const hourAgo = new Date(Date.now() - 3_600_000).toUTCString()
  site = await startLocalSite(() => ({
    '/locked.xml': (_request, response) => void response.writeHead(401).end(),
    '/changing.xml': (request, response) => {
      const text = localFeed('The Headliner', site.url, changing, hourAgo)
      const etag = `"${changing.map(({ title }) => title.length).join('-')}"`
      if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
      else response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(text)
    },
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

describe('when an episode has told all that there is', () => {
  let home: string
  let queue: string
  let config: NewsConfig
  let first: Awaited<ReturnType<typeof run>>
  beforeAll(async () => {
    home = await newHome()
    queue = join(home, 'queue')
    config = { feeds: addresses('/summaries.xml', '/changing.xml'), minutes: 5 }
    first = await run('brief', home, config)
    await rm(queue, { recursive: true })
  }, SLOW)

  const report = async () => {
    const dir = join(dirname(String(first.json.dir)), `${String(first.json.episode)}-2`)
    return reportSchema.parse(JSON.parse(await readFile(join(dir, 'report.json'), 'utf8')))
  }

  test('it has asked each feed once', () => {
    expect(first.code, first.stderr).toBe(0)
    expect(first.stderr).toMatch(/pages +4 read, 3 taken/)
    expect(config.feeds.map(url => countOf(addresses(...first.asked), String(url)))).toEqual([1, 1])
  })

  test(
    'a second one with nothing new opens no queue: every answer is 304, exit 3, and the feed is as it was',
    async () => {
      const feed = await readFile(String(first.json.feed), 'utf8')
      const second = await run('brief', home, config, ['--another'])
      expect([second.code, second.json.nothingNew], second.stderr).toEqual([3, true])
      expect(second.answers.length).toBe(2)
      expect(second.answers.filter(({ status, isConditional }) => status !== 304 || !isConditional)).toEqual(
        []
      )
      expect(existsSync(queue)).toBe(false)
      expect(await readFile(String(first.json.feed), 'utf8')).toBe(feed)
      expect((await report()).funnel).toMatchObject({
        feedsAsked: 2,
        feedsUnchanged: 2,
        feedsFailed: [],
        storiesChosen: 0
      })
      const { json } = await runCli(['status', '--home', home, '--json'])
      expect(json.episodes).toMatchObject([{ state: 'done' }, { state: 'nothing-new', reason: null }])
    },
    SLOW
  )

  test(
    'and one of two feeds changes, though not for a story, each is asked once, and the queue says that there is nothing',
    async () => {
      changing = [TELESCOPE, ADVERTISEMENT]
      const third = await run('brief', home, config, ['--another'])
      expect([third.code, third.json.nothingNew], third.stderr).toEqual([3, true])
      expect(third.asked.filter(path => path.endsWith('.xml')).sort()).toEqual([
        '/changing.xml',
        '/summaries.xml'
      ])
      expect(existsSync(queue)).toBe(true)
      expect((await report()).funnel).toMatchObject({ feedsAsked: 2, feedsUnchanged: 1, itemsNew: 1 })
    },
    SLOW
  )

  test(
    'and a server is at work on the library, each is asked once as well, by the server alone',
    async () => {
      changing = [TELESCOPE, { ...ADVERTISEMENT, title: 'Sponsored: garden tables' }]
      const file = join(home, 'duologue.yaml')
      const server = startCli(['serve', '--home', home, '--config', file, '--port', '0'])
      await expect.poll(() => existsSync(join(home, 'run/server.json')), { timeout: SLOW }).toBe(true)
      const fourth = await run('brief', home, config, ['--another'])
      server.child.kill('SIGTERM')
      await server.ended
      expect([fourth.code, fourth.json.nothingNew], fourth.stderr).toEqual([3, true])
      expect(fourth.asked.filter(path => path.endsWith('.xml')).sort()).toEqual([
        '/changing.xml',
        '/summaries.xml'
      ])
      expect((await report()).funnel).toMatchObject({ feedsAsked: 2, feedsUnchanged: 1 })
    },
    SLOW
  )
})

test(
  'the password of a feed that refuses it is told nowhere, and one that answers with a page is named as failing',
  async () => {
    const home = await newHome()
    const [locked = '', page = ''] = addresses('/locked.xml', BRIDGE.path)
    const url = locked.replace('http://', 'http://joe:secret@')
    const { code, stdout, stderr } = await run('brief', home, { feeds: [url, page] })
    expect(code).toBe(1)
    expect(stderr).toContain(`${locked}: the server answered 401`)
    const status = await runCli(['status', '--home', home])
    expect(status.stdout).toMatch(/feeds that fail\n[^]*bridge\.html: 1 time in a row/)
    expect(stdout + stderr + status.stdout).not.toContain('secret')
    const asked = site.asked.filter(path => path === '/locked.xml')
    expect(asked.length).toBe(1)
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
