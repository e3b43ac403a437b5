import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createPageReader } from '../../src/adapters/pages/create-page-reader.ts'
import { StageError } from '../../src/domain/stage-error.ts'
import type { PageText } from '../../src/stages/fetch/page-ports.ts'
import { newsPage, paragraphs, STORY } from '../helpers/news-page.ts'

const reader = createPageReader()
afterAll(() => reader.release())

const URL = 'https://post.example/world/harbour'
const read = (page: string | Uint8Array, contentType: string | null = 'text/html'): Promise<PageText> =>
  reader.readPage(typeof page === 'string' ? new TextEncoder().encode(page) : page, contentType, URL)
const wholeOf = ({ paragraphs: all }: PageText): string => all.map(({ text }) => text).join('\n')

/** What was wrong, where the page was refused as it should be. */
async function faultOf(page: string | Uint8Array, contentType?: string | null): Promise<string> {
  const thrown: unknown = await read(page, contentType).then(
    ({ paragraphs: all }) => `read ${all.length} paragraphs`,
    (error: unknown) => error
  )
  expect(thrown).toBeInstanceOf(StageError)
  expect(thrown).toMatchObject({ stage: 'fetch', retryable: false })
  return thrown instanceof StageError ? thrown.message : ''
}

afterEach(async () => {
  expect(wholeOf(await read(newsPage()))).toContain(STORY[4])
})

describe('a page that is too much', () => {
  test.each([
    ['200,000 nested elements', '<div>'.repeat(200_000), /has 20\d{4} tags; more than 60000/],
    ['a million paragraphs', '<p>a'.repeat(1_000_000), /has \d{6} tags; more than 60000/],
    ['10,000 nested elements', '<div>'.repeat(10_000), /more than 1500 elements within each other/],
    ['10,000 nested inline elements', '<b><i>'.repeat(5_000), /more than 1500 elements within each other/]
  ])('with %s is refused', async (_what, body, fault) => {
    expect(await faultOf(newsPage(body))).toMatch(fault)
  })

  test.each([
    ['one paragraph', `<p>${'All is well at sea, they say. '.repeat(500_000)}</p>`],
    ['short paragraphs', paragraphs(STORY).repeat(25_000)]
  ])('with 15 MB of text in %s is read in part, or given up in time', async (_what, body) => {
    const lengthOf = ({ paragraphs: all }: PageText): number =>
      all.reduce((sum, { text }) => sum + text.length, 0)
    const outcome = await read(newsPage(paragraphs(STORY) + body)).then(lengthOf, String)
    if (typeof outcome === 'string') expect(outcome).toContain('took longer than 5 s')
    else expect(outcome).toBeGreaterThan(0)
    if (typeof outcome === 'number') expect(outcome).toBeLessThanOrEqual(300_000)
  })

  test('with 200 KB of "<" is read or refused', async () => {
    const outcome = await read(newsPage(paragraphs(STORY) + '<'.repeat(200_000))).then(wholeOf, String)
    expect(outcome).toMatch(/Eleven ships|StageError/)
  })

  test('with 200 KB of quotation marks in a tag, never closed, is read or refused', async () => {
    const outcome = await read(newsPage(`${paragraphs(STORY)}<a href="${'"'.repeat(200_000)}`)).then(
      wholeOf,
      String
    )
    expect(outcome).toMatch(/Eleven ships|StageError/)
  })

  test('that takes too long is given up', async () => {
    const hasty = createPageReader({ timeoutMs: 1 })
    await expect(
      hasty.readPage(new TextEncoder().encode(newsPage('<p>a'.repeat(50_000))), 'text/html', URL)
    ).rejects.toThrow('reading the page took longer than 0.001 s and was stopped')
    await hasty.release()
  })

  test('that takes too much memory is given up', async () => {
    const narrow = createPageReader({ memoryMb: 48, timeoutMs: 60_000 })
    const large = new TextEncoder().encode(newsPage('<p class="a" id="b">a <b>b</b>'.repeat(29_000)))
    await expect(narrow.readPage(large, 'text/html', URL)).rejects.toThrow(
      'reading the page takes more memory than the 48 MB that it may'
    )
    await narrow.release()
  })
})

describe('what is no page', () => {
  test.each([
    [
      'a PDF',
      '%PDF-1.7\n1 0 obj',
      'application/pdf',
      'this is a PDF, sent as application/pdf; an article is an HTML page'
    ],
    [
      'a PDF said to be HTML',
      '%PDF-1.7\n',
      'text/html',
      'this is a PDF, sent as text/html; an article is an HTML page'
    ],
    ['JSON', '{"a": 1}', 'application/json; charset=utf-8', /JSON.*application\/json/],
    ['an empty answer', '', 'text/html', 'the answer is empty, where a page should be'],
    ['an answer of blanks', ' \n\t ', 'text/html', 'the answer is empty, where a page should be'],
    [
      'a style sheet',
      'body { color: red }',
      'text/css',
      'this is no page, but sent as text/css; an article is an HTML page'
    ],
    [
      'a page without text',
      '<html><body><img src="a.jpg"></body></html>',
      'text/html',
      /there is no article on the page/
    ],
    [
      'a page of scripts',
      '<html><body><script>x = "<p>One two three.</p>"</script></body></html>',
      null,
      /no article/
    ]
  ])('%s is refused', async (_what, body, contentType, fault) => {
    expect(await faultOf(body, contentType)).toMatch(fault)
  })

  test.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 'image/png'],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    ['JPEG without a type', [0xff, 0xd8, 0xff, 0xe0], null]
  ])('a picture (%s) is refused', async (_what, bytes, contentType) => {
    expect(await faultOf(Uint8Array.from(bytes), contentType)).toMatch(
      `this is an image, ${contentType === null ? 'without a Content-Type' : `sent as ${contentType}`}`
    )
  })

  test('a page said to be JSON is read all the same', async () => {
    expect(wholeOf(await read(newsPage(), 'application/json'))).toContain(STORY[0])
  })
})

