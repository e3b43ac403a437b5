import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageDecisionSchema } from '../../src/domain/page-decision.ts'
import { fetchedEpisode } from '../helpers/fetched-episode.ts'
import { localFeed, localPage } from '../helpers/local-news.ts'
import { newHome } from '../helpers/new-home.ts'
import { writeNewsConfig } from '../helpers/news-config.ts'
import { startNewsSite } from '../helpers/news-site.ts'
import type { NewsSite } from '../helpers/news-site.ts'
import { runCli, startCli } from '../helpers/run-cli.ts'

const SLOW = 300_000
/** One page comes after the other, for one host is asked one thing at a time. */
const PAGE_MS = 400
const TOWNS = [
  'Alder Bay',
  'Birch Hill',
  'Cedar Point',
  'Dover Sands',
  'Elm Grove',
  'Fern Valley',
  'Gorse Moor',
  'Hazel Cross'
]

const STORIES = TOWNS.map((town, at) => ({
  path: `/news/${at}.html`,
  title: `${town} plants ${at + 3} thousand trees along its northern shore`,
  summary: `The town of ${town} planted ${at + 3} thousand trees along its northern shore on Monday with the help of schools.`,
  page: [
    `The mayor of ${town} said that ${at + 40} classes had taken part, each with a row of its own to look after.`,
    `Foresters from ${town} will count the trees that live through the winter and plant others in their place.`,
    `The wood that stood there burned down ${at + 5} years ago, and the storms have taken some of the beach since.`
  ]
}))

let site: NewsSite
beforeAll(async () => {
  site = await startNewsSite(origin => ({
    '/feed.xml': localFeed('The Coast', origin, STORIES, new Date(Date.now() - 3_600_000).toUTCString()),
    ...Object.fromEntries(
      STORIES.map(story => [
        story.path,
        async (_request, response) => {
          await sleep(PAGE_MS)
          response.writeHead(200, { 'content-type': 'text/html' }).end(localPage(story))
        }
      ])
    )
  }))
})
afterAll(() => site.close())

async function pagesIn(home: string): Promise<string[]> {
  const names = await readdir(join(home, 'shows'), { recursive: true }).catch(() => [])
  return names
    .filter(name => /\/pages\/[0-9a-f]{16}\.json$/.test(name))
    .map(name => join(home, 'shows', name))
}

/** The path of the page that a file tells of. */
async function pathIn(file: string): Promise<string> {
  const { url } = pageDecisionSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  return new URL(url).pathname
}

test(
  'killed while pages are read, the same command goes on with those that are missing',
  async () => {
    const home = await newHome()
    const config = await writeNewsConfig(home, { feeds: [`${site.url}/feed.xml`], minutes: 3 })
    const args = ['script', 'local', '--home', home, '--config', config, '--json']
    const first = startCli(args)
    while ((await pagesIn(home)).length < 3 && first.child.exitCode === null) await sleep(10)
    first.child.kill('SIGKILL')
    await first.ended
    const read = await Promise.all((await pagesIn(home)).map(pathIn))
    expect(read.length).toBeLessThan(STORIES.length)

    const second = await runCli(args)
    expect(second.code, second.stderr).toBe(0)
    const { funnel, pages } = await fetchedEpisode(dirname(String(second.json.file)))
    expect(funnel?.pages).toEqual({ asked: STORIES.length, taken: STORIES.length, notTaken: [] })
    expect(Object.values(pages).map(({ from }) => from)).toEqual(STORIES.map(() => 'page'))
    const timesAsked = (path: string): number => site.asked.filter(each => each === path).length
    expect(read.map(path => [path, timesAsked(path)])).toEqual(read.map(path => [path, 1]))
    // Those that were asked for when the process died are asked for once more.
    expect(Math.max(...STORIES.map(({ path }) => timesAsked(path)))).toBeLessThanOrEqual(2)
    expect(site.asked.filter(path => path === '/feed.xml').length).toBe(1)
  },
  SLOW
)
