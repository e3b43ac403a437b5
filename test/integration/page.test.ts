import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { createPages } from '../../src/server/page/create-pages.ts'
import { newHome } from '../helpers/new-home.ts'
import { addPublishedEpisode } from '../helpers/page-library.ts'
import { exampleRundown, exampleShow } from '../helpers/publish-example.ts'

const ATTACK = `"><script>alert(1)</script><img src=x onerror='alert(2)'> \u202eevil`
const HOSTILE_URLS = ['javascript:alert(3)', 'data:text/html,hi', 'https://user:pass@bank.example/']
const EPISODE = '/shows/morning-brief/episodes/2026-11-22'
const PAGES = ['/', '/shows/morning-brief', '/shows/morning-brief/', EPISODE, `${EPISODE}?part=text`]

let home: string
let app: Hono

const get = (path: string, headers: Record<string, string> = {}, pages = app) =>
  pages.request(path, { headers: { host: 'pods.test:7474', ...headers } })
const read = async (path: string, pages = app) => (await get(path, {}, pages)).text()
const attributes = (html: string, name: string) =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '')

/** The example with texts and addresses as an ill-meaning feed would give them. */
const hostile = {
  ...exampleRundown,
  stories: exampleRundown.stories.map(story => ({
    ...story,
    items: story.items.map((item, index) => ({
      ...item,
      title: ATTACK,
      outlet: ATTACK,
      url: HOSTILE_URLS[index] ?? null
    }))
  }))
}

beforeAll(async () => {
  home = await newHome()
  await addPublishedEpisode(home)
  await addPublishedEpisode(home, { episode: '2026-11-21', title: ATTACK, rundown: hostile })
  app = createPages({ home, publicUrl: undefined })
})

