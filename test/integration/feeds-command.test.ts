import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parseOpml } from 'feedsmith'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { captureStdout } from '../helpers/capture-stdout.ts'
import { newHome } from '../helpers/new-home.ts'

const CONFIG = `# mine
shows:
  tiny:
    title: Tiny
    description: A short show.
    feeds:
      - https://news.example.org/feed.xml # the best
      - { url: 'https://other.example.org/rss?a=1&b=2', title: Other & Co, weight: 0.5 }
      - ./local.xml
  tale:
    title: Tale
    description: A story.
    format: story
    text: ./tale.txt
`

const RSS = `<rss version="2.0"><channel><title>Local</title>
<item><title>Bridge opens</title><guid>1</guid><pubDate>Sat, 21 Nov 2026 06:00:00 GMT</pubDate><description>The new bridge over the river opened to traffic on Saturday morning after three long years of work.</description></item>
<item><title>Only a headline</title><guid>2</guid><pubDate>Fri, 20 Nov 2026 06:00:00 GMT</pubDate></item>
</channel></rss>`

interface Place {
  home: string
  config: string
}

async function newPlace(config = CONFIG): Promise<Place> {
  const home = await newHome()
  await mkdir(home, { recursive: true })
  await writeFile(join(home, 'duologue.yaml'), config)
  await writeFile(join(home, 'tale.txt'), 'Once upon a time there was a bridge.')
  await writeFile(join(home, 'local.xml'), RSS)
  return { home, config: join(home, 'duologue.yaml') }
}

async function feeds({ home, config }: Place, ...args: string[]) {
  let notes = ''
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation(chunk => {
    notes += String(chunk)
    return true
  })
  try {
    const said = await captureStdout(() =>
      main(['node', 'duologue', 'feeds', ...args, '--home', home, '--config', config])
    )
    return { ...said, notes }
  } finally {
    spy.mockRestore()
  }
}

const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>)

