import { describe, expect, test } from 'vitest'
import { readFeedText } from '../../src/adapters/feeds/read-feed-text.ts'
import { prepareXml } from '../../src/adapters/feeds/prepare-xml.ts'

const rss = (item: string, version = ' version="2.0"'): string =>
  `<?xml version="1.0"?><rss${version} xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News &amp; Views</title><link>https://n.example/</link>${item}</channel></rss>`
const atom = (entry: string): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Views</title><link href="https://v.example/"/>${entry}</feed>`
const first = async (text: string) => (await readFeedText(text)).items[0]

describe('RSS', () => {
  test('is read field by field', async () => {
    const feed = await readFeedText(
      rss(
        '<item><title>One</title><link>https://n.example/1</link><guid isPermaLink="false">g1</guid><pubDate>Thu, 28 Aug 2025 10:00:00 GMT</pubDate><category domain="x">World</category><category>Space</category><description>Short.</description><content:encoded><![CDATA[<p>Much longer.</p>]]></content:encoded></item>'
      )
    )
    expect(feed).toEqual({
      kind: 'rss',
      title: 'News & Views',
      link: 'https://n.example/',
      found: 1,
      items: [
        {
          guid: 'g1',
          title: 'One',
          url: 'https://n.example/1',
          date: 'Thu, 28 Aug 2025 10:00:00 GMT',
          categories: ['World', 'Space'],
          content: '<p>Much longer.</p>'
        }
      ]
    })
  })

  test('needs no version', async () => {
    expect(await first(rss('<item><title>One</title></item>', ''))).toMatchObject({
      title: 'One',
      guid: null
    })
  })

  test('keeps the longest body, wherever it stands', async () => {
    const body = 'A description that is longer than the content.'
    const item = await first(
      rss(
        `<item><title>t</title><content:encoded>Short.</content:encoded><description>${body}</description></item>`
      )
    )
    expect(item?.content).toBe(body)
  })

  test('takes the text of titles and guids that have attributes', async () => {
    const item = await first(rss('<item><title lang="en">One</title><guid x="y">g</guid></item>'))
    expect(item).toMatchObject({ title: 'One', guid: 'g' })
  })

  test('keeps the order of markup that was not escaped', async () => {
    const item = await first(
      rss('<item><title>a</title><description>One <b>two</b> three <b>four</b> five.</description></item>')
    )
    expect(item?.content).toBe('One <b>two</b> three <b>four</b> five.')
  })

  test.each([
    ['a bare ampersand', '<item><title>Tom & Jerry</title></item>', 'Tom & Jerry'],
    ["HTML's own entities", '<item><title>Caf&eacute;&nbsp;open</title></item>', 'Caf&eacute;&nbsp;open'],
    ['an ampersand in a link', '<item><title>t</title><link>https://n.example/?a=1&b=2</link></item>', 't']
  ])('survives %s', async (_what, item, title) => {
    expect((await first(rss(item)))?.title).toBe(title)
  })

  test('without entries has no items', async () => {
    expect((await readFeedText(rss(''))).items).toEqual([])
  })

  test.each([
    [
      'a warning of the server before it',
      `<br />\n<b>Warning</b>: no such file in x.php on line 3<br />\n${rss('<item><title>One</title></item>')}`
    ],
    ['blank lines before it', `\n\n  ${rss('<item><title>One</title></item>')}`],
    [
      'a DOCTYPE with entities',
      rss('<item><title>One</title></item>').replace(
        '?>',
        '?><!DOCTYPE rss [<!ENTITY a "<b>]>x"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
      )
    ],
    ['comments with markup', rss('<!-- <item><title>No</title></item> & --><item><title>One</title></item>')]
  ])('is read with %s', async (_what, text) => {
    expect((await readFeedText(text)).items.map(item => item.title)).toEqual(['One'])
  })

  test('expands no entity of its DOCTYPE', async () => {
    const text = rss('<item><title>&b;</title></item>').replace(
      '?>',
      '?><!DOCTYPE rss [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    )
    expect((await first(text))?.title).toBe('&b;')
  })
})

describe('Atom', () => {
  test('is read field by field', async () => {
    const item = await first(
      atom(
        '<entry><id>urn:1</id><title type="html">Uno &amp;amp; dos</title><link rel="enclosure" href="https://v.example/a.mp3"/><link href="https://v.example/1"/><published>2025-08-28T10:00:00Z</published><updated>2025-08-29T10:00:00Z</updated><category term="t" label="Topic"/><summary>Short.</summary><content type="html">&lt;p&gt;Longer text.&lt;/p&gt;</content></entry>'
      )
    )
    expect(item).toEqual({
      guid: 'urn:1',
      title: 'Uno &amp; dos',
      url: 'https://v.example/1',
      date: '2025-08-28T10:00:00Z',
      categories: ['Topic'],
      content: '<p>Longer text.</p>'
    })
  })

  test('keeps its other entries when one has a bad date', async () => {
    const feed = await readFeedText(
      atom(
        '<entry><title>a</title><updated>yesterday</updated></entry><entry><title>b</title><updated>2025-08-28</updated></entry>'
      )
    )
    expect(feed.items.map(item => [item.title, item.date])).toEqual([
      ['a', 'yesterday'],
      ['b', '2025-08-28']
    ])
  })

  test('keeps the order of XHTML', async () => {
    const item = await first(
      atom(
        '<entry><title>a</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <em>two</em> three.</p><p>Four.</p></div></content></entry>'
      )
    )
    expect(item?.content).toBe(
      '<div xmlns="http://www.w3.org/1999/xhtml"><p>One <em>two</em> three.</p><p>Four.</p></div>'
    )
  })

  test.each([
    ['links without attributes', atom('<entry><title>a</title><link>https://v.example/1</link></entry>')],
    [
      'a prefix on every element',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>t</a:title><a:entry><a:title>a</a:title></a:entry></a:feed>'
    ]
  ])('is read with %s', async (_what, text) => {
    expect((await readFeedText(text)).items.map(item => item.title)).toEqual(['a'])
  })
})

describe('JSON Feed', () => {
  const json = (items: unknown): string =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J',
      home_page_url: 'https://j.example/',
      items
    })

  test('is read field by field, its plain text as text', async () => {
    const feed = await readFeedText(
      json([
        {
          id: 7,
          url: 'https://j.example/7',
          title: 'Seven',
          content_text: 'Less < more & so on.',
          date_published: '2025-08-28T10:00:00Z',
          tags: ['a', 1]
        }
      ])
    )
    expect(feed).toEqual({
      kind: 'json',
      title: 'J',
      link: 'https://j.example/',
      found: 1,
      items: [
        {
          guid: '7',
          title: 'Seven',
          url: 'https://j.example/7',
          date: '2025-08-28T10:00:00Z',
          categories: ['a'],
          content: 'Less &lt; more &amp; so on.'
        }
      ]
    })
  })

  test('keeps its good items when others are nonsense', async () => {
    const feed = await readFeedText(json([null, 'x', { title: 5, id: 'a' }, { title: 'Good', tags: 'none' }]))
    expect(feed.items.map(item => item.title)).toEqual(['', 'Good'])
  })
})

describe('what is no feed', () => {
  test.each([
    ['', /empty/],
    ['   \n', /empty/],
    [
      '<!DOCTYPE html><html><head><title>x</title></head></html>',
      /web page, not a feed; look for its feed address/
    ],
    ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', /web page, not a feed/],
    ['Service unavailable', /plain text, not a feed/],
    ['<opml version="2.0"><body/></opml>', /list of feeds \(OPML\)/],
    ['<sitemapindex><sitemap/></sitemapindex>', /begins with <sitemapindex>/],
    ['<rss version="2.0"></rss>', /neither a title nor an item/],
    ['{"version": "https://jsonfeed.org/version/1", "items": [', /JSON is broken/],
    ['{"error": "not found"}', /not a JSON Feed/],
    ['[1]', /not a JSON Feed/]
  ])('%j is named for what it is', async (text, message) => {
    await expect(readFeedText(text)).rejects.toThrow(message)
  })
})

describe('hostile text', () => {
  const MANY = 200_000
  test.each([
    [
      1,
      'a flood of "<" in a body',
      rss(`<item><title>t</title><description><![CDATA[${'<'.repeat(MANY)}]]></description></item>`)
    ],
    [
      1,
      'a flood of open tags in a body',
      rss(`<item><title>t</title><description><![CDATA[${'a<p '.repeat(MANY)}]]></description></item>`)
    ],
    [
      1,
      'a flood of CDATA that never ends',
      rss(`<item><title>t</title></item><description>${'<![CDATA['.repeat(MANY)}`)
    ],
    [0, 'titles that never end', `<rss version="2.0"><channel>${'<title>'.repeat(MANY)}`],
    [1, 'a flood of ampersands', rss(`<item><title>${'&'.repeat(MANY)}</title></item>`)],
    [
      1,
      'an element named __proto__',
      rss('<__proto__><title>x</title></__proto__><item><title>t</title></item>')
    ]
  ])('%i is how many items come out of %s', async (items, _what, text) => {
    expect((await readFeedText(text)).items.length).toBe(items)
  })

  test('"]]>" in wrapped markup cannot end it early', () => {
    expect(prepareXml('<rss><description><b>x</b> ]]> y</description></rss>').xml).toBe(
      '<rss><description><![CDATA[<b>x</b> ]]]]><![CDATA[> y]]></description></rss>'
    )
  })
})