describe('what comes from feeds', () => {
  test.each([...PAGES, '/shows/morning-brief/episodes/2026-11-21'])('is text on %s', async path => {
    const html = await read(path)
    expect(html).not.toMatch(/<script>|<img src=x|\u202e|<ice>/)
    expect(html.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<[^>]+ (?:on\w+|style)=/)
    expect(html).not.toContain('javascript:')
  })

  test('is shown as it was written', async () => {
    expect(await read(EPISODE)).toContain('Rover finds &lt;ice&gt; on Mars')
    expect(await read('/shows/morning-brief/')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  test('is linked where it is a web address, and only there', async () => {
    const good = attributes(await read(EPISODE), 'href').filter(href => href.startsWith('https://'))
    expect(good).toContain('https://news.example/ice?a=1&amp;b=2')
    expect(good).toContain('https://xn--bcher-kva.example/%C3%B6ffnung')
    const bad = attributes(await read('/shows/morning-brief/episodes/2026-11-21'), 'href')
    expect(bad.filter(href => /^(?:javascript|data|https):/.test(href))).toEqual([])
  })

  test('opens without a way back to the page', async () => {
    const links = [...(await read(EPISODE)).matchAll(/<a\s[^>]*href="https?:[^>]*>/g)].map(([link]) => link)
    expect(links.length).toBeGreaterThan(3)
    for (const link of links) expect(link).toContain('rel="noopener noreferrer"')
  })
})

describe('a page', () => {
  test.each(PAGES)('%s allows nothing from elsewhere and nothing inline', async path => {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    const sources = attributes(await answer.text(), 'src')
    expect(sources.filter(src => !src.startsWith('./') && !src.startsWith('../'))).toEqual([])
  })

  test('asks for no style or script from elsewhere', async () => {
    const html = await read('/')
    const [css = ''] = attributes(html, 'href').filter(href => href.endsWith('.css'))
    const [js = ''] = attributes(html, 'src').filter(src => src.endsWith('.js'))
    expect(await read(css.slice(1))).not.toMatch(/url\(|@import/)
    expect(await read(js.slice(1))).not.toMatch(/https?:\/\/|^(?:import|export) /m)
  })

  test('with thirty episodes, its style and its script are under 100 KB', async () => {
    const library = await newHome()
    for (let day = 1; day <= 30; day += 1)
      await addPublishedEpisode(library, { episode: `2026-10-${String(day).padStart(2, '0')}` })
    const pages = createPages({ home: library, publicUrl: undefined })
    const html = await read('/shows/morning-brief/', pages)
    expect(html.match(/<article/g)).toHaveLength(30)
    const assets = html.match(/assets\/page\.\w+\.(?:css|js|svg)/g) ?? []
    expect(assets).toHaveLength(3)
    const bodies = await Promise.all(assets.map(name => read(`/${name}`, pages)))
    expect(Buffer.byteLength([html, ...bodies].join(''))).toBeLessThan(100_000)
  })

  test('is not sent again while it is the same', async () => {
    const first = await get(EPISODE)
    const again = await get(EPISODE, { 'if-none-match': first.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })

  test('has assets that are named by what is in them, and kept for good', async () => {
    const name = /assets\/page\.\w+\.js/.exec(await read('/'))?.[0] ?? ''
    expect((await get(`/${name}`)).headers.get('cache-control')).toContain('immutable')
    expect((await get('/assets/page.000000000000.js')).status).toBe(404)
  })

  test.each(['', '/l/Zm9v', '/a/b'])('under "%s" leads only to addresses that are there', async prefix => {
    const all = new Hono()
    all.route(prefix === '' ? '/' : prefix, createPages({ home, publicUrl: undefined }))
    all.get('*', context => {
      const path = context.req.path.slice(prefix.length)
      return /^\/shows\/morning-brief\/(?:feed\.xml|episodes\/[\d-]+\/episode\.mp3)$/.test(path)
        ? context.text('a file')
        : context.notFound()
    })
    const starts = [prefix === '' ? '/' : '', '/', '/shows/morning-brief', '/shows/morning-brief/', EPISODE]
    for (const from of starts.map(path => `${prefix}${path}`)) {
      const html = await read(from, all)
      const targets = [...attributes(html, 'src'), ...attributes(html, 'href')]
        .filter(target => !target.startsWith('#'))
        .map(target => new URL(target, `http://pods.test:7474${from}`))
        .filter(url => url.host === 'pods.test:7474' && url.protocol === 'http:')
      expect(targets.length).toBeGreaterThan(3)
      for (const url of targets) {
        expect(url.pathname.startsWith(`${prefix}/`), `${url.href} on ${from}`).toBe(true)
        expect((await get(url.pathname, {}, all)).status, `${url.href} on ${from}`).toBe(200)
      }
    }
  })
})

describe('a show', () => {
  test('lists its episodes, newest first', async () => {
    const days = [...(await read('/shows/morning-brief/')).matchAll(/data-key="morning-brief\/([\d-]+)"/g)]
    expect(days.map(([, day]) => day)).toEqual(['2026-11-22', '2026-11-21'])
  })

  test('says what it is and that it is made by AI', async () => {
    const html = await read('/shows/morning-brief/')
    expect(html).toContain('<h1>Morning Brief</h1>')
    expect(html).toContain('What happened overnight &amp; why it matters.')
    expect(html).toContain('Made by AI: software chooses, writes and voices the stories')
  })

  test('is described by show.json where there is one', async () => {
    const library = await newHome()
    const dir = await addPublishedEpisode(library)
    const order = JSON.parse(await readFile(join(dir, 'request.json'), 'utf8'))
    const show = { ...exampleShow, title: 'Renamed Brief' }
    await writeFile(join(library, 'shows/morning-brief/show.json'), JSON.stringify({ ...order, show }))
    const pages = createPages({ home: library, publicUrl: undefined })
    expect(await read('/', pages)).toContain('Renamed Brief')
  })

  test('leaves out what is not published, is to come or cannot be read', async () => {
    const library = await newHome()
    await addPublishedEpisode(library)
    await addPublishedEpisode(library, { episode: '2026-11-20', publishedAt: '2999-01-01T00:00:00Z' })
    const episodes = join(library, 'shows/morning-brief/episodes')
    await mkdir(join(episodes, '2026-11-19'))
    await mkdir(join(episodes, '2026-11-18'))
    await writeFile(join(episodes, '2026-11-18/episode.json'), '{ "half')
    const pages = createPages({ home: library, publicUrl: undefined })
    expect((await read('/shows/morning-brief/', pages)).match(/<article/g)).toHaveLength(1)
    for (const day of ['2026-11-20', '2026-11-19', '2026-11-18'])
      expect((await get(`/shows/morning-brief/episodes/${day}`, {}, pages)).status).toBe(404)
  })

  test('keeps an episode whose audio is gone', async () => {
    const library = await newHome()
    await addPublishedEpisode(library, { audio: null })
    const html = await read(EPISODE, createPages({ home: library, publicUrl: undefined }))
    expect(html).not.toContain('<audio')
    expect(html).toContain('no longer kept')
    expect(html).toContain('The library is open again.')
  })

  test('has its older episodes on a second page', async () => {
    const library = await newHome()
    for (let day = 1; day <= 31; day += 1)
      await addPublishedEpisode(library, { episode: `2026-10-${String(day).padStart(2, '0')}` })
    const pages = createPages({ home: library, publicUrl: undefined })
    expect(await read('/shows/morning-brief/', pages)).toContain('href="?page=2"')
    const second = await read('/shows/morning-brief/?page=2', pages)
    expect([...second.matchAll(/data-key="([^"]+)"/g)].map(([, key]) => key)).toEqual([
      'morning-brief/2026-10-01'
    ])
  })
})

describe('an address', () => {
  test.each([
    ['/shows/nothing', 'There is no such show'],
    ['/shows/Nothing%22%3E', 'There is no such show'],
    ['/shows/%2e%2e%2f', 'There is no such show'],
    ['/shows/..%2f..%2fetc/episodes/2026-11-22', 'There is no such episode'],
    ['/shows/morning-brief/episodes/2026-11-23', 'There is no such episode'],
    ['/shows/morning-brief/episodes/..%2f2026-11-22', 'There is no such episode']
  ])('%s that leads nowhere is answered with 404', async (path, said) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain(said)
  })

  test('that is none is refused, as it would go into the page', async () => {
    expect((await get('/shows/morning-brief/', { host: 'a"b' })).status).toBe(400)
  })

  test('is the configured one where there is one', async () => {
    const pages = createPages({ home, publicUrl: 'https://pods.example/library' })
    const feed = 'https://pods.example/library/shows/morning-brief/feed.xml'
    expect(await read('/shows/morning-brief/', pages)).toContain(`value="${feed}"`)
  })

  test('has what goes before the shows, such as a token', async () => {
    const all = new Hono().route('/l/:token', createPages({ home, publicUrl: 'https://pods.example' }))
    const feed = 'https://pods.example/l/Zm9v/shows/morning-brief/feed.xml'
    expect(await read('/l/Zm9v/shows/morning-brief/', all)).toContain(`value="${feed}"`)
  })
})
