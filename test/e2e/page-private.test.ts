import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readListeners } from '../../src/server/listener-book.ts'
import type { RunningServer } from '../../src/server/start-server.ts'
import { lendChromium } from '../helpers/chromium.ts'
import { findings, heard, inPage, isPlaying, reaches, soon } from '../helpers/in-page.ts'
import { newHome } from '../helpers/new-home.ts'
import { addPublishedEpisode } from '../helpers/page-library.ts'
import { serveLibrary } from '../helpers/served-library.ts'
import { sineMp3 } from '../helpers/sine-mp3.ts'
import { gateOn } from '../helpers/system-tool.ts'

const { skip, title } = gateOn("a listener's private page in Chromium", ['chromium'])
const SHOW = 'shows/morning-brief'

const { open } = lendChromium()
let server: RunningServer | undefined
/** What all of the listener's addresses begin with. */
let mine = ''

beforeAll(async () => {
  if (skip) return
  const home = await newHome()
  await addPublishedEpisode(home, { audio: await sineMp3(21.25) })
  server = await serveLibrary(home, { isPrivate: true })
  const { me } = await readListeners(home)
  mine = `${server.url}/l/${me}`
})

afterAll(() => server?.close())

describe.skipIf(skip)(title, () => {
  test('leads from the shows to the show and to an episode, which plays, and asks nothing outside the token', async () => {
    const page = await open(`${mine}/`)
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await page.getByRole('link', { name: 'Morning Brief' }).click()
    await page.locator('html.ready').waitFor()
    expect(page.url()).toBe(`${mine}/${SHOW}/`)
    expect(await findings(page)).toEqual([])
    const card = page.locator('.episode').first()
    await card.getByRole('button', { name: 'Chapters, transcript and sources' }).click()
    await card.getByRole('button', { name: /Library reopens/ }).click()
    await reaches(page, 16.8)
    await soon(() => heard(page).textContent()).toBe('The library is open again.')
    await card.getByRole('link', { name: /Ice on Mars, and/ }).click()
    await page.locator('html.ready').waitFor()
    expect(page.url()).toBe(`${mine}/${SHOW}/episodes/2026-11-22`)
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await reaches(page, 1)
    expect(await isPlaying(page)).toBe(true)
    expect(asked.filter(url => !url.startsWith(`${mine}/`))).toEqual([])
    expect(asked).toContain(`${mine}/${SHOW}/episodes/2026-11-22/episode.mp3`)
  })

  test("gives the feed's address with the token, to copy, to scan and to open in every app", async () => {
    const page = await open(`${mine}/${SHOW}/`)
    const feed = `${mine}/${SHOW}/feed.xml`
    expect(await page.getByLabel(/Address of the feed/).inputValue()).toBe(feed)
    expect(await page.getByRole('link', { name: 'Plain feed' }).getAttribute('href')).toBe(feed)
    const apps = await page.locator('.apps a').evaluateAll(links => links.map(link => String(link)))
    for (const href of apps) expect(decodeURIComponent(href)).toContain(feed.slice('http://'.length))
    const answer = await inPage<string>(page, `fetch(${JSON.stringify(feed)}).then(answer => answer.text())`)
    expect(answer).toBe('<rss/>')
  })
})
