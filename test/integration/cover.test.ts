import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCoverSvg, COVER_PIXELS } from '../../src/adapters/cover/build-cover-svg.ts'
import { createCoverArtist } from '../../src/adapters/cover/create-cover-artist.ts'
import { fitText, widthEms, wrapText } from '../../src/adapters/cover/fit-text.ts'
import { rasteriseSvg } from '../../src/adapters/cover/rasterise-svg.ts'
import { encodeJpeg } from '../../src/adapters/ffmpeg/encode-jpeg.ts'
import { bundledFfmpeg, FFMPEGS } from '../helpers/mix-ffmpegs.ts'
import { describePicture } from '../helpers/mix-pictures.ts'

const hosts = [
  { name: 'Ada', voice: 'slt' },
  { name: 'Ben', voice: 'rms' }
]
const LONG =
  'The Long and Winding Daily Report on European Energy Policy, Grids, Gas, Heat and the Markets Around All of Them, Always'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duologue-cover-test-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Colours of the pixels, three bytes each, row by row. */
async function pixelsOf(picture: Uint8Array): Promise<Buffer> {
  const path = join(folder, 'picture')
  await writeFile(path, picture)
  const args = ['-v', 'error', '-nostdin', '-i', path, '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-']
  const { stdout } = await promisify(execFile)(bundledFfmpeg, args, {
    encoding: 'buffer',
    maxBuffer: 20_000_000
  })
  return stdout
}

/** Colours, as numbers, that occur between two columns in the lower part, where the letters stand. */
function coloursBetween(pixels: Buffer, fromX: number, toX: number): Set<number> {
  const colours = new Set<number>()
  for (let y = 900; y < COVER_PIXELS; y++)
    for (let x = fromX; x < toX; x++) colours.add(pixels.readUIntBE((y * COVER_PIXELS + x) * 3, 3))
  return colours
}

