import { expect, test } from 'vitest'
import { describeImport } from '../../src/cli/feeds-import-report.ts'
import { shownUrl } from '../../src/domain/shown-url.ts'

test.each([
  ['https://joe:secret@example.org/feed.xml?a=b', 'https://example.org/feed.xml?a=b'],
  ['https://token@example.org', 'https://example.org/'],
  ['https://example.org', 'https://example.org'],
  ['file:///home/joe/feed.xml', 'file:///home/joe/feed.xml'],
  ['not an address', 'not an address']
])('%s is printed as %s', (url, shown) => {
  expect(shownUrl(url)).toBe(shown)
})

test('an import says of no feed with which password it is read', () => {
  const url = 'https://joe:secret@example.org/feed.xml'
  const said = describeImport(
    'brief',
    {
      added: [{ url, title: 'A' }, { url }],
      known: [url],
      repeated: 0,
      refused: [{ address: url, why: 'there are too many' }],
      withoutTitle: [{ url, title: '*' }],
      atHome: [url]
    },
    false
  )
  expect(said).not.toContain('secret')
  expect(said.match(/https:\/\/example\.org\/feed\.xml/g)?.length).toBe(6)
})
