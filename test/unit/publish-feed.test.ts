import { spawnSync } from 'node:child_process'
import { parseFeed } from 'feedsmith'
import { parseFeed as parsePodcast } from 'podcast-partytime'
import { describe, expect, test } from 'vitest'
import type { Episode } from '../../src/domain/episode.ts'
import { buildFeed } from '../../src/stages/publish/build-feed.ts'
import { utf8Bytes } from '../../src/stages/publish/cut-text.ts'
import type { FeedInput } from '../../src/stages/publish/describe-feed.ts'
import { exampleEpisode, exampleShow } from '../helpers/publish-example.ts'

const GUID = '917393e3-1b1e-5cef-ace4-edaa54e1f810'
const BASE = 'https://pods.example/library/shows/morning-brief'

const feedOf = (change: Partial<FeedInput> = {}): string => {
  const [page] = buildFeed({
    show: exampleShow,
    episodes: [exampleEpisode],
    publicUrl: 'https://pods.example/library',
    now: new Date('2026-11-22T06:10:00Z'),
    podcastGuid: GUID,
    ...change
  })
  if (page === undefined) throw new Error('a feed has a first page')
  return page.xml
}

const feedOfEpisode = (change: Partial<Episode>) => feedOf({ episodes: [{ ...exampleEpisode, ...change }] })

function readBack(xml: string) {
  const parsed = parseFeed(xml)
  if (parsed.format !== 'rss') throw new Error(`parsed as ${parsed.format}`)
  return parsed.feed
}

function readAsPodcastApp(xml: string) {
  const feed = parsePodcast(xml)
  if (feed === null) throw new Error('podcast-partytime read no feed')
  return feed
}

const hostileTexts = [
  'ends CDATA ]]> and goes on',
  '<script>alert("x")</script>',
  'AT&T &amp; &apos;co&apos; &lt;b&gt;',
  `"double" and 'single'`,
  'podcast 🎧 für Zoë, 日本語',
  '<itunes:explicit>no</itunes:explicit>',
  '<![CDATA[ x ]]> <?z?>'
]

const xmllint = spawnSync('xmllint', ['--version']).error === undefined

test('A feed of one episode has every tag, and none that is false', () => {
  expect(feedOf()).toBe(`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
  <channel>
    <title>Morning Brief</title>
    <link>https://pods.example/library/shows/morning-brief/</link>
    <description><![CDATA[What happened overnight & why it matters. The episodes are written and voiced by AI.]]></description>
    <language>en-gb</language>
    <pubDate>Sun, 22 Nov 2026 06:00:00 GMT</pubDate>
    <lastBuildDate>Sun, 22 Nov 2026 06:10:00 GMT</lastBuildDate>
    <generator>Duologue</generator>
    <image>
      <url>https://pods.example/library/shows/morning-brief/cover.jpg</url>
      <title>Morning Brief</title>
      <link>https://pods.example/library/shows/morning-brief/</link>
    </image>
    <atom:link href="https://pods.example/library/shows/morning-brief/feed.xml" rel="self" type="application/rss+xml"/>
    <itunes:image href="https://pods.example/library/shows/morning-brief/cover.jpg"/>
    <itunes:category text="News">
      <itunes:category text="Daily News"/>
    </itunes:category>
    <itunes:explicit>false</itunes:explicit>
    <itunes:author>The Desk</itunes:author>
    <itunes:type>episodic</itunes:type>
    <podcast:locked>yes</podcast:locked>
    <podcast:person role="host">Ava</podcast:person>
    <podcast:person role="host">Ben</podcast:person>
    <podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>
    <podcast:medium>podcast</podcast:medium>
    <podcast:txt purpose="ai-content">true</podcast:txt>
    <podcast:updateFrequency rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR">Every Monday, Tuesday, Wednesday, Thursday, Friday</podcast:updateFrequency>
    <item>
      <title>Ice on Mars, and a library reopens</title>
      <link>https://pods.example/library/shows/morning-brief/episodes/2026-11-22/notes.html</link>
      <description><![CDATA[<p>Ava and Ben tell 1 story from 1 source. This episode is made by AI.</p>
<p>Rover finds &lt;ice&gt; on Mars</p>
<ul>
<li>Example News: <a href="https://news.example/ice?a=1&amp;b=2">Rover finds &lt;ice&gt; on Mars</a></li>
<li>Other Post: Ice on Mars</li>
</ul>]]></description>
      <enclosure url="https://pods.example/library/shows/morning-brief/episodes/2026-11-22/morning-brief-2026-11-22.mp3" length="340123" type="audio/mpeg"/>
      <guid isPermaLink="false">0b4b4bd0-8fd5-5f0f-9a77-6a1d4c1c2f10</guid>
      <pubDate>Sun, 22 Nov 2026 06:00:00 GMT</pubDate>
      <content:encoded><![CDATA[<p>Ava and Ben tell 1 story from 1 source. This episode is made by AI.</p>
<p>Rover finds &lt;ice&gt; on Mars</p>
<ul>
<li>Example News: <a href="https://news.example/ice?a=1&amp;b=2">Rover finds &lt;ice&gt; on Mars</a></li>
<li>Other Post: Ice on Mars</li>
</ul>]]></content:encoded>
      <itunes:duration>21</itunes:duration>
      <itunes:explicit>false</itunes:explicit>
      <itunes:episodeType>full</itunes:episodeType>
      <podcast:transcript url="https://pods.example/library/shows/morning-brief/episodes/2026-11-22/transcript.vtt" type="text/vtt" language="en-GB" rel="captions"/>
      <podcast:transcript url="https://pods.example/library/shows/morning-brief/episodes/2026-11-22/transcript.srt" type="application/x-subrip" language="en-GB" rel="captions"/>
      <podcast:transcript url="https://pods.example/library/shows/morning-brief/episodes/2026-11-22/transcript.json" type="application/json" language="en-GB"/>
      <podcast:chapters url="https://pods.example/library/shows/morning-brief/episodes/2026-11-22/chapters.json" type="application/json+chapters"/>
      <podcast:person role="host">Ava</podcast:person>
      <podcast:person role="host">Ben</podcast:person>
      <podcast:txt purpose="ai-content">true</podcast:txt>
    </item>
  </channel>
</rss>
`)
})

