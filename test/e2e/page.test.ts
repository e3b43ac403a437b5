import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningServer } from '../../src/server/start-server.ts'
import { lendChromium } from '../helpers/chromium.ts'
import { findings, heard, inPage, isPlaying, position, reaches, soon } from '../helpers/in-page.ts'
import { newHome } from '../helpers/new-home.ts'
import { addPublishedEpisode } from '../helpers/page-library.ts'
import { serveLibrary } from '../helpers/served-library.ts'
import { sineMp3 } from '../helpers/sine-mp3.ts'
import { gateOn } from '../helpers/system-tool.ts'

const { skip, title } = gateOn('the page in Chromium', ['chromium'])
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

const { open } = lendChromium()
let server: RunningServer | undefined
let root = ''

interface Focused {
  name: string
  outline: string
}

const FOCUSED = `(() => {
  const on = document.activeElement
  const name = on.getAttribute('aria-label') ?? on.textContent.trim().replace(/\\s+/g, ' ')
  return { name, outline: getComputedStyle(on).outlineStyle }
})()`

const scrolled = (page: Page) => inPage<number>(page, 'scrollY')

beforeAll(async () => {
  if (skip) return
  const home = await newHome()
  const audio = await sineMp3(21.25)
  await addPublishedEpisode(home, { audio })
  await addPublishedEpisode(home, { episode: '2026-11-21', audio })
  server = await serveLibrary(home)
  root = server.url
})

afterAll(() => server?.close())

describe.skipIf(skip)(title, () => {
  test.each(VIEWS)(
    'on a $name of $width px, $colorScheme, fits, has no serious finding of axe and plays',
    async ({ width, height, colorScheme }) => {
      const page = await open(`${root}/shows/morning-brief/`, { viewport: { width, height }, colorScheme })
      expect(await findings(page)).toEqual([])
      const card = page.locator('.episode').first()
      await card.getByRole('button', { name: 'Chapters, transcript and sources' }).click()
      await card.getByRole('button', { name: /Library reopens/ }).click()
      await reaches(page, 16.8)
      await soon(() => heard(page).textContent()).toBe(LAST)
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
    const page = await open(root + EPISODE, { viewport: { width: 390, height: 500 } })
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await soon(() => heard(page).textContent()).toContain(ROVER)
    await soon(async () => {
      const box = await heard(page).boundingBox()
      return box !== null && box.y > 0 && box.y + box.height < 500
    }).toBe(true)
  })

  test('leaves the reader alone who scrolls, until asked to follow again', async () => {
    const page = await open(root + EPISODE, {
      viewport: { width: 390, height: 500 },
      reducedMotion: 'reduce'
    })
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await soon(() => heard(page).count()).toBe(1)
    await page.mouse.wheel(0, 3000)
    const follow = page.getByRole('button', { name: 'Follow the audio' })
    await follow.waitFor()
    const before = await scrolled(page)
    await soon(() => heard(page).textContent()).toContain(ROVER)
    expect(await scrolled(page)).toBe(before)
    await follow.click()
    await soon(() => scrolled(page)).not.toBe(before)
    expect(await follow.isHidden()).toBe(true)
  })

  test('jumps to a sentence by click, and by Enter', async () => {
    const page = await open(root + EPISODE)
    await page.getByText(LAST).click()
    await reaches(page, 16.8)
    expect(await isPlaying(page)).toBe(true)
    await page.locator('.s').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await soon(() => heard(page).textContent()).toBe('This programme is made by AI.')
  })

  test('is where it was after a reload, and plays on from there', async () => {
    const page = await open(root + EPISODE)
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
    const page = await open(root + EPISODE)
    await page.keyboard.press('ArrowRight')
    await soon(() => position(page)).toBeGreaterThan(20)
    await page.keyboard.press('ArrowLeft')
    await soon(() => position(page)).toBeLessThan(10)
    await page.keyboard.press(' ')
    await soon(() => isPlaying(page)).toBe(true)
    await page.keyboard.press(' ')
    await soon(() => isPlaying(page)).toBe(false)
  })

  test('keeps the speed that was chosen', async () => {
    const page = await open(root + EPISODE)
    await page.getByLabel('Speed').selectOption('1.5')
    await page.reload()
    await page.locator('html.ready').waitFor()
    expect(await page.getByLabel('Speed').inputValue()).toBe('1.5')
    expect(await inPage(page, 'document.querySelector("audio").playbackRate')).toBe(1.5)
  })

  test('tells the lock screen what is on', async () => {
    const page = await open(root + EPISODE)
    await page.getByRole('button', { name: /Library reopens/ }).click()
    const shown = () =>
      inPage(page, '((on) => [on?.title, on?.artist, on?.album])(navigator.mediaSession.metadata)')
    await soon(shown).toEqual(['Library reopens', 'Morning Brief', 'Ice on Mars, and a library reopens'])
  })

  test('plays one episode at a time', async () => {
    const page = await open(`${root}/shows/morning-brief/`)
    const plays = page.getByRole('button', { name: 'Play', exact: true })
    await plays.first().click()
    await soon(() => isPlaying(page)).toBe(true)
    await plays.first().click()
    await soon(() => isPlaying(page)).toBe(false)
  })

  test('every control can be reached by the tab key, and is seen to be', async () => {
    const page = await open(root + EPISODE)
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
    const page = await open(`${root}/shows/morning-brief/`, { javaScriptEnabled: false })
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
