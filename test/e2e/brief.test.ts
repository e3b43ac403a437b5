import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/config/load-settings.ts'
import { newHome } from '../helpers/new-home.ts'
import { newLibrary } from '../helpers/new-library.ts'
import { runCli } from '../helpers/run-cli.ts'
import { runMain } from '../helpers/run-main.ts'
import { writeTinyConfig } from '../helpers/tiny-show.ts'

const SLOW = 300_000

let server: Server
let origin: string

/** What /more.xml has come to have besides. */
let more = ''

async function feedOfTwo(besides = ''): Promise<string> {
  const xml = await readFile(join(packageRoot, 'samples/feeds/northgate-wire.rss.xml'), 'utf8')
  const [first = '', second = ''] = xml.split(/(?=<item>)/).slice(1)
  const items = `${besides}${first}${second.slice(0, second.indexOf('</item>') + 7)}`
  return `${xml.slice(0, xml.indexOf('<item>'))}${items}</channel></rss>`
}

const ANSWERS: Record<string, (response: ServerResponse) => void> = {
  '/good.xml': async response =>
    response.end(await readFile(join(packageRoot, 'samples/feeds/northgate-wire.rss.xml'))),
  '/two.xml': async response => response.end(await feedOfTwo()),
  '/more.xml': async response => response.end(await feedOfTwo(more)),
  '/empty.xml': response => response.end(''),
  '/page.html': response =>
    response.end('<!doctype html><html><head><title>News</title></head><body><p>Hello</p></body></html>'),
  '/text.xml': response => response.end('this is not XML'),
  '/huge.xml': response =>
    void response.write('<rss><channel><item><description>'.padEnd(50 << 20, 'x'), () => response.end()),
  '/headlines.xml': response =>
    response.end(
      '<rss version="2.0"><channel><title>H</title><item><title>Something happened</title></item></channel></rss>'
    )
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = ANSWERS[request.url ?? '']
    if (answer === undefined) response.writeHead(404).end()
    else answer(response)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise(done => server.close(done)))

/** A one-minute brief on the spot. */
const briefOf = async (home: string, urls: string[], run = runMain) => {
  const config = await writeTinyConfig(home)
  const feeds = urls.flatMap(url => ['--feed', url])
  return run(['brief', '--home', home, '--config', config, '--json', '--minutes', '1', ...feeds])
}

