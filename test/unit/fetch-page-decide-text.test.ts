import { describe, expect, test } from 'vitest'
import { decideText } from '../../src/stages/fetch/decide-text.ts'
import type { PageKind, PageParagraph, PageRights, PageText } from '../../src/stages/fetch/page-ports.ts'
import { sharedShare } from '../../src/stages/fetch/shared-share.ts'
import { STORY } from '../helpers/news-page.ts'

const LONG = [
  ...STORY,
  'The mayor said on Monday that the town will pay for the meals of those who had to wait on board of the ferries.',
  'Insurers expect that it will take until the spring before all the cranes of the terminal are back at their work.'
]

const RIGHTS: PageRights = {
  noAi: false,
  noIndex: false,
  noSnippet: false,
  maxSnippet: null,
  tdmReserved: null,
  tdmPolicyUrl: null
}

const pageOf = (
  texts: readonly string[],
  more: Partial<PageText> = {},
  kind: PageKind = 'prose'
): PageText => ({
  url: 'https://post.example/world/harbour',
  title: 'Harbour reopens after the storm',
  paragraphs: texts.map((text): PageParagraph => ({ kind, text })),
  byline: null,
  siteName: null,
  publishedAt: null,
  language: 'en',
  canonicalUrl: null,
  imageUrl: null,
  isFree: null,
  robots: RIGHTS,
  ...more
})

const ITEM = {
  title: 'Harbour of Port Ellery reopens after storm',
  text: 'The harbour of Port Ellery reopened on Monday after a storm had closed it for three days.',
  url: 'https://post.example/world/harbour'
}
const HEADLINE = { ...ITEM, text: '' }

describe('what was obtained of an item', () => {
  test('is the full text of its page', () => {
    expect(decideText(ITEM, pageOf(LONG))).toEqual({
      textKind: 'full',
      text: LONG.join('\n\n'),
      from: 'page',
      refused: null
    })
  })

  test('is a summary where the page has little more', () => {
    expect(decideText(ITEM, pageOf(STORY.slice(0, 3)))).toMatchObject({ textKind: 'summary', from: 'page' })
  })

  test('is the full text for a headline alone, where its page tells of it', () => {
    expect(decideText(HEADLINE, pageOf(LONG))).toMatchObject({ textKind: 'full', from: 'page' })
  })

  test.each([
    ['summary', ITEM],
    ['headline', HEADLINE],
    ['headline', { ...ITEM, text: 'Harbour of Port Ellery reopens after storm.' }],
    ['full', { ...ITEM, text: LONG.join('\n\n') }]
  ])('is a %s where no page was read', (textKind, item) => {
    expect(decideText(item, null)).toEqual({ textKind, text: item.text, from: 'feed', refused: null })
  })

  test.each([
    ['full', LONG.join('\n\n'), LONG],
    ['summary', ITEM.text, [ITEM.text]]
  ])('is what the feed said (%s) where the page says no more', (textKind, text, page) => {
    expect(decideText({ ...ITEM, text }, pageOf(page))).toEqual({
      textKind,
      text,
      from: 'feed',
      refused: 'the page says no more than the feed'
    })
  })

  test.each([
    ['schema.org says that subscribers alone see the rest', pageOf(LONG, { isFree: false })],
    ['it asks for a subscription', pageOf([...LONG, 'Subscribe to continue reading.'])],
    ['it counts free articles', pageOf([...LONG, 'You have 1 free articles left this month.'])]
  ])('is a summary, however long the page, where %s', (_what, page) => {
    expect(decideText(ITEM, page)).toMatchObject({
      textKind: 'summary',
      from: 'page',
      text: LONG.join('\n\n')
    })
  })
})

describe('what the feed said of an item whose page was read', () => {
  const STANDFIRST = {
    ...ITEM,
    text: 'Ferries sail from Port Ellery again, and the master of its harbour blames old storm warnings for the delay.'
  }

  test('stays before the page that begins with something else', () => {
    const { text, from } = decideText(STANDFIRST, pageOf([...LONG].reverse()))
    expect([from, text]).toEqual(['page', `${STANDFIRST.text}\n\n${[...LONG].reverse().join('\n\n')}`])
  })

  test.each([
    ['is said once where the page begins with the same', ITEM],
    ['is left out where it is no more than a headline', { ...ITEM, text: 'Ferries sail from Port Ellery.' }]
  ])('%s', (_what, item) => {
    expect(decideText(item, pageOf(LONG)).text).toBe(LONG.join('\n\n'))
  })
})

