import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { toolPath } from './system-tool.ts'

type Options = Parameters<Browser['newContext']>[0]

export interface Chromium {
  /** A page that is not anywhere yet. */
  newPage(options?: Options): Promise<Page>
  /** A page that is at the address, with its script at work. */
  open(url: string, options?: Options): Promise<Page>
}

/** Lends the tests of a file a browser, whose pages may ask nothing of another origin and have no fault. */
export function lendChromium(): Chromium {
  let browser: Browser | undefined
  let context: BrowserContext | undefined
  let asked: string[] = []
  let faults: string[] = []

  beforeAll(async () => {
    const executablePath = toolPath('chromium')
    if (executablePath === null) return
    const args = ['--no-sandbox', '--autoplay-policy=no-user-gesture-required', '--mute-audio']
    browser = await chromium.launch({ executablePath, args })
  })

  afterEach(async () => {
    await context?.close()
    context = undefined
    const origins = new Set(asked.map(url => new URL(url).origin))
    const wrong = faults
    asked = []
    faults = []
    expect(wrong).toEqual([])
    expect([...origins]).toHaveLength(1)
  })

  afterAll(() => browser?.close())

  const newPage = async (options: Options = {}): Promise<Page> => {
    if (browser === undefined) throw new Error('there is no Chromium')
    context = await browser.newContext(options)
    const page = await context.newPage()
    page.on('request', request => asked.push(request.url()))
    page.on('pageerror', error => faults.push(error.message))
    page.on('console', message => message.type() === 'error' && faults.push(message.text()))
    return page
  }
  return {
    newPage,
    async open(url, options = {}) {
      const page = await newPage(options)
      await page.goto(url)
      if (options.javaScriptEnabled !== false) await page.locator('html.ready').waitFor()
      return page
    }
  }
}
