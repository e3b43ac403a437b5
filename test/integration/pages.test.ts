import iconv from 'iconv-lite'
import { afterAll, describe, expect, test } from 'vitest'
import { createPageReader } from '../../src/adapters/pages/create-page-reader.ts'
import type { PageText } from '../../src/stages/fetch/page-ports.ts'
import { newsPage, paragraphs, STORY } from '../helpers/news-page.ts'

const reader = createPageReader()
afterAll(() => reader.release())

const URL = 'https://post.example/world/harbour'
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (page: string | Uint8Array, contentType: string | null = 'text/html'): Promise<PageText> =>
  reader.readPage(typeof page === 'string' ? bytesOf(page) : page, contentType, URL)
const proseOf = (page: PageText): string[] =>
  page.paragraphs.filter(({ kind }) => kind === 'prose').map(({ text }) => text)

describe('the page reader', () => {
  test('reads the article and leaves menus and footers', async () => {
    const page = await read(newsPage())
    expect(proseOf(page)).toEqual(STORY)
    expect(page).toMatchObject({ url: URL, title: 'Harbour reopens', language: 'en' })
  })

  test('reads several pages at once', async () => {
    const pages = await Promise.all([read(newsPage()), read(newsPage()), read(newsPage())])
    expect(pages.map(page => proseOf(page).length)).toEqual([5, 5, 5])
  })

  test('says what the page says about itself', async () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'The Post' },
        {
          '@type': ['NewsArticle'],
          headline: 'Harbour reopens &amp; ships sail',
          author: [{ '@type': 'Person', name: 'Anna Lee' }, { name: 'Ben Okoro' }],
          datePublished: '2026-11-20T06:30:00+01:00',
          isAccessibleForFree: 'False'
        }
      ]
    }
    const head =
      `<base href="https://cdn.example/x/"><link rel="canonical" href="/world/harbour-reopens">` +
      `<meta property="og:site_name" content="The Ellery Post"><meta property="og:image" content="pictures/a.jpg">` +
      `<meta name="robots" content="max-snippet:160, noai, noimageai"><meta name="tdm-reservation" content="1">` +
      `<meta name="tdm-policy" content="https://post.example/policy.json">` +
      `<script type="application/ld+json">${JSON.stringify(data)}</script>`
    expect(await read(newsPage(paragraphs(STORY), head))).toMatchObject({
      title: 'Harbour reopens & ships sail',
      byline: 'Anna Lee, Ben Okoro',
      siteName: 'The Ellery Post',
      publishedAt: '2026-11-20T05:30:00.000Z',
      canonicalUrl: 'https://cdn.example/world/harbour-reopens',
      imageUrl: 'https://cdn.example/x/pictures/a.jpg',
      isFree: false,
      robots: {
        noAi: true,
        noIndex: false,
        noSnippet: false,
        maxSnippet: 160,
        tdmReserved: true,
        tdmPolicyUrl: 'https://post.example/policy.json'
      }
    })
  })

  test('says null for what a page does not say', async () => {
    expect(await read(`<html><body><article>${paragraphs(STORY)}</article></body></html>`)).toMatchObject({
      title: null,
      byline: null,
      siteName: null,
      publishedAt: null,
      language: null,
      canonicalUrl: null,
      imageUrl: null,
      isFree: null,
      robots: { noAi: false, maxSnippet: null, tdmReserved: null, tdmPolicyUrl: null }
    })
  })

  test('tells prose from headings, captions, quotations, lists, links, tables, code and asides', async () => {
    const body =
      paragraphs(STORY.slice(0, 3)) +
      '<h2>What comes next</h2><figure><img src="a.jpg" alt=""><figcaption>The pier in May.</figcaption></figure>' +
      '<blockquote><p>It was the worst storm in forty years.</p></blockquote><ul><li>The ferries sail again.</li></ul>' +
      '<p><a href="/b">Storm sinks dredger</a></p><pre>wind = 120</pre>' +
      '<table><tr><th>Ships</th><td>11</td></tr><tr><th>Ferries</th><td>2</td></tr></table>' +
      '<div class="c-newsletterSignup"><p>The best of the week in your inbox.</p></div>' +
      paragraphs(STORY.slice(3))
    const page = await read(newsPage(body))
    const kinds = Object.fromEntries(page.paragraphs.map(({ kind, text }) => [text, kind]))
    expect(kinds).toMatchObject({
      'What comes next': 'heading',
      'The pier in May.': 'caption',
      'It was the worst storm in forty years.': 'quote',
      'The ferries sail again.': 'list',
      'Storm sinks dredger': 'link',
      'wind = 120': 'code',
      Ships: 'table',
      'The best of the week in your inbox.': 'aside'
    })
    expect(proseOf(page)).toEqual(STORY)
  })

  test('takes the words of a picture, repeated below it, for its caption', async () => {
    const body = `<img src="a.jpg" alt="The pier after the storm"><p>The pier after the storm.</p>${paragraphs(STORY)}`
    expect(proseOf(await read(newsPage(body)))).toEqual(STORY)
  })

  test.each([
    ['html and body left out', `<title>T</title>${paragraphs(STORY)}`],
    ['only html', `<html lang=en><title>T</title>${paragraphs(STORY)}`],
    ['only body', `<body>${paragraphs(STORY)}</body>`],
    ['end tags left out', `<!doctype html><title>T</title><body>${STORY.map(text => `<p>${text}`).join('')}`],
    [
      'an XML declaration',
      `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>${paragraphs(STORY)}</body></html>`
    ],
    ['tags in capitals', `<HTML><HEAD><TITLE>T</TITLE></HEAD><BODY>${paragraphs(STORY)}</BODY></HTML>`],
    ['comments before it', `<!-- a --><!-- b -->\n<html><body>${paragraphs(STORY)}</body></html>`],
    [
      'two bodies',
      `<html><body>${paragraphs(STORY.slice(0, 2))}</body><body>${paragraphs(STORY.slice(2))}</body></html>`
    ],
    [
      'all of it in a form',
      `<html><body><form action="/a.aspx">${paragraphs(STORY)}<input></form></body></html>`
    ],
    [
      'the story in layout tables',
      `<html><body><table><tr><td><a href="/">Home</a></td><td>${paragraphs(STORY)}</td></tr></table></body></html>`
    ],
    ['the story after the end of the body', `<html><body></body></html>${paragraphs(STORY)}`]
  ])('reads a page with %s', async (_what, html) => {
    expect(proseOf(await read(html))).toEqual(STORY)
  })

  test('takes the article from its description where scripts build the page', async () => {
    const data = JSON.stringify({ '@type': 'NewsArticle', articleBody: STORY.join('\n\n') })
    const page = await read(
      `<html><head><script type="application/ld+json">${data}</script></head><body><div id="app"><p>Loading the story.</p></div></body></html>`
    )
    expect(proseOf(page)).toEqual(STORY)
  })

  test('leaves the description alone where subscribers pay for it', async () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      isAccessibleForFree: false,
      articleBody: STORY.join('\n\n')
    })
    const page = await read(
      newsPage(`<p>${STORY[0] ?? ''}</p>`, `<script type="application/ld+json">${data}</script>`)
    )
    expect(proseOf(page)).toEqual([STORY[0]])
  })
})

