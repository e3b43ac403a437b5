import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseFeed } from 'podcast-partytime'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../helpers/eventually.ts'
import { mp3sIn, serveMadeLibrary, type MadeLibrary } from '../helpers/made-library.ts'
import { newHome } from '../helpers/new-home.ts'
import { startObservingProxy, type ObservingProxy } from '../helpers/observing-proxy.ts'
import { runTool, startTool } from '../helpers/run-tool.ts'
import { gateOn } from '../helpers/system-tool.ts'

const SLOW = 300_000
const FEED = '/shows/tiny/feed.xml'

const gpodder = gateOn('gPodder', ['gpo'])
const newsboat = gateOn('newsboat with podboat', ['newsboat', 'podboat', 'script'])
const podget = gateOn('podget', ['podget'])
const xmllint = gateOn('the served feed is well-formed for xmllint', ['xmllint'])

let made: MadeLibrary
let proxy: ObservingProxy
let home: string
let feed: string

beforeAll(async () => {
  made = await serveMadeLibrary()
}, SLOW)

afterAll(() => made?.stop())

beforeEach(async () => {
  home = await newHome()
  proxy = await startObservingProxy(made.url)
  feed = proxy.url + FEED
})

afterEach(() => proxy.close())

const feedAnswers = () => proxy.answersTo(FEED)
const audioAsked = () => proxy.seen.filter(({ path }) => path.endsWith('.mp3')).map(({ path }) => path)

describe.skipIf(gpodder.skip)(gpodder.title, () => {
  const gpo = (...args: string[]) =>
    runTool('gpo', args, { home, env: { GPODDER_HOME: home, GPODDER_DOWNLOAD_DIR: join(home, 'dl') } })

  test('subscribes and downloads every episode byte for byte; every further update costs a 304', async () => {
    await gpo('subscribe', feed)
    await gpo('update')
    const episodes = await gpo('episodes')
    for (const title of made.titles) expect(episodes).toContain(title)
    await gpo('download')
    expect((await mp3sIn(join(home, 'dl'))).toSorted()).toEqual(made.audio.toSorted())
    await gpo('update')
    expect(feedAnswers()).toEqual([200, 304, 304])
    expect(audioAsked()).toHaveLength(made.audio.length)
  })
})

describe.skipIf(newsboat.skip)(newsboat.title, () => {
  const run = (...args: string[]) =>
    runTool('newsboat', ['-u', 'urls', '-c', 'cache.db', '-C', 'config', '-q', '-x', ...args], { home })

  beforeEach(async () => {
    await writeFile(join(home, 'urls'), `${feed}\n`)
    await writeFile(
      join(home, 'config'),
      `podcast-auto-enqueue yes\ndownload-path "${home}/dl/"\nmax-downloads 2\n`
    )
    await mkdir(join(home, 'dl'))
    await mkdir(join(home, '.newsboat'))
  })

  test('reads and queues every episode, and downloads each byte for byte', async () => {
    await run('reload')
    expect(await run('print-unread')).toContain(`${made.audio.length} unread articles`)
    const queue = join(home, '.newsboat/queue')
    expect((await readFile(queue, 'utf8')).trim().split('\n')).toHaveLength(made.audio.length)
    const podboat = startTool('script', ['-qec', `podboat -a -C config -q ${queue}`, '/dev/null'], { home })
    try {
      const whole = made.audio.toSorted().join()
      await eventually(
        'podboat has downloaded all of them',
        async () => (await mp3sIn(join(home, 'dl'))).toSorted().join() === whole
      )
    } finally {
      await podboat.stop()
    }
    expect(audioAsked()).toHaveLength(made.audio.length)
  })

  test('pays a 304 for each update that it asks with what it knows: the third at the latest', async () => {
    // It may forget the first answer's ETag: https://github.com/newsboat/newsboat/issues/2734
    for (let times = 0; times < 3; times += 1) await run('reload')
    const answers = proxy.seen.filter(({ path }) => path === FEED)
    expect(answers).toHaveLength(3)
    for (const { conditional, status } of answers) expect(status).toBe(conditional ? 304 : 200)
    expect([answers[0]?.status, answers[2]?.status]).toEqual([200, 304])
  })
})

describe.skipIf(podget.skip)(podget.title, () => {
  const run = () => {
    const places = ['-d', home, '-c', 'podgetrc', '--dir_session', `${home}/session`, '-l', `${home}/library`]
    return runTool('podget', [...places, '--serverlist', 'serverlist', '-vv'], { home })
  }

  test('downloads every episode byte for byte, and nothing a second time', async () => {
    await runTool('podget', ['-d', home, '--create-config', 'podgetrc'], { home })
    await writeFile(join(home, 'serverlist'), `${feed} News Tiny\n`)
    await run()
    expect((await mp3sIn(join(home, 'library'))).toSorted()).toEqual(made.audio.toSorted())
    const first = audioAsked()
    await run()
    expect(first).toHaveLength(made.audio.length)
    expect(audioAsked()).toEqual(first)
    // Its wget knows nothing of what it had before.
    expect(feedAnswers()).toEqual([200, 200])
  })
})

describe('the served feed', () => {
  test.skipIf(xmllint.skip)(xmllint.title, async () => {
    const file = join(home, 'feed.xml')
    await writeFile(file, await (await fetch(feed)).text())
    expect(await runTool('xmllint', ['--noout', '--nonet', file], { home })).toBe('')
  })

  test('shows podcast-partytime the features of Podcasting 2.0, with files that are there', async () => {
    const read = parseFeed(await (await fetch(feed)).text())
    if (read === null) throw new Error('podcast-partytime read no feed')
    const names = Object.values(read.pc20support).flat()
    expect(names).toEqual(expect.arrayContaining(['transcript', 'chapters', 'person', 'medium']))
    expect(read.items).toHaveLength(made.audio.length)
    const files = read.items.flatMap(({ podcastTranscripts = [], podcastChapters }) => [
      ...podcastTranscripts.map(({ url }) => url),
      podcastChapters?.url ?? ''
    ])
    expect(files).toHaveLength(4 * made.audio.length)
    for (const url of files) {
      expect(url.startsWith(`${proxy.url}/`)).toBe(true)
      expect((await fetch(url)).status).toBe(200)
    }
  })
})
