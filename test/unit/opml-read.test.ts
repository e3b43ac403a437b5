import { describe, expect, test } from 'vitest'
import { readOpml } from '../../src/adapters/opml/read-opml.ts'
import { scanOutlines } from '../../src/adapters/opml/scan-outlines.ts'

const list = (body: string): string =>
  `<?xml version="1.0"?><opml version="2.0"><head/><body>${body}</body></opml>`
const A = { address: 'https://a.example/feed', title: 'Alpha', weight: null }
const B = { address: 'https://b.example/feed', title: 'Beta', weight: null }
const alpha = '<outline text="Alpha" xmlUrl="https://a.example/feed"/>'
const beta = '<outline text="Beta" xmlUrl="https://b.example/feed"/>'

describe('a list of feeds is read', () => {
  test.each([
    ['as OPML 2.0 has it', list(alpha + beta), [A, B]],
    [
      'with groups in groups',
      list(`<outline text="G"><outline text="H">${alpha}</outline>${beta}</outline>`),
      [A, B]
    ],
    ['without a head and without a body', `<opml>${alpha}${beta}</opml>`, [A, B]],
    ['without any element around it', `${alpha}\n${beta}`, [A, B]],
    ['cut in the middle', `<opml><body>${alpha}${beta}<outline text="Gam`, [A, B]],
    ['without closing tags', `<opml><body><outline text="G">${alpha}${beta}`, [A, B]],
    [
      'with names in other cases',
      '<OPML><BODY><OUTLINE TEXT="Alpha" XMLURL="https://a.example/feed"/></BODY></OPML>',
      [A]
    ],
    ['with single quotes', list("<outline text='Alpha' xmlUrl='https://a.example/feed'/>"), [A]],
    ['with no quotes', list('<outline text=Alpha xmlUrl=https://a.example/feed/>'), [A]],
    [
      'with blanks around the equals sign',
      list('<outline text = "Alpha" xmlUrl\n=\n"https://a.example/feed" />'),
      [A]
    ],
    [
      'with a quote that was forgotten behind the title',
      list('<outline text="Alpha xmlUrl="https://a.example/feed"/>'),
      [A]
    ],
    [
      'with a quote that was forgotten behind the address',
      list('<outline text="Alpha" xmlUrl="https://a.example/feed type="rss"/>'),
      [A]
    ],
    [
      'with quotes inside the title',
      list('<outline text="Al "The Pal" Pha" xmlUrl="https://a.example/feed"/>'),
      [{ ...A, title: 'Al' }]
    ],
    ['with markup in a title', list('<outline text="<b>Alpha</b>" xmlUrl="https://a.example/feed"/>'), [A]],
    [
      'with markup that was escaped in a title',
      list('<outline text="&lt;b&gt;Alpha&lt;/b&gt;" xmlUrl="https://a.example/feed"/>'),
      [A]
    ],
    [
      'with HTML’s named characters, escaped twice as well',
      list(
        '<outline text="Caf&eacute; &amp;#8217;n&amp;rsquo; &#8211; go" xmlUrl="https://a.example/feed"/>'
      ),
      [{ ...A, title: 'Café ’n’ – go' }]
    ],
    [
      'with bare ampersands',
      list('<outline text="Rock & Roll" xmlUrl="https://a.example/feed?a=1&b=2&copy=3"/>'),
      [{ ...A, address: 'https://a.example/feed?a=1&b=2&copy=3', title: 'Rock & Roll' }]
    ],
    [
      'with ampersands that are escaped',
      list('<outline xmlUrl="https://a.example/feed?a=1&amp;b=2"/>'),
      [{ ...A, address: 'https://a.example/feed?a=1&b=2', title: '' }]
    ],
    ['behind a DOCTYPE', `<!DOCTYPE opml [<!ENTITY x "y"><!ELEMENT opml (#PCDATA)>]>${list(alpha)}`, [A]],
    ['behind words of a server', `Warning: include() failed in feeds.php\n\n${list(alpha)}`, [A]],
    ['with what is commented out left out', list(`<!-- ${beta} -->${alpha}`), [A]],
    ['with a comment that never ends', list(`${alpha}<!-- ${beta}`), [A, B]],
    [
      'with names in a namespace',
      '<o:opml xmlns:o="x"><o:body><o:outline text="Alpha" xmlUrl="https://a.example/feed"/></o:body></o:opml>',
      [A]
    ],
    [
      'with the title before the text',
      list('<outline title="Alpha" text="a" xmlUrl="https://a.example/feed"/>'),
      [A]
    ],
    [
      'with the text where the title is empty',
      list('<outline title=" " text="Alpha" xmlUrl="https://a.example/feed"/>'),
      [A]
    ],
    [
      'with the address in url, if the type says so',
      list(
        `<outline type="rss" text="Alpha" url="https://a.example/feed"/><outline type="link" url="https://c.example/"/>${beta}`
      ),
      [A, B]
    ],
    [
      'with the address, or its host, for want of a title',
      list('<outline text="a.example" title="https://a.example/feed" xmlUrl="https://a.example/feed"/>'),
      [{ ...A, title: '' }]
    ],
    [
      'with a weight of our own',
      list(
        '<outline text="Alpha" xmlUrl="https://a.example/feed" xmlns:duologue="urn:duologue:feeds" duologue:weight="1.5"/>'
      ),
      [{ ...A, weight: 1.5 }]
    ],
    [
      'with control and bidirectional characters dropped',
      list('<outline text="Al\u202e\u0007pha" xmlUrl="https://a.example/feed"/>'),
      [A]
    ],
    ['with the same feed twice, as it stands', list(alpha + alpha), [A, A]]
  ])('%s', (_, text, expected) => {
    expect(readOpml(text, 'both')).toEqual(expected)
  })

  test.each([
    ['nothing', '  ', 'it is empty'],
    ['a feed', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>', 'it is a feed itself'],
    ['an Atom feed with a prefix', '<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>', 'it is a feed itself'],
    ['a web page', '<!DOCTYPE html><html><body>404</body></html>', 'it is a web page'],
    ['an outline of something else', list('<outline text="Milk"/>'), 'its outlines have no xmlUrl'],
    ['some other text', '{"feeds": []}', 'a list of feeds is an OPML file']
  ])('is not %s, which is said', (_, text, message) => {
    expect(() => readOpml(text, 'both')).toThrow(message)
  })
})

describe('the scanner takes', () => {
  test('100,000 outlines', () => {
    const many = Array.from(
      { length: 100_000 },
      (_, at) => `<outline text="Feed ${at}" xmlUrl="https://f${at}.example/"/>`
    )
    const found = scanOutlines(list(many.join('\n')))
    expect([found.length, found.at(-1)?.xmlUrl]).toEqual([100_000, 'https://f99999.example/'])
  })

  test('outlines 100,000 deep in each other', () => {
    const deep = `${'<outline text="g">'.repeat(100_000)}${alpha}${'</outline>'.repeat(100_000)}`
    expect(readOpml(list(deep), 'both')).toEqual([A])
  })

  test.each([
    ['outlines that never end', '<outline '.repeat(300_000)],
    ['comments that never end', '<!-- '.repeat(300_000)],
    ['a name without a value, over and over', `<outline ${'xmlUrl '.repeat(300_000)}`],
    ['a name and blanks', `<outline xmlUrl${' '.repeat(2_000_000)}>`],
    ['a value of blanks', `<outline xmlUrl="${' '.repeat(2_000_000)}">`],
    ['quotes', `<outline ${'"'.repeat(2_000_000)}`],
    ['angle brackets', '<'.repeat(2_000_000)]
  ])('%s, and finds no feed in them', (_, text) => {
    expect(() => readOpml(text, 'scanner')).toThrow('there is no feed in it')
  })
})