describe('read back by feedsmith', () => {
  test('The channel is what was meant', () => {
    expect(readBack(feedOf())).toMatchObject({
      title: 'Morning Brief',
      language: 'en-gb',
      generator: 'Duologue',
      atom: { links: [{ href: `${BASE}/feed.xml`, rel: 'self', type: 'application/rss+xml' }] },
      itunes: {
        image: `${BASE}/cover.jpg`,
        explicit: false,
        categories: [{ text: 'News', categories: [{ text: 'Daily News' }] }]
      },
      podcast: {
        locked: { value: true },
        guid: GUID,
        medium: 'podcast',
        txts: [{ display: 'true', purpose: 'ai-content' }],
        updateFrequency: { rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' }
      }
    })
  })

  test('The episode carries its audio, transcripts, chapters, hosts and that it is made by AI', () => {
    const files = `${BASE}/episodes/2026-11-22`
    expect(readBack(feedOf()).items?.[0]).toMatchObject({
      guid: { value: exampleEpisode.guid, isPermaLink: false },
      enclosures: [{ url: `${files}/morning-brief-2026-11-22.mp3`, length: 340_123, type: 'audio/mpeg' }],
      itunes: { duration: 21, explicit: false, episodeType: 'full' },
      podcast: {
        transcripts: [
          { url: `${files}/transcript.vtt`, type: 'text/vtt', language: 'en-GB', rel: 'captions' },
          {
            url: `${files}/transcript.srt`,
            type: 'application/x-subrip',
            language: 'en-GB',
            rel: 'captions'
          },
          { url: `${files}/transcript.json`, type: 'application/json', language: 'en-GB' }
        ],
        chapters: { url: `${files}/chapters.json`, type: 'application/json+chapters' },
        persons: [
          { display: 'Ava', role: 'host' },
          { display: 'Ben', role: 'host' }
        ],
        txts: [{ display: 'true', purpose: 'ai-content' }]
      }
    })
  })

  test.each(hostileTexts)('%j is text in titles, names, summaries and sources', text => {
    const source = { outlet: text, title: text, url: null }
    const xml = feedOf({
      show: { ...exampleShow, title: text, author: text },
      episodes: [
        {
          ...exampleEpisode,
          title: text,
          summary: text,
          hosts: [text, 'Ben'],
          stories: [{ title: text, startSeconds: 1, sources: [source] }]
        }
      ]
    })
    const { title, itunes, items } = readBack(xml)
    // feedsmith turns &apos; into an apostrophe everywhere, in CDATA too.
    const expected = text.replaceAll('&apos;', "'")
    expect([title, itunes?.author, items?.length, items?.[0]?.title]).toEqual([
      expected,
      expected,
      1,
      expected
    ])
    expect(items?.[0]?.podcast?.persons?.[0]?.display).toBe(expected)
    expect(items?.[0]?.description?.match(/<\/?[a-z]+/g)).toEqual(
      ['p', '/p', 'p', '/p', 'ul', 'li', '/li', '/ul'].map(tag => `<${tag}`)
    )
    expect(xml.match(/<itunes:explicit>false<\/itunes:explicit>$/gm)).toHaveLength(2)
  })
})

describe('read by podcast-partytime', () => {
  test('A podcast app sees the Podcasting 2.0 tags', () => {
    const feed = readAsPodcastApp(feedOf())
    expect(feed).toMatchObject({
      guid: GUID,
      medium: 'podcast',
      explicit: false,
      itunesImage: `${BASE}/cover.jpg`,
      podcastPeople: [
        { name: 'Ava', role: 'Host' },
        { name: 'Ben', role: 'Host' }
      ]
    })
    const support = Object.values(feed.pc20support).flat()
    expect(support).toEqual(expect.arrayContaining(['transcript', 'chapters', 'person', 'guid', 'medium']))
  })

  test('A show that gives an address for directories has it in the feed, and a lock that names it', () => {
    const email = 'pods@example.org'
    const xml = feedOf({ show: { ...exampleShow, email } })
    expect(xml).toContain(`<podcast:locked owner="${email}">yes</podcast:locked>`)
    expect(readBack(xml).itunes?.owner).toEqual({ name: 'The Desk', email })
    expect(Object.values(readAsPodcastApp(xml).pc20support).flat()).toContain('locked')
    expect(feedOf()).not.toContain('@')
  })

  test('A podcast app sees the episode with three transcripts, chapters and two hosts', () => {
    const [item] = readAsPodcastApp(feedOf()).items
    expect(item).toMatchObject({ duration: 21, enclosure: { length: 340_123, type: 'audio/mpeg' } })
    expect(item?.podcastTranscripts?.map(({ type }) => type)).toEqual([
      'text/vtt',
      'application/srt',
      'application/json'
    ])
    expect(item?.podcastChapters?.url).toBe(`${BASE}/episodes/2026-11-22/chapters.json`)
    expect(item?.podcastPeople?.map(({ name }) => name)).toEqual(['Ava', 'Ben'])
    expect(item?.pubDate).toEqual(new Date('2026-11-22T06:00:00Z'))
  })
})

describe('what validators ask for', () => {
  test.skipIf(!xmllint)('It is well-formed with every hostile text (needs xmllint on PATH)', () => {
    const episodes = [...hostileTexts, 'controls \u0000\u0008\ufffe\uffff\ud800\u202e'].map(
      (title, index) => ({
        ...exampleEpisode,
        title,
        summary: title,
        language: title,
        hosts: [title],
        episode: `2026-11-${index + 10}`
      })
    )
    const result = spawnSync('xmllint', ['--noout', '--nonet', '-'], { input: feedOf({ episodes }) })
    expect(String(result.stderr)).toBe('')
    expect(result.status).toBe(0)
  })

  const texts = [...hostileTexts, '<!-- comment --> x <![CDATA[']
  test.skipIf(!xmllint).each(texts)(
    'An XML parser reads the title %j as it was (needs xmllint on PATH)',
    title => {
      const path = 'string(/rss/channel/item/title)'
      const input = feedOfEpisode({ title })
      const { stdout } = spawnSync('xmllint', ['--nonet', '--xpath', path, '-'], { input })
      expect(String(stdout).replace(/\n$/, '')).toBe(title.replaceAll('&apos;', "'"))
    }
  )

  test('No control, override or noncharacter is in it', () => {
    const text = 'a\u0000\u0008\u001b\u007f\u0085\u200f\u202e\u2066\ufeff\ufffd\ufffe\uffff\ud800z'
    const show = { ...exampleShow, title: text, description: text, author: text }
    const source = { outlet: text, title: text, url: null }
    const stories = [{ title: text, startSeconds: 1, sources: [source] }]
    const episode = { ...exampleEpisode, title: text, summary: text, language: text, hosts: [text], stories }
    const xml = feedOf({ show, episodes: [episode] })
    expect(xml).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd-\uffff]/
    )
    expect(xml.isWellFormed()).toBe(true)
    expect(readBack(xml).title).toBe('az')
  })

  test('Dates are those of RFC 2822, in order and with a zone', () => {
    const dates = [...feedOf().matchAll(/<(?:pubDate|lastBuildDate)>([^<]*)</g)].map(match => match[1])
    expect(dates).toEqual([
      'Sun, 22 Nov 2026 06:00:00 GMT',
      'Sun, 22 Nov 2026 06:10:00 GMT',
      'Sun, 22 Nov 2026 06:00:00 GMT'
    ])
  })

  test('Every address is absolute ASCII, in a library below a path and a name of other letters too', () => {
    const xml = feedOf({ publicUrl: 'https://höhle.example/größe' })
    const addresses = [...xml.matchAll(/(?:url|href)="([^"]*)"|<(?:link|url)>([^<]*)</g)].map(
      match => match[1] ?? match[2]
    )
    expect(addresses.length).toBeGreaterThan(8)
    for (const address of addresses.filter(found => !found?.startsWith('https://news.example')))
      expect(address).toMatch(/^https:\/\/xn--hhle-5qa\.example\/gr%C3%B6%C3%9Fe\/[a-z0-9/._-]*$/)
  })

  test('Descriptions keep to 4000 bytes and end with a whole story; the full notes stay in content:encoded', () => {
    const source = { outlet: 'Bücher', title: 'ü'.repeat(200), url: 'https://news.example/' }
    const stories = Array.from({ length: 30 }, (_, index) => ({
      title: `Story ${index}`,
      startSeconds: index,
      sources: [source]
    }))
    const [item] = readBack(feedOfEpisode({ stories })).items ?? []
    const description = item?.description ?? ''
    expect(utf8Bytes(description)).toBeLessThanOrEqual(4000)
    expect(utf8Bytes(description)).toBeGreaterThan(3400)
    expect(description).toMatch(/<\/li>\n<\/ul>$/)
    expect(item?.content?.encoded).toContain('Story 29')
  })

  test('Long words of the show are cut to the limits of Apple', () => {
    const show = {
      ...exampleShow,
      title: 'ab '.repeat(40),
      author: 'x'.repeat(255),
      description: 'é '.repeat(3900)
    }
    const { description = '', itunes } = readBack(feedOf({ show }))
    expect(utf8Bytes(description)).toBeLessThanOrEqual(4000)
    expect(description).toMatch(/é… The episodes are written and voiced by AI\.$/)
    expect(itunes?.author).toHaveLength(255)
    expect(
      readBack(feedOfEpisode({ title: 'ab '.repeat(200) })).items?.[0]?.title?.length
    ).toBeLessThanOrEqual(255)
  })
})