describe('what hides in a page', () => {
  test('never comes out as text: scripts, styles, templates, pictures, frames, forms, comments', async () => {
    const secret = (name: string): string =>
      `SECRET ${name} speaks here, a whole sentence of many words, with commas.`
    const hidden =
      `<script>document.write("<p>${secret('written')}</p>")</script><style>p::before{content:"${secret('style')}"}</style>` +
      `<noscript><p>${secret('noscript')}</p></noscript><template><p>${secret('template')}</p></template>` +
      `<svg><title>${secret('svg')}</title><text>${secret('svg text')}</text></svg><iframe>${secret('iframe')}</iframe>` +
      `<object>${secret('object')}</object><select><option>${secret('option')}</option></select>` +
      `<textarea>${secret('textarea')}</textarea><!-- <p>${secret('comment')}</p> -->` +
      `<p style="display:none">${secret('hidden by style')}</p><p hidden>${secret('hidden')}</p>` +
      `<p aria-hidden="true">${secret('aria')}</p>`
    const text = wholeOf(
      await read(newsPage(paragraphs(STORY.slice(0, 2)) + hidden + paragraphs(STORY.slice(2))))
    )
    expect(text).not.toContain('SECRET')
    for (const paragraph of STORY) expect(text).toContain(paragraph)
  })

  test('neither does it in the text that JSON-LD gives', async () => {
    const articleBody = `<p>${STORY.join('</p><p>')}</p><script>SECRET()</script><style>SECRET</style>`
    const data = JSON.stringify({ '@type': 'Article', articleBody }).replaceAll('</', '<\\/')
    const page = await read(
      `<html><body><script type="application/ld+json">${data}</script><p>Wait a moment.</p></body></html>`
    )
    expect(wholeOf(page)).toBe(STORY.join('\n'))
  })

  test('NUL bytes, bidirectional overrides and zero-width characters are dropped', async () => {
    const marks = '\u202e\u2066\u200b\u200d\ufeff\u00ad'
    const page = await read(newsPage(`<p>The h\0arb${marks}our op\0ened.</p>${paragraphs(STORY)}`))
    expect(wholeOf(page)).toContain('The harbour opened.')
    expect(wholeOf(page)).not.toMatch(/[\0\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/)
  })

  test.each([
    ['<title>Tom &amp; <b>Jerry</b></title>', 'Tom & Jerry'],
    ['<title><script>alert(1)</script>Harbour opens again today</title>', 'Harbour opens again today'],
    ['<title>If a &lt; b then c holds</title>', 'If a < b then c holds'],
    ['<title>$(rm -rf /) `id` [in]drawtext=text</title>', '$(rm -rf /) `id` [in]drawtext=text']
  ])('%s gives the plain title %j', async (head, title) => {
    expect((await read(newsPage(paragraphs(STORY), head))).title).toBe(title)
  })

  test.each([
    ['javascript:alert(1)//', null],
    ['data:text/html,x', null],
    ['file:///etc/', null],
    ['//other.example/deep/', 'https://other.example/deep/next']
  ])('a base of %s leads to %s', async (base, canonicalUrl) => {
    const page = await read(
      newsPage(paragraphs(STORY), `<base href="${base}"><link rel="canonical" href="next">`)
    )
    expect(page.canonicalUrl).toBe(canonicalUrl ?? 'https://post.example/world/next')
  })

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://',
    `https://x.example/${'a'.repeat(5000)}`
  ])('the picture at %.40s is not taken', async address => {
    const page = await read(newsPage(paragraphs(STORY), `<meta property="og:image" content="${address}">`))
    expect(page.imageUrl).toBeNull()
  })

  test.each([
    ['broken JSON', '{"@type": "NewsArticle", "articleBody": "'],
    ['a deep list', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    [
      'a wrong type everywhere',
      '{"@type": "NewsArticle", "headline": {}, "author": 3, "image": [[]], "articleBody": [1]}'
    ],
    ['null', 'null'],
    [
      'a name like a method',
      '{"@type": "NewsArticle", "__proto__": {"headline": "x"}, "author": {"name": {}}}'
    ]
  ])('JSON-LD with %s costs nothing but itself', async (_what, json) => {
    const page = await read(
      newsPage(paragraphs(STORY), `<script type="application/ld+json">${json}</script>`)
    )
    expect(wholeOf(page)).toContain(STORY[0])
    expect(page.byline).toBeNull()
  })
})

test('lets its thread end when idle, and starts another', async () => {
  const brief = createPageReader({ idleMs: 1 })
  for (let turn = 0; turn < 3; turn++) {
    const page = await brief.readPage(new TextEncoder().encode(newsPage()), 'text/html', URL)
    expect(page.paragraphs.length).toBeGreaterThan(4)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
  await brief.release()
})