describe.each(FFMPEGS)('a cover made with %s', (_name, ffmpegPath) => {
  const artist = createCoverArtist({ toJpeg: (png, mostBytes) => encodeJpeg(ffmpegPath, png, mostBytes) })

  test('is a square colour JPEG of 1500 pixels and at most 512 KB', async () => {
    const jpeg = await artist.draw({ title: LONG, hosts })
    console.log(`cover by ${ffmpegPath}: ${jpeg.length} bytes`)
    expect([...jpeg.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
    expect(jpeg.length).toBeLessThanOrEqual(512_000)
    const path = join(folder, 'cover.jpg')
    await writeFile(path, jpeg)
    expect(await describePicture(ffmpegPath, path)).toMatch(/Video: mjpeg.*yuvj444p.*1500x1500/)
  })

  test('is the same for the same show, and another for another title', async () => {
    const first = await artist.draw({ title: 'Morning Brief', hosts })
    expect(await artist.draw({ title: 'Morning Brief', hosts })).toEqual(first)
    expect(await artist.draw({ title: 'Evening Brief', hosts })).not.toEqual(first)
  })

  test('is made smaller until it fits, and is an error where it cannot', async () => {
    const png = await rasteriseSvg(buildCoverSvg({ title: LONG, hosts }))
    const best = await encodeJpeg(ffmpegPath, png, 512_000)
    const smaller = await encodeJpeg(ffmpegPath, png, 120_000)
    expect(smaller.length).toBeLessThanOrEqual(120_000)
    expect(best.length).toBeGreaterThan(120_000)
    await expect(encodeJpeg(ffmpegPath, png, 1000)).rejects.toThrow('no JPEG of at most 1000 bytes')
  })
})

describe('the letters', () => {
  test.each([
    ['one word', 'Duologue'],
    ['a long title', LONG],
    ['capitals without a break', 'M'.repeat(120)],
    ['a word longer than a line', 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'],
    ['Cyrillic', 'Новости дня и немного больше, каждое утро'],
    ['Hebrew', 'חדשות הבוקר']
  ])('stand within the margins: %s', async (_title, title) => {
    const pixels = await pixelsOf(await rasteriseSvg(buildCoverSvg({ title, hosts })))
    expect(coloursBetween(pixels, 0, 90).size).toBe(1)
    expect(coloursBetween(pixels, COVER_PIXELS - 90, COVER_PIXELS).size).toBe(1)
    expect(coloursBetween(pixels, 90, COVER_PIXELS - 90).size).toBeGreaterThan(10)
  })

  test.each([
    ['markup', '<script>alert("1")</script> & \'more\'', '&lt;script&gt;alert('],
    ['control characters', 'Morning\u0000\u0007 \u202eBrief', 'Morning Brief'],
    ['half a surrogate pair', 'Morning \ud83d Brief', 'Morning Brief'],
    ['a picture among words', 'Morning 🎙️ Brief', 'Morning Brief'],
    ['words that the fonts lack among others', 'News 東京', 'News']
  ])('are drawn where a title has %s', async (_title, title, drawn) => {
    const svg = buildCoverSvg({ title, hosts: [] })
    const text = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(match => match[1]).join(' ')
    expect(text).toContain(drawn)
    expect((await rasteriseSvg(svg)).length).toBeGreaterThan(10_000)
  })

  test.each([
    [['Ada'], 'Ada'],
    [['Ada', 'Ben'], 'Ada &amp; Ben'],
    [['Ada', 'Ben', 'Cy'], 'Ada, Ben &amp; Cy'],
    [['Ada', 'Ben', 'Cy', 'Dora'], 'Ada, Ben, Cy &amp; Dora']
  ])('name all the hosts: %j', (names, drawn) => {
    const svg = buildCoverSvg({ title: 'Morning', hosts: names.map(name => ({ name })) })
    expect(svg).toContain(`>${drawn}</text>`)
  })

  test('keep four long names within the margins', async () => {
    const four = Array.from({ length: 4 }, (_host, at) => ({ name: `Maximiliana Oberhuber the ${at + 1}th` }))
    const pixels = await pixelsOf(await rasteriseSvg(buildCoverSvg({ title: 'Morning', hosts: four })))
    expect(coloursBetween(pixels, 0, 90).size).toBe(1)
    expect(coloursBetween(pixels, COVER_PIXELS - 90, COVER_PIXELS).size).toBe(1)
  })

  test.each(['東京ニュース', 'ข่าวเช้า', '🎙️', '…'])(
    'are left out where the fonts lack them: %s',
    async title => {
      const svg = buildCoverSvg({ title, hosts })
      expect(svg).not.toContain('<text')
      expect((await rasteriseSvg(svg)).length).toBeGreaterThan(10_000)
    }
  )
})

describe('setting text in a box', () => {
  const box = { width: 1000, height: 400, largest: 200, smallest: 50, leading: 1 }

  test.each([
    ['short words large', 'Hi', 200],
    ['a long title smaller', LONG, 62.5]
  ])('sets %s', (_title, text, size) => {
    const fitted = fitText(text, box)
    expect(fitted.size).toBe(size)
    expect(fitted.lines.join(' ')).toBe(text)
    expect(fitted.lines.length * fitted.size).toBeLessThanOrEqual(400)
    expect(Math.max(...fitted.lines.map(widthEms)) * fitted.size).toBeLessThanOrEqual(1000)
  })

  test('ends with an ellipsis what does not fit at all', () => {
    const { lines, size } = fitText('word '.repeat(200), box)
    expect(size).toBe(50)
    expect(lines).toHaveLength(8)
    expect(lines.at(-1)).toMatch(/wor…$/)
  })

  test('breaks a word only where it is wider than a line', () => {
    expect(wrapText('to be or', 3.3)).toEqual(['to be', 'or'])
    expect(wrapText('aaaaaaaa b', 2.6)).toEqual(['aaaa', 'aaaa', 'b'])
  })
})
