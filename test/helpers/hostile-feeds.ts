/** A feed made to do harm, and what is right for a reader to make of it. */
export interface HostileFeed {
  what: string
  /** Made when asked for: some are large. */
  text: () => string | Uint8Array
  contentType?: string
  /** Titles of the items that must come out. */
  titles?: string[]
  /** What the error must say, where there is nothing to save. */
  error?: RegExp
}

const rss = (inside: string, before = '', attributes = ''): string =>
  `<?xml version="1.0"?>${before}<rss version="2.0"${attributes}><channel><title>Harbour news</title>${inside}</channel></rss>`

const item = (title: string, more = ''): string =>
  `<item><title>${title}</title><guid>${title.length}</guid>${more}</item>`

const doctype = (subset: string): string => `<!DOCTYPE rss [${subset}]>`

const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
  ''
)

const json = (items: string): string =>
  `{"version":"https://jsonfeed.org/version/1.1","title":"Harbour news","items":[${items}]}`

const five_hundred = (title: string): string[] => Array.from({ length: 500 }, () => title)

const ENTITIES: HostileFeed[] = [
  {
    what: 'an entity bomb of nested entities (a billion laughs)',
    text: () => rss(item('&l9;'), doctype(`<!ENTITY l0 "ha">${laughs}`)),
    titles: ['&l9;']
  },
  {
    what: 'an entity bomb of one long entity, asked for 50,000 times',
    text: () =>
      rss(
        item('Calm', `<description>${'&a;'.repeat(50_000)}</description>`),
        doctype(`<!ENTITY a "${'x'.repeat(50_000)}">`)
      ),
    titles: ['Calm']
  },
  {
    what: 'a harmless entity, asked for a million times',
    text: () =>
      rss(
        item('Calm', `<description>${'&a;'.repeat(1_000_000)}</description>`),
        doctype(`<!ENTITY a "${'x'.repeat(900)}">`)
      ),
    titles: ['Calm']
  },
  {
    what: 'an external entity that is a file',
    text: () => rss(item('&x;'), doctype('<!ENTITY x SYSTEM "file:///etc/passwd">')),
    titles: ['&x;']
  },
  {
    what: 'an external entity behind an address',
    text: () =>
      rss(item('&x;'), doctype('<!ENTITY x PUBLIC "x" "http://169.254.169.254/latest/meta-data/">')),
    titles: ['&x;']
  },
  {
    what: 'parameter entities and an external DTD',
    text: () =>
      rss(
        item('Calm %p;'),
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1/x.dtd" [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]>'
      ),
    titles: ['Calm %p;']
  },
  {
    what: 'a DOCTYPE that never ends',
    text: () => `<?xml version="1.0"?><!DOCTYPE rss [${'<!-- '.repeat(100_000)}${"'".repeat(100_001)}`,
    error: /plain text, not a feed/
  }
]

const FLOODS: HostileFeed[] = [
  {
    what: '200,000 nested elements',
    text: () => rss('<a>'.repeat(200_000) + '</a>'.repeat(200_000)),
    error: /more than 5000 deep/
  },
  {
    what: 'a million items',
    text: () => rss('<item><title>t</title></item>'.repeat(1_000_000)),
    titles: five_hundred('t')
  },
  { what: 'a million empty items', text: () => rss('<item/>'.repeat(1_000_000)), titles: five_hundred('') },
  {
    what: '200 KB of "<" outside of CDATA',
    text: () => rss(item('Calm', `<description>${'<'.repeat(200_000)}</description>`)),
    titles: ['Calm']
  },
  {
    what: '200 KB of "a<p " outside of CDATA',
    text: () => rss(item('Calm') + `<item><description>${'a<p '.repeat(50_000)}</description></item>`),
    titles: ['Calm', '']
  },
  {
    what: '200 KB of "a<p " in CDATA of a damaged feed',
    text: () => rss(item('Calm', `<description><![CDATA[${'a<p '.repeat(50_000)}]]></description><b>`)),
    titles: ['Calm']
  },
  {
    what: '100,000 attributes',
    text: () =>
      rss(item('Calm', `<a ${Array.from({ length: 100_000 }, (_, at) => `b${at}="c"`).join(' ')}/>`)),
    titles: ['Calm']
  },
  {
    what: '100,000 namespaces',
    text: () =>
      rss(item('Calm', Array.from({ length: 100_000 }, (_, at) => `<a:b xmlns:a="urn:${at}"/>`).join(''))),
    titles: ['Calm']
  },
  {
    what: 'quotation marks that never end',
    text: () => rss(item('Calm') + `<item><a b="${"<a b='".repeat(50_000)}`),
    titles: ['Calm', '']
  },
  {
    what: 'titles that are closed once, far away, behind CDATA',
    text: () =>
      rss(
        `${item('Calm')}<item>${'<title>'.repeat(4_000)}${'x'.repeat(1_000_000)}<![CDATA[]]></title></item>`
      ),
    titles: ['Calm', '<title>'.repeat(572).slice(0, 4_000)]
  },
  {
    what: 'a JSON Feed with a million items',
    text: () => json(Array.from({ length: 1_000_000 }, () => '{"title":"t"}').join()),
    titles: five_hundred('t')
  },
  {
    what: 'JSON that is 200,000 lists deep',
    text: () => json('['.repeat(200_000) + ']'.repeat(200_000)),
    titles: []
  }
]

