import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What JavaScript gives in the page. */
export const inPage = <T>(page: Page, script: string) => page.evaluate(script) as Promise<T>

export const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 15_000 })

/** Seconds into the audio. */
export const position = (page: Page) => inPage<number>(page, 'document.querySelector("audio").currentTime')

export const isPlaying = (page: Page) => inPage<boolean>(page, '!document.querySelector("audio").paused')

export const reaches = (page: Page, seconds: number) =>
  soon(() => position(page)).toBeGreaterThanOrEqual(seconds)

/** The sentence that is being said. */
export const heard = (page: Page) => page.locator('.s[aria-current="true"]')

/** Serious and critical findings of axe, as it words them. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