describe('the charset of a page', () => {
  const text = 'Der Hafen von Öresund öffnete am Montag wieder – „endlich“, sagte der Kapitän aus Århus.'
  const html = (meta: string): string =>
    `<html><head>${meta}</head><body><article><p>${text}</p>${paragraphs(STORY)}</article></body></html>`
  test.each([
    [
      'UTF-8, said to be Latin-1',
      html('<meta charset="iso-8859-1">'),
      'utf-8',
      'text/html; charset=iso-8859-1'
    ],
    ['windows-1252 in the header', html(''), 'windows-1252', 'text/html; charset=windows-1252'],
    ['windows-1252 in <meta charset>', html('<meta charset="windows-1252">'), 'windows-1252', 'text/html'],
    [
      'windows-1252 in <meta http-equiv>',
      html('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">'),
      'windows-1252',
      null
    ],
    ['windows-1252, not said', html(''), 'windows-1252', null],
    ['windows-1252, said to be no charset there is', html('<meta charset="klingon">'), 'windows-1252', null],
    ['windows-1252, said to be UTF-16', html('<meta charset="utf-16">'), 'windows-1252', null]
  ])('%s is read', async (_what, page, charset, contentType) => {
    expect(proseOf(await read(iconv.encode(page, charset), contentType))).toContain(text)
  })

  test.each(['utf-16le', 'utf-16be', 'utf-8'])('%s with a mark is read', async charset => {
    expect(proseOf(await read(iconv.encode(html(''), charset, { addBOM: true })))).toContain(text)
  })

  test.each(['utf-16le', 'utf-16be'])('%s without a mark is read', async charset => {
    expect(proseOf(await read(iconv.encode(html(''), charset)))).toContain(text)
  })

  test.each([
    ['shift_jis', '港は月曜日に再開した。嵐のため三日間閉鎖されていた。'],
    ['gb18030', '港口在关闭三天后于星期一重新开放，风暴已经过去。'],
    ['koi8-r', 'Порт снова открылся в понедельник после трёх дней шторма.'],
    ['euc-kr', '항구는 폭풍으로 사흘 동안 닫혔다가 월요일에 다시 열렸다.']
  ])('%s is read as its <meta> says', async (charset, words) => {
    const page = `<html><head><meta charset="${charset}"></head><body><article><p>${words}</p>${paragraphs(STORY)}</article></body></html>`
    expect(proseOf(await read(iconv.encode(page, charset)))).toContain(words)
  })
})
