import { expect, test } from 'vitest'
import { linkHeaderOf, rewriteFeed } from '../../src/server/rewrite-feed.ts'

const FEED = 'https://pods.example.org/shows/a/feed.xml'
const feed = (links: string) =>
  `<rss><channel>${links}<item><atom:link href="https://evil.example/" rel="hub"/></item></channel></rss>`
const SELF = `<atom:link href="${FEED}" rel="self" type="application/rss+xml"/>`
const HUB = '<atom:link href="https://hub.example/?a=1&amp;b=2" rel="hub"/>'

test.each([
  ['a hub and itself', feed(SELF + HUB), `<${FEED}>; rel="self", <https://hub.example/?a=1&b=2>; rel="hub"`],
  ['no hub', feed(SELF), null],
  ['a hub in an item only', feed(''), null]
])('the Link header of a feed with %s', (_, xml, header) => {
  expect(linkHeaderOf(xml)).toBe(header)
})

test('a feed for everybody asks no directory to leave it out', () => {
  expect(rewriteFeed(feed(SELF), 'http://other.example')).not.toContain('block')
})
