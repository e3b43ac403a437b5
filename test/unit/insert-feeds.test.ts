import { describe, expect, test } from 'vitest'
import { insertFeeds } from '../../src/config/insert-feeds.ts'

const ALPHA = { url: 'https://a.example/feed' }
const BETA = { url: 'https://b.example/feed?x=1&y=2', title: 'Beta: the news', weight: 1.5 }

const BEFORE = `# What we make.   Kept as it is.

server:
    # public_url: https://podcasts.example.org
shows:

  # The first one
  morning:   # of three
    title:   "Morning"
    description: >
      Folded,
      over two lines.
    feeds:
      # the ones we trust
      - https://one.example/feed   # since 2020
      - url:   'https://two.example/feed'
        title: Two      # said so
        # weight: 2

      # end of the feeds

    minutes: 5
  evening: {title: Evening, description: Late., feeds: [https://one.example/feed]}
# The end
`

const AFTER = BEFORE.replace(
  `        title: Two      # said so
`,
  `        title: Two      # said so
      - https://a.example/feed
      - { url: https://b.example/feed?x=1&y=2, title: "Beta: the news", weight: 1.5 }
`
)

describe('feeds are added behind those of a show', () => {
  test('with every comment, blank line and quotation mark of the file as it was', () => {
    expect(insertFeeds(BEFORE, 'morning', [ALPHA, BETA])).toBe(AFTER)
  })

  const show = (feeds: string): string => `shows:\n  tiny:\n    title: Tiny\n    feeds:${feeds}`

  test.each([
    [
      'a list whose dashes stand below the key',
      '\n    - https://x.example/\n',
      '\n    - https://x.example/\n    - https://a.example/feed\n'
    ],
    [
      'a list with wide dashes',
      '\n      -   https://x.example/\n',
      '\n      -   https://x.example/\n      -   https://a.example/feed\n'
    ],
    [
      'a file without a line break at its end',
      '\n      - https://x.example/',
      '\n      - https://x.example/\n      - https://a.example/feed'
    ],
    [
      'a list in brackets',
      ' [ https://x.example/ ] # c\n',
      ' [ https://x.example/, https://a.example/feed ] # c\n'
    ],
    [
      'brackets with a comma at the end',
      ' [https://x.example/,]\n',
      ' [https://x.example/, https://a.example/feed,]\n'
    ],
    [
      'brackets over several lines',
      ' [\n      https://x.example/, # one\n      {url: https://y.example/}\n    ]\n',
      ' [\n      https://x.example/, # one\n      {url: https://y.example/}, https://a.example/feed\n    ]\n'
    ],
    [
      'a feed in braces over several lines',
      '\n      - {\n          url: https://x.example/\n        } # x\n',
      '\n      - {\n          url: https://x.example/\n        } # x\n      - https://a.example/feed\n'
    ],
    [
      'lines that end as on Windows',
      '\r\n      - https://x.example/ # x\r\n',
      '\r\n      - https://x.example/ # x\r\n      - https://a.example/feed\r\n'
    ]
  ])('in %s', (_, before, after) => {
    expect(insertFeeds(show(before), 'tiny', [ALPHA])).toBe(show(after))
  })

  test('behind a byte order mark', () => {
    const before = `\ufeff${show('\n      - https://x.example/\n')}`
    expect(insertFeeds(before, 'tiny', [ALPHA])).toBe(`${before}      - https://a.example/feed\n`)
  })

  test('one to a line in brackets where they are many', () => {
    const many = [1, 2, 3, 4].map(at => ({ url: `https://${at}.example/` }))
    const lines = many.map(({ url }) => `,\n      ${url}`).join('')
    expect(insertFeeds(show(' [https://x.example/]\n'), 'tiny', many)).toBe(
      show(` [https://x.example/${lines}]\n`)
    )
  })

  test.each([
    ['an alias', 'shows:\n  base: {feeds: &f [https://x.example/]}\n  tiny:\n    feeds: *f\n'],
    [
      'an anchor that another show uses',
      'shows:\n  tiny:\n    feeds: &f\n      - https://x.example/\n  other: {feeds: *f}\n'
    ],
    ['no list', 'shows:\n  tiny:\n    feeds: https://x.example/\n'],
    ['an empty list', 'shows:\n  tiny:\n    feeds: []\n'],
    ['another show', 'shows:\n  other:\n    feeds:\n      - https://x.example/\n']
  ])('but not where the place is %s: nothing else may change', (_, text) => {
    expect(() => insertFeeds(text, 'tiny', [ALPHA])).toThrow('shows.tiny.feeds: feeds cannot be added here')
  })
})
