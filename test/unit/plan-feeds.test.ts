import { describe, expect, test } from 'vitest'
import { parseFeedAddress } from '../../src/config/feed-address.ts'
import { MOST_FEEDS, planFeeds } from '../../src/config/plan-feeds.ts'

describe('an address in a list of feeds', () => {
  test.each([
    ['is kept as it is', 'https://a.example/feed?x=1', 'https://a.example/feed?x=1'],
    ['is taken over http', 'http://a.example/feed', 'http://a.example/feed'],
    ['loses blanks and line breaks', '  https://a.example/\n  feed ', 'https://a.example/feed'],
    ['is escaped once too often', 'https://a.example/?x=1&amp;y=2', 'https://a.example/?x=1&y=2'],
    ['is meant for a feed reader', 'feed://a.example/feed', 'http://a.example/feed'],
    ['is meant for a feed reader, and whole', 'feed:https://a.example/feed', 'https://a.example/feed'],
    [
      'is meant for a feed reader, and whole behind slashes',
      'feed://https://a.example/feed',
      'https://a.example/feed'
    ],
    ['is meant for iTunes', 'itpc://a.example/feed', 'http://a.example/feed'],
    ['has no scheme', 'a.example/feed', 'https://a.example/feed'],
    ['has no scheme but slashes', '//a.example/feed', 'https://a.example/feed'],
    ['has no scheme but a port', 'a.example:8080/feed', 'https://a.example:8080/feed'],
    ['has letters that no header takes', 'https://bücher.example/ö', 'https://xn--bcher-kva.example/%C3%B6']
  ])('%s', (_, written, url) => {
    expect(parseFeedAddress(written)).toEqual({ url })
  })

  test.each([
    ['is empty', ' ', 'it is empty'],
    ['leads to a file', 'file:///etc/passwd', 'not file:'],
    ['is a script', 'javascript:alert(1)', 'not javascript:'],
    ['is of another protocol', 'ftp://a.example/feed', 'not ftp:'],
    ['is a word', 'none', 'it is not an address'],
    ['has no host', 'https://', 'it is not an address'],
    ['is endless', `https://a.example/${'x'.repeat(3000)}`, 'longer than 2000']
  ])('is refused where it %s', (_, written, wrong) => {
    expect(parseFeedAddress(written)).toEqual({ wrong: expect.stringContaining(wrong) })
  })
})

const feed = (address: string, title = '', weight: number | null = null) => ({ address, title, weight })

describe('of the feeds of a list', () => {
  test('those that the show has already are known, over http and without the slash as well', () => {
    const plan = planFeeds(
      [feed('http://A.example/feed/'), feed('https://b.example/feed')],
      [{ url: 'https://a.example/feed' }]
    )
    expect([plan.known, plan.added]).toEqual([
      ['http://A.example/feed/'],
      [{ url: 'https://b.example/feed' }]
    ])
  })

  test('one that is named again is counted, and added once', () => {
    const plan = planFeeds([feed('https://a.example/'), feed('a.example'), feed('feed://a.example')], [])
    expect([plan.repeated, plan.added]).toEqual([2, [{ url: 'https://a.example/' }]])
  })

  test('titles are kept where a voice can say them, and weights where they weigh', () => {
    const plan = planFeeds(
      [
        feed('https://a.example/', 'Al & Pha', 1),
        feed('https://b.example/', '[Beta] 🎉', 1.5),
        feed('https://c.example/', '', 99)
      ],
      []
    )
    expect(plan.added).toEqual([
      { url: 'https://a.example/', title: 'Al & Pha' },
      { url: 'https://b.example/', weight: 1.5 },
      { url: 'https://c.example/' }
    ])
    expect(plan.withoutTitle).toEqual([{ url: 'https://b.example/', title: '[Beta] 🎉' }])
  })

  test('addresses of a home network are added, and named', () => {
    const plan = planFeeds([feed('http://192.168.1.5/feed')], [])
    expect([plan.added.length, plan.atHome]).toEqual([1, ['http://192.168.1.5/feed']])
  })

  test('those that are more than a show takes are refused, as are those that are no addresses', () => {
    const existing = Array.from({ length: MOST_FEEDS - 1 }, (_, at) => ({ url: `https://f${at}.example/` }))
    const plan = planFeeds(
      [feed('ftp://a.example'), feed('https://x.example/'), feed('https://y.example/')],
      existing
    )
    expect(plan.added).toEqual([{ url: 'https://x.example/' }])
    expect(plan.refused).toEqual([
      { address: 'ftp://a.example', why: 'feeds are read over https and http, not ftp:' },
      { address: 'https://y.example/', why: 'a show takes 200 feeds at most' }
    ])
  })
})
