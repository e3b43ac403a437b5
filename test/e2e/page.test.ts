import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import ffmpeg from '@ffmpeg-installer/ffmpeg'
import axe from 'axe-core'
import { Hono } from 'hono'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createPages } from '../../src/server/page/create-pages.ts'
import { newHome } from '../helpers/new-home.ts'
import { addPublishedEpisode } from '../helpers/page-library.ts'

const CHROMIUM = '/usr/bin/chromium'
const found = existsSync(CHROMIUM)
const EPISODE = '/shows/morning-brief/episodes/2026-11-22'
/** Of ten seconds, so that it cannot be missed. */
const ROVER = 'A rover has found ice'
const LAST = 'The library is open again.'

const VIEWS = [
  { name: 'phone', width: 390, height: 844, colorScheme: 'light' },
  { name: 'phone', width: 390, height: 844, colorScheme: 'dark' },
  { name: 'small phone', width: 360, height: 640, colorScheme: 'light' },
  { name: 'desktop', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'desktop', width: 1280, height: 800, colorScheme: 'dark' }
] as const

let server: Server
let root: string
let browser: Browser
let context: BrowserContext | undefined
/** Everything that the page of a test asked for, and everything that went wrong in it. */
let asked: string[] = []
let faults: string[] = []

/** As long as the example says that it is. */
async function makeAudio(): Promise<Uint8Array> {
  const file = join(await newHome(), 'episode.mp3')
  const sound = ['-f', 'lavfi', '-i', 'sine=220:duration=21.25', '-ac', '1', '-b:a', '64k', file]
  await promisify(execFile)(ffmpeg.path, ['-v', 'error', ...sound])
  return readFile(file)
}

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  context = await browser.newContext(options)
  const page = await context.newPage()
  page.on('request', request => asked.push(request.url()))
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  await page.goto(`${root}${path}`)
  if (options.javaScriptEnabled !== false) await page.locator('html.ready').waitFor()
  return page
}

interface Focused {
  name: string
  outline: string
}

const FOCUSED = `(() => {
  const on = document.activeElement
  const name = on.getAttribute('aria-label') ?? on.textContent.trim().replace(/\\s+/g, ' ')
  return { name, outline: getComputedStyle(on).outlineStyle }
})()`

/** What JavaScript gives in the page. */
const inPage = <T>(page: Page, script: string) => page.evaluate(script) as Promise<T>
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 15_000 })
const position = (page: Page) => inPage<number>(page, 'document.querySelector("audio").currentTime')
const isPlaying = (page: Page) => inPage<boolean>(page, '!document.querySelector("audio").paused')
const scrolled = (page: Page) => inPage<number>(page, 'scrollY')
const heard = (page: Page) => page.locator('.s[aria-current="true"]')
const reaches = (page: Page, seconds: number) =>
  eventually(() => position(page)).toBeGreaterThanOrEqual(seconds)

