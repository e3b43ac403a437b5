import { parseFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import type { Episode } from '../../src/domain/episode.ts'
import { rewriteFeed } from '../../src/server/rewrite-feed.ts'
import { isFeedFile } from '../../src/server/shared-files.ts'
import { buildFeed, EPISODES_PER_PAGE } from '../../src/stages/publish/build-feed.ts'
import type { FeedInput } from '../../src/stages/publish/describe-feed.ts'
import { pageOfFeedFile } from '../../src/stages/publish/feed-links.ts'
import { exampleEpisode, exampleShow } from '../helpers/publish-example.ts'

const BASE = 'https://pods.example/library/shows/morning-brief'

/** One a day from 2026-01-01 on, the last the newest. */
const episodes = (count: number): Episode[] =>
  Array.from({ length: count }, (_, index) => {
    const publishedAt = new Date(Date.UTC(2026, 0, 1 + index, 6)).toISOString()
    const episode = publishedAt.slice(0, 10)
    return { ...exampleEpisode, episode, guid: `guid-${index + 1}`, publishedAt }
  })

const pagesOf = (count: number, perPage?: number, change: Partial<FeedInput> = {}) =>
  buildFeed(
    {
      show: exampleShow,
      episodes: episodes(count),
      publicUrl: 'https://pods.example/library',
      now: new Date('2026-11-22T06:10:00Z'),
      podcastGuid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
      ...change
    },
    perPage
  )

const linksOf = (xml: string) =>
  [...xml.matchAll(/<atom:link href="([^"]*)" rel="([^"]*)"/g)].map(([, href, rel]) => [rel, href])

const guidsOf = (xml: string) => {
  const { format, feed } = parseFeed(xml)
  return format === 'rss' ? feed.items?.map(({ guid }) => guid?.value) : []
}

describe('a long archive', () => {
  test.each([
    [0, 1],
    [1, 1],
    [EPISODES_PER_PAGE, 1],
    [EPISODES_PER_PAGE + 1, 2],
    [2 * EPISODES_PER_PAGE + 1, 3]
  ])('of %i episodes has %i pages', (count, pages) => {
    const made = pagesOf(count)
    expect(made.map(({ name }) => name)).toEqual(['feed.xml', 'feed-2.xml', 'feed-3.xml'].slice(0, pages))
    expect(made.flatMap(({ xml }) => guidsOf(xml) ?? [])).toHaveLength(count)
  })

  test('has the newest on its first page, and each once', () => {
    expect(pagesOf(5, 2).map(({ xml }) => guidsOf(xml))).toEqual([
      ['guid-5', 'guid-4'],
      ['guid-3', 'guid-2'],
      ['guid-1']
    ])
  })

  test('has links from every page to its neighbours and to both ends', () => {
    const [first, second, third] = ['feed.xml', 'feed-2.xml', 'feed-3.xml'].map(name => `${BASE}/${name}`)
    expect(pagesOf(5, 2).map(({ xml }) => linksOf(xml))).toEqual([
      [
        ['self', first],
        ['first', first],
        ['next', second],
        ['last', third]
      ],
      [
        ['self', second],
        ['first', first],
        ['prev', first],
        ['next', third],
        ['last', third]
      ],
      [
        ['self', third],
        ['first', first],
        ['prev', second],
        ['last', third]
      ]
    ])
  })

  test('is the same show on every page', () => {
    const channels = pagesOf(5, 2).map(({ xml }) =>
      xml.replace(/ *<atom:link[^\n]*\n/g, '').replace(/ *<item>[^]*<\/item>\n/, '')
    )
    expect(channels[0]).toContain('<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>')
    expect(new Set(channels).size).toBe(1)
  })

  test('of one page has no link but its own', () => {
    expect(pagesOf(2, 2).map(({ xml }) => linksOf(xml))).toEqual([[['self', `${BASE}/feed.xml`]]])
  })

  test('is served: its names are those of feeds, and its addresses are led to the server', () => {
    for (const { name, xml } of pagesOf(5, 2)) {
      expect(isFeedFile(name)).toBe(true)
      const sent = rewriteFeed(xml, 'http://192.168.1.5:7474/l/token')
      expect(sent).not.toContain('https://pods.example/library')
      expect(linksOf(sent)[0]).toEqual([
        'self',
        `http://192.168.1.5:7474/l/token/shows/morning-brief/${name}`
      ])
    }
  })
})

test.each([
  ['feed.xml', 1],
  ['feed-2.xml', 2],
  ['feed-12.xml', 12],
  ['feed-0.xml', null],
  ['feed-02.xml', null],
  ['feed-2.xml.tmp', null],
  ['cover.jpg', null]
])('The file %s is page %s of a feed', (name, page) => {
  expect(pageOfFeedFile(name)).toBe(page)
})

describe('how changes are told', () => {
  test('The channel of a page names itself first, then the other pages, the hubs and Podping', () => {
    const hubs = ['https://hub.example/', 'https://hub.example/', 'http://höhle.example/hub']
    const [, page] = pagesOf(5, 2, { hubs, usesPodping: true })
    expect(page?.xml.slice(0, page.xml.indexOf('    <item>'))).toBe(`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
  <channel>
    <title>Morning Brief</title>
    <link>https://pods.example/library/shows/morning-brief/</link>
    <description><![CDATA[What happened overnight & why it matters. The episodes are written and voiced by AI.]]></description>
    <language>en-gb</language>
    <pubDate>Mon, 05 Jan 2026 06:00:00 GMT</pubDate>
    <lastBuildDate>Sun, 22 Nov 2026 06:10:00 GMT</lastBuildDate>
    <generator>Duologue</generator>
    <image>
      <url>https://pods.example/library/shows/morning-brief/cover.jpg</url>
      <title>Morning Brief</title>
      <link>https://pods.example/library/shows/morning-brief/</link>
    </image>
    <atom:link href="https://pods.example/library/shows/morning-brief/feed-2.xml" rel="self" type="application/rss+xml"/>
    <atom:link href="https://pods.example/library/shows/morning-brief/feed.xml" rel="first" type="application/rss+xml"/>
    <atom:link href="https://pods.example/library/shows/morning-brief/feed.xml" rel="prev" type="application/rss+xml"/>
    <atom:link href="https://pods.example/library/shows/morning-brief/feed-3.xml" rel="next" type="application/rss+xml"/>
    <atom:link href="https://pods.example/library/shows/morning-brief/feed-3.xml" rel="last" type="application/rss+xml"/>
    <atom:link href="https://hub.example/" rel="hub"/>
    <atom:link href="http://xn--hhle-5qa.example/hub" rel="hub"/>
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
    <podcast:podping usesPodping="true"/>
`)
  })

  test.each(['hub.example', '/hub', 'ftp://hub.example/', 'javascript:alert(1)', 'https://a:b@hub.example/'])(
    'The hub %s is left out',
    hub => {
      const [page] = pagesOf(1, 2, { hubs: [hub], usesPodping: false })
      expect(page?.xml).not.toMatch(/rel="hub"|podping/)
    }
  )
})