describe('brief', () => {
  test(
    'makes the episode from the feeds that work, and the report says what was wrong with the others',
    async () => {
      const home = await newLibrary()
      const bad = ['/empty.xml', '/page.html', '/text.xml', '/huge.xml', '/gone.xml'].map(
        path => origin + path
      )
      const feeds = [`${origin}/good.xml`, ...bad, 'http://127.0.0.1:1/refused.xml']
      const result = await briefOf(home, feeds)
      expect(result.code, result.stderr).toBe(0)
      const report = JSON.parse(await readFile(join(String(result.json.dir), 'report.json'), 'utf8')) as {
        funnel: { feedsFailed: { url: string; reason: string }[] }
      }
      const reasons = Object.fromEntries(
        report.funnel.feedsFailed.map(({ url, reason }) => [url.replace(origin, ''), reason])
      )
      expect(Object.keys(reasons).sort()).toEqual([
        '/empty.xml',
        '/gone.xml',
        '/huge.xml',
        '/page.html',
        '/text.xml',
        'http://127.0.0.1:1/refused.xml'
      ])
      expect(reasons['/page.html']).toMatch(/web page/)
      expect(reasons['/huge.xml']).toMatch(/15 MiB/)
      expect(reasons['/gone.xml']).toMatch(/404/)
      expect(reasons['http://127.0.0.1:1/refused.xml']).toMatch(/refused/)
      for (const url of bad) expect(result.stderr).toContain(url)
    },
    SLOW
  )

  test(
    'with every feed down: exit 1, the reason of each, and nothing published',
    async () => {
      const home = await newLibrary()
      const result = await briefOf(home, [`${origin}/gone.xml`, 'http://127.0.0.1:1/'], runCli)
      expect(result.code).toBe(1)
      expect(String(result.json.error)).toMatch(/gone\.xml[^]*404/)
      expect(String(result.json.error)).toMatch(/127\.0\.0\.1:1/)
      expect(result.stderr).not.toMatch(/\n\s+at /)
      const show = /brief-[0-9a-f]{8}/.exec(result.stderr)?.[0] ?? 'none'
      expect(existsSync(join(home, 'shows', show, 'feed.xml'))).toBe(false)
      expect(existsSync(join(home, 'shows', show, 'episodes'))).toBe(true)
    },
    SLOW
  )

  test(
    'with headlines alone: exit 1, because nothing could be told',
    async () => {
      const home = await newLibrary()
      const result = await briefOf(home, [`${origin}/headlines.xml`])
      expect([result.code, result.json.error]).toEqual([1, expect.stringMatching(/headline/i)])
    },
    SLOW
  )

  test(
    'a second one of the same day, with nothing new in the feeds: exit 3, nothing published',
    async () => {
      const home = await newLibrary()
      const config = await writeTinyConfig(home, [`${origin}/two.xml`], { minutes: 3 })
      const args = ['brief', 'tiny', '--home', home, '--config', config, '--json']
      const first = await runMain(args)
      expect(first.code, first.stderr).toBe(0)
      const feed = await readFile(String(first.json.feed), 'utf8')
      const second = await runCli([...args, '--another'])
      expect([second.code, second.json.nothingNew]).toEqual([3, true])
      expect(await readFile(String(first.json.feed), 'utf8')).toBe(feed)
    },
    SLOW
  )

  test(
    'where what is new has no sentence that can be said alone: exit 3, and why',
    async () => {
      const home = await newLibrary()
      const config = await writeTinyConfig(home, [`${origin}/more.xml`], { minutes: 3 })
      const args = ['brief', 'tiny', '--home', home, '--config', config, '--json']
      const first = await runMain(args)
      expect(first.code, first.stderr).toBe(0)
      more =
        '<item><title>What he meant</title><guid>more</guid><description>He said that it was theirs, and that they would do it there again if she let them.</description></item>'
      const second = await runMain([...args, '--another'])
      expect([second.code, second.json.nothingNew], second.stderr).toEqual([3, true])
      expect(second.stderr).toContain('has a sentence that can be said alone')
    },
    SLOW
  )
})

describe('wrong usage is exit 2 and says what would be right', () => {
  test.each([
    ['an unknown command', ['bref'], /unknown command 'bref'/],
    ['an unknown option', ['demo', '--fast'], /unknown option '--fast'/],
    ['an unknown show', ['brief', 'evening'], /has no show "evening"; name one of: tiny/],
    ['a feed that is no address', ['brief', '--feed', 'news'], /--feed news is not an address/],
    [
      'an unknown speech',
      ['brief', 'tiny', '--speech', 'shout'],
      /there is no speech "shout": use auto, flite, kokoro/
    ],
    [
      'an unknown writer',
      ['brief', 'tiny', '--writer', 'poet'],
      /there is no writer "poet": use builtin, .*models that write: granite/
    ],
    [
      'an unknown stage',
      ['worker', '--stages', 'fetch,cook'],
      /"cook" is not a stage; use fetch,write,render,mix,publish/
    ],
    ['an episode that is not there', ['render', 'tiny', '2026-01-01'], /no episode 2026-01-01 of tiny/]
  ])(
    '%s',
    async (_, args, message) => {
      const home = await newHome()
      const config = await writeTinyConfig(home)
      await mkdir(join(home, 'elsewhere'))
      const common = args[0] === 'bref' ? [] : ['--home', join(home, 'elsewhere'), '--config', config]
      const run = args[0] === 'bref' ? runCli : runMain
      const result = await run([...args, ...(args[0] === 'demo' ? [] : common)])
      expect(result.stderr).toMatch(message)
      expect(result.code).toBe(2)
      expect(result.stderr).not.toMatch(/\n\s+at /)
    },
    SLOW
  )
})