describe('order and options', () => {
  test('The newest episode is first, and of two at one time the later name', () => {
    const episode = (name: string, publishedAt: string) => ({
      ...exampleEpisode,
      episode: name,
      guid: name,
      publishedAt
    })
    const xml = feedOf({
      episodes: [
        episode('2026-11-21', '2026-11-21T06:00:00.000Z'),
        episode('2026-11-22', '2026-11-22T06:00:00.000Z'),
        episode('2026-11-22-10', '2026-11-22T06:00:00.000Z'),
        episode('2026-11-22-2', '2026-11-22T06:00:00.000Z')
      ]
    })
    expect(readBack(xml).items?.map(({ guid }) => guid?.value)).toEqual([
      '2026-11-22-10',
      '2026-11-22-2',
      '2026-11-22',
      '2026-11-21'
    ])
  })

  test('What is not known is left out', () => {
    const { schedule: _schedule, subcategory: _subcategory, ...rest } = exampleShow
    const [page] = buildFeed({ show: rest, episodes: [], publicUrl: 'http://127.0.0.1:8123/' })
    const xml = page?.xml ?? ''
    for (const tag of [
      'lastBuildDate',
      'pubDate',
      'podcast:guid',
      'podcast:updateFrequency',
      'podcast:podping',
      'itunes:owner',
      'rel="hub"',
      'rel="first"',
      '<item'
    ])
      expect(xml).not.toContain(tag)
    expect(xml).toContain('<itunes:category text="News"/>')
    expect(xml).toContain('<link>http://127.0.0.1:8123/shows/morning-brief/</link>')
  })

  test("The show's own page is the link of the feed and of its picture", () => {
    const xml = feedOf({ show: { ...exampleShow, link: 'https://bücher.example/pod' } })
    expect(xml.match(/<link>https:\/\/xn--bcher-kva\.example\/pod<\/link>/g)).toHaveLength(2)
  })

  test('The same episodes make the same bytes', () => {
    expect(feedOf()).toBe(feedOf())
  })

  test.each([
    ['Newz', undefined, /no category "Newz"\. Use one of: Arts, Business/],
    ['News', 'Weather', /no subcategory "Weather" of News\. Use one of: Business News, Daily News/],
    ['Technology', 'AI', /no subcategory "AI" of Technology\. Use one of: no subcategory/]
  ])('The category %s with %s is refused with the right ones', (category, subcategory, message) => {
    expect(() => feedOf({ show: { ...exampleShow, category, subcategory } })).toThrow(message)
  })
})
