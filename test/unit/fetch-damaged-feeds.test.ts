import { describe, expect, test } from 'vitest'
import { readFeedText } from '../../src/adapters/feeds/read-feed-text.ts'

const rss = (inside: string, root = 'rss version="2.0"'): string =>
  `<?xml version="1.0"?><${root}><channel><title>News</title><link>https://n.example/news/</link>${inside}</channel></rss>`
const atom = (inside: string, attributes = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>Views</title><link href="https://v.example/blog/"/>${inside}</feed>`
const rdf = (inside: string, namespaces: string): string =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" ${namespaces}>${inside}</rdf:RDF>`

/** The same with a tag too many, which no strict parser takes. */
const damaged = (text: string): string => text.replace(/<\/(?:channel|feed)>/, '<b>$&')

const item = (title: string): string => `<item><title>${title}</title></item>`
const entry = (title: string): string => `<entry><title>${title}</title></entry>`
const titlesOf = async (text: string) => (await readFeedText(text)).items.map(({ title }) => title)
const first = async (text: string) => (await readFeedText(text)).items[0]

describe('items are found', () => {
  test.each([
    ['RSS without a version', rss(item('a'), 'rss'), ['a']],
    ['RSS of an odd version', rss(item('a'), 'rss version="II"'), ['a']],
    [
      'RSS 0.91 with the DOCTYPE of Netscape',
      `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">${rss(item('a'), 'rss version="0.91"').slice(21)}`,
      ['a']
    ],
    ['a root of <channel>', `<channel>${item('a')}${item('b')}</channel>`, ['a', 'b']],
    ['a root of <item>', item('a'), ['a']],
    ['a root of <entry>', `<entry xmlns="http://www.w3.org/2005/Atom"><title>a</title></entry>`, ['a']],
    [
      'CDF in capitals',
      '<CHANNEL HREF="https://n.example/"><ITEM HREF="/a"><TITLE>a</TITLE></ITEM></CHANNEL>',
      ['a']
    ],
    [
      'RSS 0.90',
      rdf(
        `<channel><title>t</title></channel>${item('a')}`,
        'xmlns="http://my.netscape.com/rdf/simple/0.9/"'
      ),
      ['a']
    ],
    [
      'RDF with a prefix on its items',
      rdf('<r:channel/><r:item><r:title>a</r:title></r:item>', 'xmlns:r="http://purl.org/rss/1.0/"'),
      ['a']
    ],
    [
      'RDF under another prefix',
      rdf(`<channel/>${item('a')}`, 'xmlns="http://purl.org/rss/1.0/"').replaceAll('rdf:RDF', 'q:RDF'),
      ['a']
    ],
    ['RDF with items in its channel', rdf(`<channel>${item('a')}</channel>`, ''), ['a']],
    ['items after the channel', `<rss version="2.0"><channel/>${item('a')}</rss>`, ['a']],
    ['items without a channel', `<rss version="2.0">${item('a')}</rss>`, ['a']],
    [
      'two channels',
      `<rss version="2.0"><channel>${item('a')}</channel><channel>${item('b')}</channel></rss>`,
      ['a', 'b']
    ],
    ['two documents in one', rss(item('a')) + rss(item('b')), ['a', 'b']],
    [
      'prefixed Atom',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>a</a:title></a:entry></a:feed>',
      ['a']
    ],
    ['prefixed RSS', '<x:rss><x:channel><x:item><x:title>a</x:title></x:item></x:channel></x:rss>', ['a']],
    ['Atom in a namespace of its own', `<feed xmlns="urn:mine">${entry('a')}</feed>`, ['a']],
    ['Atom in a web page', `<html><body>${atom(entry('a'))}</body></html>`, ['a']],
    ['capitals', '<RSS><CHANNEL><ITEM><TITLE>a</TITLE></ITEM></CHANNEL></RSS>', ['a']],
    ['warnings of PHP before the XML', `<br />\n<b>Warning</b>: x in y.php<br />\n${rss(item('a'))}`, ['a']],
    ['scripts after the XML', `${rss(item('a'))}<script>track()</script>`, ['a']],
    ['a bare ampersand and a bare "<"', rss(item('a & b < c <3')), ['a & b < c <3']],
    ['a mismatched tag', rss(`<item><title>a</title></itm>${item('b')}`), ['a', 'b']],
    ['an item that is never closed', rss(`<item><title>a</title>${item('b')}`), ['a', 'b']],
    ['a tag without its ">"', rss(`<item><title>a</title><guid>1</guid</item>${item('b')}`), ['a', 'b']],
    [
      'an attribute without its second quotation mark',
      rss(`<item><source url="x>y</source><title>a</title></item>${item('b')}`),
      ['a', 'b']
    ],
    ['attributes without quotation marks', rss('<item id=1><title>a</title></item>'), ['a']],
    [
      'an attribute with ">" in it',
      rss('<item><source title="a > b">x</source><title>a</title></item>'),
      ['a']
    ],
    ['an undeclared prefix', rss('<item><q:r>x</q:r><title>a</title></item>'), ['a']],
    ['an unclosed itunes:category', rss(`<itunes:category text='News'>${item('a')}${item('b')}`), ['a', 'b']],
    [
      'an empty item in an item, which follows it',
      rss('<item><title>a</title><item/><guid>1</guid></item>'),
      ['a', '']
    ],
    ['items with nothing in them', rss('<item/><item></item>'), ['', '']],
    ['a text that was cut, up to the cut', rss(item('a') + item('b')).slice(0, -45), ['a']],
    ['a feed whose end tags are missing', `<feed>${entry('a')}${entry('b')}`, ['a', 'b']],
    ['a declaration without its "?>"', `<?xml version="1.0">${rss(item('a')).slice(21)}`, ['a']],
    ['CDATA that never ends', rss(`<item><title><![CDATA[a</title></item>${item('b')}`), ['a', 'b']],
    [
      'a comment whose end has a blank in it',
      rss(`<!-- a -- >${item('a')}<!-- b --!>${item('b')}`),
      ['a', 'b']
    ],
    ['a script that never ends', rss(`<script>track("<p>")${item('a')}`), ['a']],
    [
      'an end tag of a root that was never opened',
      `</rss>${item('a')}</feed>${item('b')}</channel>`,
      ['a', 'b']
    ],
    ['a root inside an item', rss(`<item><rss><title>a</title></rss></item>${item('b')}`), ['a', 'b']],
    ['a DOCTYPE that lacks its end', `<!DOCTYPE rss [<!ENTITY x "y">${rss(item('a')).slice(21)}`, ['a']],
    ['a DOCTYPE in the middle', rss(`<!DOCTYPE rss [${item('a')}`), ['a']],
    ['a bracket before the XML', `[notice] disk is full\n${rss(item('a'))}`, ['a']],
    [
      'entries of Atom among items of RSS',
      rss(
        `${item('a')}<q:entry><q:title>b</q:title></q:entry>`,
        'rss version="2.0" xmlns:q="http://www.w3.org/2005/Atom"'
      ),
      ['a', 'b']
    ],
    [
      'items with and without the prefix of RSS 1.0',
      rdf(`${item('a')}<r:item><r:title>b</r:title></r:item>`, 'xmlns:r="http://purl.org/rss/1.0/"'),
      ['a', 'b']
    ],
    [
      'one bad date among good ones',
      atom(`<entry><title>a</title><updated>yesterday</updated></entry>${entry('b')}`),
      ['a', 'b']
    ],
    [
      'what an item quotes',
      rss('<item><title>a</title><description><![CDATA[<item>b</item>]]></description></item>'),
      ['a']
    ]
  ])('in %s', async (_what, text, titles) => {
    expect(await titlesOf(text)).toEqual(titles)
  })

  test('in a damaged feed with the fields that a whole one has', async () => {
    const whole =
      '<item><title>One &amp; two</title><link>https://n.example/1</link><guid isPermaLink="false">g1</guid><pubDate>Thu, 28 Aug 2025 10:00:00 GMT</pubDate><category domain="x">World</category><category>Space</category><description>Short.</description><content:encoded><![CDATA[<p>Much longer.</p>]]></content:encoded></item>'
    expect(await first(damaged(rss(whole)))).toEqual(await first(rss(whole)))
  })

  test.each([
    rss(`<atom:link rel="self" href="https://n.example/feed"/>${item('a')}`),
    atom(`<link rel="self" href="https://v.example/feed"/>${entry('a')}`)
  ])('in a damaged feed that has the title and the link of a whole one', async text => {
    expect(await readFeedText(damaged(text))).toEqual(await readFeedText(text))
  })

  test.each([
    ['an image that never ends', '<item><image><title>a</title></item>'],
    ['a summary that never ends', '<item><summary>3 < 4<title>a</title></item>'],
    ['an end tag in other letters', '<item><guid>1</GUID><title>a</title></item>'],
    ['end tags that are crossed', '<item><author><b>Ann</author></b><title>a</title></item>'],
    ['an end tag too many', '<item></div></guid><title>a</title></p></item>']
  ])('with their titles beside %s', async (_what, text) => {
    expect(await titlesOf(rss(text + item('b')))).toEqual(['a', 'b'])
  })

  test('none in a feed without any, though its root is odd', async () => {
    expect(await readFeedText('<channel><title>Quiet</title></channel>')).toMatchObject({
      title: 'Quiet',
      items: []
    })
  })
})

describe('of an item that the text ends in, what is whole is kept', () => {
  const whole = { guid: null, title: 'Ferry stopped', url: null, date: null, categories: [], content: '' }
  test.each([
    ['within its body', '<title>Ferry stopped</title><description>The ferry did not', whole],
    ['within markup of its body', '<title>Ferry stopped</title><description><p>The ferry <b>did', whole],
    ['within CDATA', '<title>Ferry stopped</title><description><![CDATA[<p>The ferry', whole],
    ['within its link', '<title>Ferry stopped</title><link>https://n.exam', whole],
    ['within a tag', '<title>Ferry stopped</title><descr', whole],
    ['within its title', '<guid>g1</guid><title>Ferry sto', { ...whole, title: '', guid: 'g1' }],
    ['between elements', '<title>Ferry stopped</title><guid>g1</guid>\n', { ...whole, guid: 'g1' }],
    [
      'behind an element that never ends',
      '<image><title>Ferry stopped</title><description>It did',
      { ...whole }
    ],
    ['at once', '', { ...whole, title: '' }]
  ])('where it was cut %s', async (_what, text, kept) => {
    const cut = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${item('a')}<item>${text}`
    expect(await readFeedText(cut)).toMatchObject({ title: 'News', found: 2, items: [{ title: 'a' }, kept] })
  })
})

describe('fields', () => {
  test.each([
    ['dcterms:issued', '2025-08-28'],
    ['dcterms:modified', '2025-08-28'],
    ['dc:date', '2025-08-28T10:00:00Z'],
    ['updated', '28 Aug 2025']
  ])('a date may stand in %s', async (name, date) => {
    expect((await first(rss(`<item><title>a</title><${name}>${date}</${name}></item>`)))?.date).toBe(date)
  })

  test.each([
    ['content', 'http://purl.org/rss/1.0/modules/content/', 'encoded', 'content'],
    ['Dublin Core', 'http://purl.org/dc/elements/1.1/', 'date', 'date'],
    ['Dublin Core, the older', 'http://purl.org/dc/elements/1.0/', 'title', 'title'],
    ['iTunes', 'http://www.itunes.com/DTDs/Podcast-1.0.dtd', 'summary', 'content'],
    ['Media RSS', 'http://search.yahoo.com/mrss', 'title', 'title']
  ] as const)('of %s are known under any prefix', async (_what, address, name, field) => {
    const text = rss(`<item><q:${name}>Found</q:${name}></item>`, `rss version="2.0" xmlns:q="${address}"`)
    expect((await first(text))?.[field]).toBe('Found')
  })

  test.each([
    ['the feed', 'https://b.example/x/', '', '', 'https://b.example/x/a'],
    ['the entry', 'https://b.example/x/', 'y/', '', 'https://b.example/x/y/a'],
    ['the link', 'https://b.example/x/', '', '/z/', 'https://b.example/z/a'],
    ['an address without its host', '/x/', '', '', '/x/a'],
    ['nothing', '', '', '', 'a']
  ])('a relative link is resolved against the xml:base of %s', async (_what, feed, inner, link, url) => {
    const base = (address: string): string => (address === '' ? '' : ` xml:base="${address}"`)
    const text = atom(
      `<entry${base(inner)}><title>a</title><link href="a"${base(link)}/></entry>`,
      base(feed)
    )
    expect((await first(text))?.url).toBe(url)
    expect((await first(damaged(text)))?.url).toBe(url)
  })

  test.each([
    ['the alternate', '<link rel="self" href="s"/><link rel="alternate" href="https://v.example/1"/>'],
    [
      'the one that is a page',
      '<link type="application/json" href="j"/><link type="text/html" href="https://v.example/1"/>'
    ],
    ['text', '<link>https://v.example/1</link>']
  ])('of the links of an entry, %s is taken', async (_what, links) => {
    expect((await first(atom(`<entry><title>a</title>${links}</entry>`)))?.url).toBe('https://v.example/1')
  })

  test.each([
    ['<content type="text/html" mode="escaped">&lt;p&gt;One.&lt;/p&gt;</content>', '<p>One.</p>'],
    ['<content type="text/html" mode="base64">PHA+T25lLjwvcD4=</content>', '<p>One.</p>'],
    ['<content type="image/png">iVBORw0KGgo=</content><summary>One.</summary>', 'One.'],
    [
      '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>One.</h:p></h:div></content>',
      '<div xmlns:h="http://www.w3.org/1999/xhtml"><p>One.</p></div>'
    ],
    ['<content type="xhtml"><div>One <![CDATA[<two>]]></div></content>', '<div>One &lt;two></div>'],
    ['<content src="https://v.example/1"/><summary>One.</summary>', 'One.'],
    ['<media:group><media:description>One.</media:description></media:group>', 'One.'],
    ['<dc:description>One.</dc:description>', 'One.'],
    ['<itunes:summary><p>One.</p></itunes:summary>', '<p>One.</p>'],
    ['<fullitem>&lt;p&gt;One.&lt;/p&gt;</fullitem>', '<p>One.</p>']
  ])('the body of %s is read, damaged or not', async (body, content) => {
    const text = atom(`<entry><title>a</title>${body}</entry>`)
    expect((await first(text))?.content).toBe(content)
    expect((await first(damaged(text)))?.content).toBe(content)
  })

  test.each([
    ['text', '<!ENTITY a "Ann">', '&a;', 'Ann'],
    ['one character', '<!ENTITY a "&#233;">', 'Caf&a;', 'Café'],
    ['the first of two', "<!ENTITY a 'Ann'><!ENTITY a 'Bob'>", '&a;', 'Ann'],
    ['an entity in it', '<!ENTITY b "x"><!ENTITY a "&b;">', '&a;', '&a;'],
    ['markup', '<!ENTITY a "<b>">', '&a;', '&a;'],
    ['a file', '<!ENTITY a SYSTEM "file:///etc/passwd">', '&a;', '&a;']
  ])(
    'an entity that its DOCTYPE declares is written out or left, as harm is in it: %s',
    async (_what, declared, title, read) => {
      const text = `<!DOCTYPE rss [<!-- it's ]> -->${declared}]>${rss(item(title)).slice(21)}`
      expect(await titlesOf(text)).toEqual([read])
    }
  )

  test('references to characters of windows-1252 are those characters, and to forbidden ones are dropped', async () => {
    expect(await titlesOf(rss(item('a&#146;b&#0;c&#xfffe;&#x99999;')))).toEqual(['a’bc\u{99999}'])
  })
})
