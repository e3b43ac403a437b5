import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import iconv from 'iconv-lite'
import { afterEach, describe, expect, test } from 'vitest'
import { createOpml } from '../../src/adapters/opml/create-opml.ts'

const opened: ReturnType<typeof createOpml>[] = []
function openOpml(...limits: Parameters<typeof createOpml>): ReturnType<typeof createOpml> {
  const opml = createOpml(...limits)
  opened.push(opml)
  return opml
}
afterEach(async () => {
  for (const opml of opened.splice(0)) await opml.release()
})

const text = (charset: string): string =>
  `<?xml version="1.0" encoding="${charset}"?><opml version="1.0"><body><outline text="Café Žižkov" xmlUrl="https://a.example/"/></body></opml>`
const CAFE = [{ address: 'https://a.example/', title: 'Café Žižkov', weight: null }]

describe('a list of feeds is read from bytes', () => {
  test.each([
    ['UTF-8 with a byte order mark', iconv.encode(text('utf-8'), 'utf-8', { addBOM: true }), null],
    ['UTF-16 that calls itself UTF-8', iconv.encode(text('utf-8'), 'utf-16le', { addBOM: true }), null],
    ['the charset of its declaration', iconv.encode(text('windows-1250'), 'windows-1250'), null],
    [
      'the charset of the header',
      iconv.encode(text('nonsense'), 'iso-8859-2'),
      'text/xml; charset=iso-8859-2'
    ]
  ])('in %s', async (_, bytes, contentType) => {
    expect(await openOpml().read(bytes, contentType)).toEqual(CAFE)
  })

  test('of 10 MB, with 100,000 feeds in it', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, at) =>
        `<outline text="Feed number ${at} &amp; more" type="rss" xmlUrl="https://f${at}.example/feed?x=1&amp;y=2"/>`
    )
    const bytes = Buffer.from(`<opml><body>${rows.join('')}</body></opml>`)
    const feeds = await openOpml().read(bytes, null)
    expect(feeds.length).toBe(100_000)
    expect(feeds[7]).toEqual({
      address: 'https://f7.example/feed?x=1&y=2',
      title: 'Feed number 7 & more',
      weight: null
    })
  })

  test('by the scanner alone where the first reader takes more memory than it may', async () => {
    const bytes = Buffer.from(`<opml>${'<x a="1" b="2"/>'.repeat(600_000)}${text('utf-8')}</opml>`)
    expect(await openOpml({ memoryMb: 80 }).read(bytes, null)).toEqual(CAFE)
  })

  test('and what is none of it is told', async () => {
    const opml = openOpml()
    await expect(opml.read(Buffer.from('hello'), null)).rejects.toThrow('there is no feed in it')
    expect(await opml.read(Buffer.from(text('utf-8')), null)).toEqual(CAFE)
  })
})

const CORPUS = new URL('../../../shared/corpora/feeds/', import.meta.url)

describe.skipIf(!existsSync(CORPUS))(
  'the OPML files of public test suites (skipped where shared/corpora is missing)',
  () => {
    test('subscriptions give every feed with its title', async () => {
      const bytes = await readFile(new URL('macieklamberski+feedsmith__subscriptions.opml', CORPUS))
      const feeds = await openOpml().read(bytes, null)
      expect(feeds.length).toBe(bytes.toString().match(/xmlUrl=/g)?.length)
      expect(feeds[0]).toEqual({
        address: 'https://www.theverge.com/rss/index.xml',
        title: 'The Verge',
        weight: null
      })
    })

    test.each(['category', 'countries', 'directory', 'places', 'script'])(
      '%s is an outline without feeds, which is said',
      async name => {
        const bytes = await readFile(new URL(`macieklamberski+feedsmith__${name}.opml`, CORPUS))
        await expect(openOpml().read(bytes, null)).rejects.toThrow('its outlines have no xmlUrl')
      }
    )
  }
)
