import { mkdir, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { createCoverArtist } from '../../src/adapters/cover/create-cover-artist.ts'
import { encodeJpeg } from '../../src/adapters/ffmpeg/encode-jpeg.ts'
import { createFileLibrary } from '../../src/adapters/library/create-file-library.ts'
import type { Ports } from '../../src/compose.ts'
import type { CoverArtist } from '../../src/stages/publish/ports.ts'
import { coverOf } from '../../src/workers/mix-worker.ts'
import { bundledFfmpeg, FFMPEGS } from '../helpers/mix-ffmpegs.ts'
import { describePicture } from '../helpers/mix-pictures.ts'
import { newHome } from '../helpers/new-home.ts'
import { addPublishedEpisode } from '../helpers/page-library.ts'
import { exampleRequest, exampleShow } from '../helpers/publish-example.ts'
import { ask, serveLibrary } from '../helpers/served-library.ts'

const artistWith = (ffmpegPath: string) =>
  createCoverArtist({ toJpeg: (...picture) => encodeJpeg(ffmpegPath, ...picture) })

const TITLES = ['Morning Brief', 'The Long and Winding Daily Report on European Energy Policy, Grids and Gas']

describe.each(FFMPEGS)('a small cover made with %s', (_name, ffmpegPath) => {
  test.each(TITLES)('is a square colour JPEG of 384 pixels and at most 25 KB: %s', async title => {
    const artist = artistWith(ffmpegPath)
    const small = await artist.shrink(await artist.draw({ title, hosts: exampleShow.hosts }))
    console.log(`small cover by ${ffmpegPath}: ${small.length} bytes`)
    expect(small.length).toBeLessThanOrEqual(25_000)
    const path = join(await newHome(), 'small.jpg')
    await writeFile(path, small)
    expect(await describePicture(ffmpegPath, path)).toMatch(/Video: mjpeg.*yuvj444p.*384x384/)
  })
})

describe('the covers of a show', () => {
  let home: string
  let asked: string[]

  /** As the mix stage has it, with a real artist whose work is counted. */
  function make(title = 'Morning Brief'): Promise<Uint8Array> {
    const real = artistWith(bundledFfmpeg)
    const artist: CoverArtist = {
      draw: show => (asked.push('draw'), real.draw(show)),
      shrink: cover => (asked.push('shrink'), real.shrink(cover))
    }
    const ports = { library: createFileLibrary(home), cover: async () => artist } as Partial<Ports> as Ports
    return coverOf({ ports, request: { ...exampleRequest, show: { ...exampleShow, title } } })
  }

  const dir = () => join(home, 'shows/morning-brief')
  const kept = (name: string) => createFileLibrary(home).readShowFile('morning-brief', name)

  beforeEach(async () => {
    home = await newHome()
    asked = []
  })

  test('are made together, once', async () => {
    const cover = await make()
    expect(await make()).toEqual(cover)
    expect(asked).toEqual(['draw', 'shrink'])
    expect(await kept('cover.jpg')).toEqual(Buffer.from(cover))
  })

  test('are both made again for another title', async () => {
    await make()
    const before = await kept('cover-small.jpg')
    await make('Evening Brief')
    expect(asked).toEqual(['draw', 'shrink', 'draw', 'shrink'])
    expect(await kept('cover-small.jpg')).not.toEqual(before)
  })

  test('get their small one where a library of old has the large one alone', async () => {
    const library = createFileLibrary(home)
    await make()
    const [large, key] = [await kept('cover.jpg'), await kept('cover.key')]
    home = await newHome()
    const next = createFileLibrary(home)
    await next.writeShowFile('morning-brief', 'cover.jpg', large ?? '')
    await next.writeShowFile('morning-brief', 'cover.key', key ?? '')
    await make()
    expect(asked).toEqual(['draw', 'shrink', 'shrink'])
    expect(await kept('cover-small.jpg')).toEqual(
      await library.readShowFile('morning-brief', 'cover-small.jpg')
    )
  })

  test.each([
    ['the small one where it is there', 0, 'cover-small.jpg'],
    ['the large one where it has been replaced since', 60, 'cover.jpg']
  ])('are on the page as %s', async (_title, laterSeconds, shown) => {
    await addPublishedEpisode(home)
    await make()
    const { mtimeMs } = await stat(join(dir(), 'cover-small.jpg'))
    const changed = mtimeMs / 1000 + laterSeconds
    if (laterSeconds > 0) await utimes(join(dir(), 'cover.jpg'), changed, changed)
    const server = await serveLibrary(home)
    try {
      const { text } = await ask(server, '/shows/morning-brief/')
      const { text: shows } = await ask(server, '/')
      const [image] = /<img[^>]*>/.exec(text) ?? []
      expect(image).toContain(`src="../../shows/morning-brief/${shown}"`)
      expect(image).toContain('width="384" height="384"')
      expect(shows).toContain(`src="./shows/morning-brief/${shown}"`)
      const { status, headers, body } = await ask(server, `/shows/morning-brief/${shown}`)
      expect([status, headers['content-type']]).toEqual([200, 'image/jpeg'])
      expect(body).toEqual(await kept(shown))
    } finally {
      await server.close()
    }
  })

  test('are the large one alone where there is no small one, and none where there is none', async () => {
    await addPublishedEpisode(home)
    const server = await serveLibrary(home)
    try {
      expect((await ask(server, '/shows/morning-brief/')).text).not.toContain('<img')
      await mkdir(dir(), { recursive: true })
      await writeFile(join(dir(), 'cover.jpg'), 'jpeg')
      expect((await ask(server, '/shows/morning-brief/')).text).toContain('morning-brief/cover.jpg"')
      expect((await ask(server, '/shows/morning-brief/cover-small.jpg')).status).toBe(404)
    } finally {
      await server.close()
    }
  })
})
