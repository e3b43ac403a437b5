import { expect, test } from 'vitest'
import { balanceTags } from '../../src/adapters/feeds/balance-tags.ts'

/** Tags, CDATA and what stands between them. */
const piecesOf = (xml: string): string[] =>
  xml.split(/(<!\[CDATA\[.*?\]\]>|<[^>]*>)/).filter(part => part !== '')

test.each([
  [
    'whole XML as it is',
    '<rss><item><a b="c">d<e/></a></item></rss>',
    '<rss><item><a b="c">d<e/></a></item></rss>'
  ],
  ['an end before the next tag', '<item><a>x<b>y</b></item>', '<item><a>x</a><b>y</b></item>'],
  [
    'an end behind its CDATA',
    '<item><a><![CDATA[<x>]]><b/></item>',
    '<item><a><![CDATA[<x>]]></a><b/></item>'
  ],
  ['one end for each of several', '<item><a><b><c>x</item>', '<item><a></a><b></b><c>x</c></item>'],
  ['the start tag’s letters to its end', '<item><Link>x</LINK></item>', '<item><Link>x</Link></item>'],
  ['nothing for an end too many', '<item></p>x</b></item>', '<item>x</item>'],
  ['the right order to crossed ends', '<item><a><b>x</a></b></item>', '<item><a><b>x</b></a></item>'],
  ['no end across an item', '<rss><p><item>x</p></item></rss>', '<rss><p></p><item>x</item></rss>'],
  [
    'the ends of roots at the end of the text',
    '<rss><channel><a>x',
    '<rss><channel><a>x</a></channel></rss>'
  ],
  [
    'the end of a root before that around it',
    '<rss><channel><a/></rss>',
    '<rss><channel><a/></channel></rss>'
  ]
])('it gives %s', (_what, xml, balanced) => {
  expect(balanceTags(piecesOf(xml))).toBe(balanced)
})

test.each([
  ['elements', 'a'],
  ['elements around items', 'rss']
])('it refuses %s that are more than 5000 deep', (_what, name) => {
  const pieces = (deep: number): string[] => [
    ...Array.from({ length: deep }, () => `<${name}>`),
    ...Array.from({ length: deep }, () => `</${name}>`)
  ]
  expect(() => balanceTags(pieces(5_001))).toThrow('more than 5000 deep')
  expect(balanceTags(pieces(5_000))).toBe(pieces(5_000).join(''))
})