const BYTES: HostileFeed[] = [
  {
    what: 'UTF-16 that the header calls UTF-8',
    text: () => Buffer.from(`\ufeff${rss(item('Zürich'))}`, 'utf16le'),
    contentType: 'text/xml; charset=utf-8',
    titles: ['Zürich']
  },
  {
    what: 'windows-1252 that calls itself UTF-8',
    text: () => Buffer.from(rss(item('Zürich'), '', ' encoding="utf-8"'), 'latin1'),
    contentType: 'text/xml; charset=utf-8',
    titles: ['Zürich']
  },
  {
    what: 'a charset that there is not',
    text: () => Buffer.from(rss(item('Zürich')), 'latin1'),
    contentType: 'text/xml; charset=../../etc/passwd',
    titles: ['Zürich']
  },
  {
    what: 'NUL bytes in names and text',
    text: () => rss(item('Ca\u0000lm')).replaceAll('<item>', '<it\u0000em>'),
    titles: ['Calm']
  },
  {
    what: 'references to characters that XML forbids',
    text: () => rss(item('C&#0;a&#x1;l&#xd800;m&#xffff;&#9999999;')),
    titles: ['Calm']
  },
  {
    what: 'a text of random bytes',
    text: () => Uint8Array.from({ length: 100_000 }, (_, at) => (at * at * 31 + at * 7) % 251),
    error: /not a feed|XML is broken/
  }
]

const WORDS: HostileFeed[] = [
  {
    what: '"]]>" in markup that is not escaped',
    text: () => rss(item('Calm', '<description><b>x</b> ]]> &amp; <i>y</i></description>')),
    titles: ['Calm']
  },
  { what: 'bidi overrides', text: () => rss(item('\u202eCalm\u2066')), titles: ['\u202eCalm\u2066'] },
  {
    what: 'a guid that is a path',
    text: () => rss('<item><title>Calm</title><guid>../../etc/passwd</guid></item>'),
    titles: ['Calm']
  },
  {
    what: 'a title with a script',
    text: () => rss(item('&lt;script&gt;alert(1)&lt;/script&gt;Calm')),
    titles: ['<script>alert(1)</script>Calm']
  },
  {
    what: 'a title of markup with a script',
    text: () => rss(item('<script>alert(1)</script>Calm')),
    titles: ['<script>alert(1)</script>Calm']
  },
  {
    what: "a title for a shell and for ffmpeg's filters",
    text: () => rss(item("$(rm -rf ~); `id` | x' \\ [in]drawtext=text=%{e}:a,b;c")),
    titles: ["$(rm -rf ~); `id` | x' \\ [in]drawtext=text=%{e}:a,b;c"]
  },
  {
    what: 'elements named __proto__, constructor, hasOwnProperty and toString',
    text: () =>
      rss(
        '<__proto__><title>p</title></__proto__><constructor/><hasOwnProperty>1</hasOwnProperty>' +
          item('Calm', '<__proto__>x</__proto__><constructor>y</constructor><toString/><hasOwnProperty/>')
      ),
    titles: ['Calm']
  },
  {
    what: 'attributes named __proto__, constructor and hasOwnProperty',
    text: () => rss(item('Calm', '<a __proto__="x" constructor="y" hasOwnProperty="z" b="1" b="2"/>')),
    titles: ['Calm']
  },
  {
    what: 'JSON with __proto__ and constructor',
    text: () => json('{"__proto__":{"title":"p"},"constructor":{"prototype":{"title":"p"}},"title":"Calm"}'),
    titles: ['Calm']
  },
  {
    what: 'a text cut in its third item',
    text: () => rss(item('One') + item('Two') + item('Three')).slice(0, -60),
    titles: ['One', 'Two']
  },
  {
    what: 'an itunes:category that is never closed',
    text: () =>
      rss(
        `<itunes:category text='News'>${item('One')}${item('Two')}${item('Three')}`,
        '',
        ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
      ),
    titles: ['One', 'Two', 'Three']
  },
  {
    what: 'CDATA that never ends',
    text: () => rss(`${item('One')}<item><title>Two</title><description><![CDATA[`),
    titles: ['One', 'Two']
  },
  { what: 'a comment that never ends', text: () => rss(`${item('One')}<!-- ${item('Two')}`), titles: ['One'] }
]

/** One of each kind of feed that is made to do harm, for a reader that gets no more than the bytes. */
export const HOSTILE_FEEDS: HostileFeed[] = [...ENTITIES, ...FLOODS, ...BYTES, ...WORDS]