describe('feeds check', () => {
  test('says of each file below a folder what it has, in order, and of the others what is wrong', async () => {
    const place = await newPlace()
    const folder = join(place.home, 'saved')
    await mkdir(join(folder, 'b'), { recursive: true })
    await writeFile(join(folder, 'a.xml'), RSS)
    await writeFile(
      join(folder, 'b', 'empty.xml'),
      '<rss version="2.0"><channel><title>None</title></channel></rss>'
    )
    await writeFile(join(folder, 'c.txt'), 'hello')
    await writeFile(join(folder, '.hidden'), 'hello')
    await symlink(folder, join(folder, 'circle'))
    const { result, text, notes } = await feeds(
      place,
      'check',
      folder,
      join(place.home, 'missing.xml'),
      '--json'
    )
    expect(linesOf(text)).toEqual([
      {
        source: join(folder, 'a.xml'),
        status: 'ok',
        kind: 'rss',
        title: 'Local',
        items: 2,
        newest: '2026-11-21T06:00:00.000Z',
        withContent: 0.5,
        error: null
      },
      expect.objectContaining({
        source: join(folder, 'b', 'empty.xml'),
        status: 'empty',
        items: 0,
        error: null
      }),
      expect.objectContaining({ source: join(folder, 'c.txt'), status: 'failed', error: expect.any(String) }),
      expect.objectContaining({
        source: join(place.home, 'missing.xml'),
        status: 'failed',
        error: 'there is no such file or folder'
      })
    ])
    expect(notes).toContain('4 feeds: 1 with items, 1 without, 2 failed')
    expect(result).toBe(1)
  })

  test('prints a table, and ends well where all were read', async () => {
    const place = await newPlace()
    const file = join(place.home, 'local.xml')
    const { result, text } = await feeds(place, 'check', file)
    expect(text).toBe(
      `status  kind  items  newest      text  feed\nok      rss       2  2026-11-21   50 %  ${file}\n`
    )
    expect(result).toBe(0)
  })

  test.each([[[]], [['--json']]])('shows nobody the password of an address %j', async more => {
    const url = 'http://joe:secret@127.0.0.1:1/feed.xml'
    const place = await newPlace(CONFIG.replace('https://news.example.org/feed.xml', url))
    for (const named of [[], [url]]) {
      const { text, notes } = await feeds(place, 'check', ...named, ...more)
      expect(text).toContain('http://127.0.0.1:1/feed.xml')
      expect(text + notes).not.toContain('secret')
    }
  })

  test('reads every feed of the configuration once, over the web and beside the file', async () => {
    const asked: (string | undefined)[] = []
    const server = createServer((request, response) => {
      asked.push(request.url)
      if (request.url === '/gone') response.writeHead(404).end()
      else response.end(RSS)
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    onTestFinished(() => void server.close())
    const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const show = (id: string, ...urls: string[]) =>
      `  ${id}: {title: ${id}, description: Short., feeds: [${urls.join(', ')}]}\n`
    const place = await newPlace(
      `shows:\n${show('one', `${root}/a`, './local.xml')}${show('two', `${root}/a`, `${root}/gone`)}`
    )
    const { result, text } = await feeds(place, 'check', '--json')
    expect(linesOf(text).map(({ status, items }) => [status, items])).toEqual([
      ['ok', 2],
      ['ok', 2],
      ['failed', 0]
    ])
    expect(asked.sort()).toEqual(['/a', '/gone'])
    expect(result).toBe(1)
  })

  test.each(['file://a-host/feed.xml', 'nul\u0000.xml', 'https://', 'feed:'])(
    'goes on after %j, which is no feed',
    async name => {
      const place = await newPlace()
      const { text } = await feeds(place, 'check', name, join(place.home, 'local.xml'), '--json')
      expect(linesOf(text).map(line => [line.source, line.status])).toEqual([
        [name, 'failed'],
        [join(place.home, 'local.xml'), 'ok']
      ])
    }
  )

  test('is wrong usage where nothing is named and no show has feeds', async () => {
    const config = CONFIG.replace(/ {4}feeds:\n(?: {6}.*\n)+/, '    topic: bridges\n    format: story\n')
    expect((await feeds(await newPlace(config), 'check')).result).toBe(2)
  })

  const corpus = join(import.meta.dirname, '../../../shared/corpora/feeds')
  test.skipIf(!existsSync(corpus))(
    'has a line for every file of public test suites (skipped where shared/corpora is missing)',
    async () => {
      const { text } = await feeds(await newPlace(), 'check', corpus, '--json')
      const names = (await readdir(corpus)).sort()
      expect(linesOf(text).map(({ source }) => source)).toEqual(names.map(name => join(corpus, name)))
    },
    300_000
  )
})

const LIST = `<opml><body>
<outline text="News" xmlUrl="http://news.example.org/feed.xml/"/>
<outline text="Fresh" XMLURL='feed://fresh.example.org/rss'>
<outline text="[Odd]" xmlUrl="odd.example.org"/>
<outline text="Home" xmlUrl="http://10.0.0.2/feed"/>
<outline text="Old" xmlUrl="ftp://old.example.org/"/>
</body>`

describe('feeds import', () => {
  test('adds what is new to the show, leaves the rest of the file alone, and says what became of each', async () => {
    const place = await newPlace()
    await writeFile(join(place.home, 'list.opml'), LIST)
    const { result, text } = await feeds(place, 'import', join(place.home, 'list.opml'))
    expect(await readFile(place.config, 'utf8')).toBe(
      CONFIG.replace(
        '      - ./local.xml\n',
        `      - ./local.xml
      - { url: http://fresh.example.org/rss, title: Fresh }
      - https://odd.example.org
      - { url: http://10.0.0.2/feed, title: Home }
`
      )
    )
    expect(text).toBe(`tiny: 3 added, 1 there already, 1 refused
  + http://fresh.example.org/rss  Fresh
  + https://odd.example.org
  + http://10.0.0.2/feed  Home
  = http://news.example.org/feed.xml/
  - ftp://old.example.org/: feeds are read over https and http, not ftp:
  ! https://odd.example.org: its title "[Odd]" cannot be said aloud and was left out; the feed's own is used
  ! http://10.0.0.2/feed is in a home network: only from there can it be read
`)
    expect(result).toBe(0)
  })

  test('changes nothing as a dry run, and nothing the second time', async () => {
    const place = await newPlace()
    const list = join(place.home, 'list.opml')
    await writeFile(list, LIST)
    const dry = await feeds(place, 'import', list, '--dry-run', '--json')
    expect(linesOf(dry.text)).toEqual([expect.objectContaining({ show: 'tiny', dryRun: true, found: 5 })])
    expect(await readFile(place.config, 'utf8')).toBe(CONFIG)
    await feeds(place, 'import', list)
    const once = await readFile(place.config, 'utf8')
    expect(linesOf((await feeds(place, 'import', list, '--json')).text)[0]).toMatchObject({ added: [] })
    expect(await readFile(place.config, 'utf8')).toBe(once)
  })

  test.each([
    ['a show that is not there', ['--show', 'other'], 2, 'it has: tiny, tale'],
    ['a show that is made of a text', ['--show', 'tale'], 2, 'tale is made of a text'],
    ['a list that is not there', [], 1, 'there is no such file or folder']
  ])('to %s fails, and says why', async (_, args, code, message) => {
    const place = await newPlace()
    const { result, notes } = await feeds(place, 'import', join(place.home, 'none.opml'), ...args)
    expect([result, await readFile(place.config, 'utf8')]).toEqual([code, CONFIG])
    expect(notes).toContain(message)
  })

  test('is told to be for which show where several have feeds', async () => {
    const place = await newPlace(
      `${CONFIG}  more: {title: More, description: More., feeds: [https://m.example/]}\n`
    )
    const { result, notes } = await feeds(place, 'import', 'any.opml')
    expect([result, notes]).toEqual([2, expect.stringContaining('with --show; there are: tiny, more')])
  })

  test('leaves a file alone in which there is no place for feeds', async () => {
    const config = CONFIG.replace('    feeds:\n', '    feeds: &all\n').concat(
      '  more: {title: More, description: More., feeds: *all}\n'
    )
    const place = await newPlace(config)
    await writeFile(join(place.home, 'list.opml'), LIST)
    const { result, notes } = await feeds(place, 'import', join(place.home, 'list.opml'), '--show', 'tiny')
    expect([result, await readFile(place.config, 'utf8')]).toEqual([2, config])
    expect(notes).toContain('nothing was added')
  })
})

describe('feeds export', () => {
  test('writes a group for each show, and comes back as the same feeds', async () => {
    const place = await newPlace()
    const { result, text, notes } = await feeds(place, 'export')
    expect(result).toBe(0)
    expect(parseOpml(text, { extraOutlineAttributes: ['duologue:weight'] }).body?.outlines).toEqual([
      {
        text: 'Tiny',
        title: 'Tiny',
        outlines: [
          {
            text: 'news.example.org',
            type: 'rss',
            xmlUrl: 'https://news.example.org/feed.xml'
          },
          {
            text: 'Other & Co',
            title: 'Other & Co',
            type: 'rss',
            xmlUrl: 'https://other.example.org/rss?a=1&b=2',
            'duologue:weight': '0.5'
          }
        ]
      }
    ])
    expect(notes).toContain('left out, being a file of this machine: file://')
  })

  test('writes a file that an import of another configuration reads, with titles and weights', async () => {
    const place = await newPlace()
    const file = join(place.home, 'out.opml')
    expect(linesOf((await feeds(place, 'export', 'tiny', '--out', file, '--json')).text)).toEqual([
      { file, shows: ['tiny'], feeds: 2, leftOut: [expect.stringMatching(/^file:.*local\.xml$/)] }
    ])
    const other = await newPlace(
      'shows:\n  o:\n    title: O\n    description: O.\n    feeds:\n      - ./local.xml\n'
    )
    await feeds(other, 'import', file)
    expect(await readFile(other.config, 'utf8')).toContain(`      - ./local.xml
      - https://news.example.org/feed.xml
      - { url: https://other.example.org/rss?a=1&b=2, title: Other & Co, weight: 0.5 }
`)
  })

  test.each([
    ['a show that is not there', ['nobody']],
    ['a show without feeds', ['tale']],
    ['a folder that is not there', ['--out', '/nowhere/at/all/out.opml']]
  ])('of %s is wrong usage', async (_, args) => {
    expect((await feeds(await newPlace(), 'export', ...args)).result).toBe(2)
  })
})
