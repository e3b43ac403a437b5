import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCoverArtist } from '../../src/adapters/cover/create-cover-artist.ts'
import { encodeJpeg } from '../../src/adapters/ffmpeg/encode-jpeg.ts'
import { createFileLibrary } from '../../src/adapters/library/create-file-library.ts'
import type { RunningServer } from '../../src/server/start-server.ts'
import { lendChromium } from '../helpers/chromium.ts'
import { inPage } from '../helpers/in-page.ts'
import { longEpisode } from '../helpers/long-episode.ts'
import { bundledFfmpeg } from '../helpers/mix-ffmpegs.ts'
import { newHome } from '../helpers/new-home.ts'
import { addPublishedEpisode } from '../helpers/page-library.ts'
import { exampleShow } from '../helpers/publish-example.ts'
import { serveLibrary } from '../helpers/served-library.ts'
import { gateOn } from '../helpers/system-tool.ts'

const { skip, title } = gateOn('what Chromium loads before audio', ['chromium'])
const SHOW = 'shows/morning-brief'

const { newPage } = lendChromium()
let server: RunningServer | undefined

/** With pictures as the mix stage makes them. */
async function addCovers(home: string): Promise<void> {
  const library = createFileLibrary(home)
  const artist = createCoverArtist({ toJpeg: (...picture) => encodeJpeg(bundledFfmpeg, ...picture) })
  const cover = await artist.draw(exampleShow)
  await library.writeShowFile(exampleShow.id, 'cover.jpg', cover)
  await library.writeShowFile(exampleShow.id, 'cover-small.jpg', await artist.shrink(cover))
}

interface Load {
  name: string
  bytes: number
}

/** What came over the wire for a page, heads and all, with nothing kept from before. */
async function loadsOf(path: string): Promise<{ loads: Load[]; jumps: number }> {
  const page = await newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 })
  const wire = await page.context().newCDPSession(page)
  const names = new Map<string, string>()
  const loads: Load[] = []
  wire.on('Network.requestWillBeSent', ({ requestId, request }) => names.set(requestId, request.url))
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { protocol, pathname } = new URL(names.get(requestId) ?? '')
    // The pictures of the browser's own controls are in the browser.
    if (protocol !== 'data:') loads.push({ name: pathname, bytes: encodedDataLength })
  })
  await wire.send('Network.enable')
  await page.addInitScript(`new PerformanceObserver(list => {
    for (const { value } of list.getEntries()) window.jumps = (window.jumps ?? 0) + value
  }).observe({ type: 'layout-shift', buffered: true })`)
  await page.goto(`${server?.url}/${path}`, { waitUntil: 'networkidle' })
  return { loads, jumps: await inPage<number>(page, 'window.jumps ?? 0') }
}

beforeAll(async () => {
  if (skip) return
  const home = await newHome()
  for (let day = 1; day <= 30; day += 1)
    await addPublishedEpisode(home, { episode: `2026-10-${String(day).padStart(2, '0')}` })
  await addPublishedEpisode(home, { episode: '2026-10-31', ...(await longEpisode(30)) })
  await addCovers(home)
  server = await serveLibrary(home)
})

afterAll(() => server?.close())

describe.skipIf(skip)(title, () => {
  test.each([
    ['the page of a show with thirty episodes and its cover', `${SHOW}/`, 5],
    ['the page of an episode of half an hour', `${SHOW}/episodes/2026-10-31`, 4]
  ])('is under 100 KB, and nothing in it jumps: %s', async (_title, path, files) => {
    const { loads, jumps } = await loadsOf(path)
    const bytes = loads.reduce((sum, load) => sum + load.bytes, 0)
    console.log(`${path}: ${bytes} bytes, layout shift ${jumps}`, loads)
    expect(loads).toHaveLength(files)
    expect(loads.map(({ name }) => name.slice(-4))).not.toContain('.mp3')
    expect(loads.some(({ name }) => name.endsWith('/cover-small.jpg'))).toBe(path === `${SHOW}/`)
    expect(loads.some(({ name }) => name.endsWith('/cover.jpg'))).toBe(false)
    expect(bytes).toBeLessThan(100_000)
    expect(jumps).toBeLessThan(0.01)
  })
})