/** Serious and critical findings of axe, as it words them. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

beforeAll(async () => {
  if (!found) return
  const home = await newHome()
  const audio = await makeAudio()
  await addPublishedEpisode(home, { audio })
  await addPublishedEpisode(home, { episode: '2026-11-21', audio })
  const app = new Hono()
  app.route('/', createPages({ home, publicUrl: undefined }))
  app.use('/shows/*', serveStatic({ root: relative(process.cwd(), home) }))
  server = await new Promise(resolve => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(started as Server)
    )
  })
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required', '--mute-audio']
  })
})

afterEach(async () => {
  await context?.close()
  context = undefined
  expect(asked).not.toEqual([])
  const strangers = asked.filter(url => !url.startsWith(`${root}/`))
  const wrong = faults
  asked = []
  faults = []
  expect(strangers).toEqual([])
  expect(wrong).toEqual([])
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

describe.skipIf(!found)(`the page in Chromium${found ? '' : `: left out, there is no ${CHROMIUM}`}`, () => {
  test.each(VIEWS)(
    'on a $name of $width px, $colorScheme, fits, has no serious finding of axe and plays',
    async ({ width, height, colorScheme }) => {
      const page = await open('/shows/morning-brief/', { viewport: { width, height }, colorScheme })
      expect(await findings(page)).toEqual([])
      const card = page.locator('.episode').first()
      await card.getByRole('button', { name: 'Chapters, transcript and sources' }).click()
      await card.getByRole('button', { name: /Library reopens/ }).click()
      await reaches(page, 16.8)
      await eventually(() => heard(page).textContent()).toBe(LAST)
      await card.getByRole('button', { name: 'Pause' }).click()
      expect(await findings(page)).toEqual([])
      const wide = await inPage<number>(page, 'document.documentElement.scrollWidth')
      expect(wide).toBe(width)
      await page.goto(`${root}${EPISODE}`)
      expect(await findings(page)).toEqual([])
      await page.goto(`${root}/`)
      expect(await findings(page)).toEqual([])
    }
  )

  test('marks each sentence as it is heard and keeps it in sight', async () => {
    const page = await open(EPISODE, { viewport: { width: 390, height: 500 } })
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await eventually(() => heard(page).textContent()).toContain(ROVER)
    await eventually(async () => {
      const box = await heard(page).boundingBox()
      return box !== null && box.y > 0 && box.y + box.height < 500
    }).toBe(true)
  })

  test('leaves the reader alone who scrolls, until asked to follow again', async () => {
    const page = await open(EPISODE, { viewport: { width: 390, height: 500 }, reducedMotion: 'reduce' })
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await eventually(() => heard(page).count()).toBe(1)
    await page.mouse.wheel(0, 3000)
    const follow = page.getByRole('button', { name: 'Follow the audio' })
    await follow.waitFor()
    const before = await scrolled(page)
    await eventually(() => heard(page).textContent()).toContain(ROVER)
    expect(await scrolled(page)).toBe(before)
    await follow.click()
    await eventually(() => scrolled(page)).not.toBe(before)
    expect(await follow.isHidden()).toBe(true)
  })

  test('jumps to a sentence by click, and by Enter', async () => {
    const page = await open(EPISODE)
    await page.getByText(LAST).click()
    await reaches(page, 16.8)
    expect(await isPlaying(page)).toBe(true)
    await page.locator('.s').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await eventually(() => heard(page).textContent()).toBe('This programme is made by AI.')
  })

  test('is where it was after a reload, and plays on from there', async () => {
    const page = await open(EPISODE)
    await page.getByRole('button', { name: /Rover finds/ }).click()
    await reaches(page, 4.5)
    await page.reload()
    await page.locator('html.ready').waitFor()
    expect(await isPlaying(page)).toBe(false)
    const clock = page.locator('.seek')
    expect(Number(await clock.inputValue())).toBeGreaterThanOrEqual(4)
    expect(await heard(page).textContent()).toContain(ROVER)
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await reaches(page, 4.6)
    expect(await position(page)).toBeLessThan(20)
  })

  test('obeys space and the arrows', async () => {
    const page = await open(EPISODE)
    await page.keyboard.press('ArrowRight')
    await eventually(() => position(page)).toBeGreaterThan(20)
    await page.keyboard.press('ArrowLeft')
    await eventually(() => position(page)).toBeLessThan(10)
    await page.keyboard.press(' ')
    await eventually(() => isPlaying(page)).toBe(true)
    await page.keyboard.press(' ')
    await eventually(() => isPlaying(page)).toBe(false)
  })

  test('keeps the speed that was chosen', async () => {
    const page = await open(EPISODE)
    await page.getByLabel('Speed').selectOption('1.5')
    await page.reload()
    await page.locator('html.ready').waitFor()
    expect(await page.getByLabel('Speed').inputValue()).toBe('1.5')
    expect(await inPage(page, 'document.querySelector("audio").playbackRate')).toBe(1.5)
  })

  test('tells the lock screen what is on', async () => {
    const page = await open(EPISODE)
    await page.getByRole('button', { name: /Library reopens/ }).click()
    const shown = () =>
      inPage(page, '((on) => [on?.title, on?.artist, on?.album])(navigator.mediaSession.metadata)')
    await eventually(shown).toEqual([
      'Library reopens',
      'Morning Brief',
      'Ice on Mars, and a library reopens'
    ])
  })

  test('plays one episode at a time', async () => {
    const page = await open('/shows/morning-brief/')
    const plays = page.getByRole('button', { name: 'Play', exact: true })
    await plays.first().click()
    await eventually(() => isPlaying(page)).toBe(true)
    await plays.first().click()
    await eventually(() => isPlaying(page)).toBe(false)
  })

  test('every control can be reached by the tab key, and is seen to be', async () => {
    const page = await open(EPISODE)
    const names: string[] = []
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab')
      const { name, outline } = await inPage<Focused>(page, FOCUSED)
      expect(outline, name).not.toBe('none')
      names.push(name)
    }
    expect(names.slice(2)).toEqual([
      'Play',
      'Back 15 seconds',
      'Forward 30 seconds',
      'Speed',
      'Position',
      '0:00 Welcome',
      '0:03 Rover finds <ice> on Mars',
      '0:16 Library reopens',
      'Good morning.',
      'Example News: Rover finds <ice> on Mars'
    ])
  })

  test('has audio, text and links without its script', async () => {
    const page = await open('/shows/morning-brief/', { javaScriptEnabled: false })
    expect(await page.locator('audio[controls]').count()).toBe(2)
    await page.getByRole('link', { name: 'Chapters, transcript and sources' }).first().click()
    expect(page.url()).toBe(`${root}${EPISODE}`)
    expect(await page.locator('audio[controls]').isVisible()).toBe(true)
    expect(await page.getByText(LAST).isVisible()).toBe(true)
    expect(
      await page
        .getByRole('link', { name: /Example News/ })
        .first()
        .isVisible()
    ).toBe(true)
  })
})