describe('a page that must not stand for an item', () => {
  const consent = [
    'We value your privacy and ask for your choice.',
    'We and our 812 partners store information on your device to show the harbour of Port Ellery news that you like.',
    'You can accept all or manage your privacy settings after the storm of notices, as you see fit.'
  ]
  test.each([
    ['a wall of consent', pageOf(consent), 'the page asks for consent first'],
    [
      'a page that wants scripts',
      pageOf([
        'Please enable JavaScript to read about the harbour of Port Ellery that reopened on Monday after a storm.'
      ]),
      'the page shows nothing without scripts'
    ],
    [
      'a page that wants a person',
      pageOf([
        'Verifying you are human. This may take a few seconds, and the harbour of Port Ellery reopens after storm.'
      ]),
      'the page asks whether a person is reading'
    ],
    [
      'a page that is gone',
      pageOf([
        'The page you are looking for cannot be found, and it may have moved to some other harbour in the port.'
      ]),
      'the article is gone, or not there'
    ],
    [
      'a page that is closed',
      pageOf([
        'Access denied: you do not have the permission to see the pages of this newspaper in your country today.'
      ]),
      'the server refuses to show the page'
    ],
    [
      'a front page by its address',
      pageOf(LONG, { url: 'https://post.example/' }),
      'the link leads to a front page'
    ],
    [
      'a front page by its canonical address',
      pageOf(LONG, { canonicalUrl: 'https://post.example/en' }),
      'the link leads to a front page'
    ],
    ['a page of headings', pageOf(LONG, {}, 'heading'), 'no whole sentence on the page belongs to a story'],
    [
      'a page that AI must not use',
      pageOf(LONG, { robots: { ...RIGHTS, noAi: true } }),
      'the page asks not to be used by AI (noai)'
    ],
    [
      'a page whose text is reserved',
      pageOf(LONG, { robots: { ...RIGHTS, tdmReserved: true } }),
      'the page reserves text and data mining (tdm-reservation)'
    ]
  ])('%s leaves the summary, and says why', (_what, page, refused) => {
    expect(decideText(ITEM, page)).toEqual({ textKind: 'summary', text: ITEM.text, from: 'feed', refused })
  })

  const other = [
    'The parliament of Valden passed the budget on Tuesday night with the votes of both parties, after nine hours of debate.',
    'Teachers get four per cent more from January, while the tax on fuel rises by two cents, the finance minister said.',
    'The opposition will take the law to the constitutional court, because it sees the rights of the towns in danger.'
  ]
  test.each([
    ['an item with a summary', ITEM, 'summary'],
    ['a headline', HEADLINE, 'headline']
  ])('another story leaves %s as it is', (_what, item, textKind) => {
    const decision = decideText(item, pageOf(other, { title: 'Budget passed' }))
    expect(decision).toMatchObject({ textKind, text: item.text, from: 'feed' })
    expect(decision.refused).toMatch(
      /^the page tells of something else: \d+ % of the item's words stand in it$/
    )
  })

  test('a long article about cookies and paywalls is none of these', () => {
    const text = [
      ...LONG,
      ...LONG.map(line => `Then again, ${line}`),
      ...LONG.map(line => `In other words, ${line}`)
    ]
    const page = pageOf([
      ...text,
      'The court told the firm to let readers reject all cookies, and to manage consent settings better.'
    ])
    expect(decideText(ITEM, page)).toMatchObject({ textKind: 'full', from: 'page' })
  })

  test('a section page that the feed itself links to is no front page', () => {
    const item = { ...ITEM, url: 'https://post.example/' }
    expect(decideText(item, pageOf(LONG, { url: 'https://post.example/' }))).toMatchObject({ from: 'page' })
  })
})

describe('the share of words that two texts have in common', () => {
  test.each([
    ['the same words', 'Harbour reopens after storm', 'After the storm the harbour reopens', 1],
    ['other endings', 'Flooding closes harbours', 'The flooded harbour was closed: floodings', 2 / 3],
    ['no word', 'Harbour reopens', 'Budget passed', 0],
    ['nothing', '', 'Budget passed', 0],
    ['common words alone', 'What he said after that', 'What he said after that', 0],
    ['Japanese, which has no blanks', '港が再開', '嵐の後、港が再開した', 1],
    ['Russian', 'Порт открылся', 'Сегодня порт открылся', 1]
  ])('for %s', (_what, text, other, share) => {
    expect(sharedShare(text, other)).toBeCloseTo(share)
  })
})
