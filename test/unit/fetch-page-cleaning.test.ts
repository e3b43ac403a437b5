import { describe, expect, test } from 'vitest'
import { cleanPage } from '../../src/stages/fetch/clean-page.ts'
import { isAuthorBio, isEndMatter, isPageFurniture } from '../../src/stages/fetch/page-furniture.ts'
import type { PageKind, PageParagraph } from '../../src/stages/fetch/page-ports.ts'
import { STORY } from '../helpers/news-page.ts'

const as =
  (kind: PageKind) =>
  (text: string): PageParagraph => ({ kind, text })
const prose = as('prose')
const clean = (paragraphs: PageParagraph[], byline: string | null = null): string[] =>
  cleanPage({ paragraphs, byline }, 'Harbour reopens').split('\n\n')
const around = (...lines: PageParagraph[]): PageParagraph[] => [
  ...STORY.slice(0, 3).map(prose),
  ...lines,
  ...STORY.slice(3).map(prose)
]

describe('lines of a page that are none of the story', () => {
  test.each([
    'Powered by Storyworks',
    'Article continues below',
    'Story continues after advertisement',
    'Skip to the next section',
    'Image',
    'Photo 3 of 12',
    '4 / 11',
    'Mara T. Quill, Ph.D.',
    '— Jonas Hale, MD',
    '***',
    'Map: Where the ships waited',
    'First published 3 March 2026: 07:15',
    'Updated Nov. 20, 2026 at 6:02 p.m.',
    'Order Reprints | Today’s Paper',
    'This version corrects the name of the dredger.',
    'An earlier version of this article misstated the number of ships.',
    'Mara Quill and Tom Beck contributed to this report.',
    'Additional reporting by Tom Beck',
    '[Read: Why the pier was never mended]',
    'Read: Why the pier was never mended',
    'Lire aussi : Le port rouvre ses portes',
    'Sailors wait outside the bay on Sunday. (Reuters)',
    'Sailors wait outside the bay on Sunday. (Mara Quill / The Ellery Post)',
    'In this photo dated Tuesday, a dredger lies at the northern pier of the harbour, which was closed for three days by a storm.',
    'If you buy through our links, we may earn a small commission.',
    'You have 2 free articles left this month.',
    'Please enable JavaScript to see this map.',
    'Already a subscriber? Welcome back.',
    'A plan that you can cancel anytime.',
    '$7/month',
    '$60/person/year',
    'We and our 812 partners store information on a device.',
    'We value your privacy.'
  ])('goes: %s', line => {
    expect(isPageFurniture(line)).toBe(true)
  })

  test.each([
    ...STORY,
    'The plant is powered by gas that comes through the harbour.',
    'The image of the sunken dredger went around the world within hours.',
    'Four of eleven ships left the bay on Monday.',
    'She wrote to Mara Quill, Ph.D.',
    'Updated rules for pilots will apply from the first of March.',
    'The map of the sea bed shows a trench that nobody knew of.',
    'Reuters said that the ministry had confirmed the number.',
    'The minister read a statement: nobody would lose work, he promised.',
    'The company earns a commission on every container that it moves.',
    'A subscription costs 7 dollars a month, which is a dollar more than last year.',
    'The regulator fined three banks because they stored cookies without consent.',
    'The photo of the year shows a diver below the pier.',
    'The court said that the law protects your browser history from the police.',
    'Tom Beck contributed 400 dollars to the fund for fishermen.'
  ])('stays: %s', line => {
    expect(isPageFurniture(line)).toBe(false)
  })
})

describe('the end of a story', () => {
  test.each([
    'Read more:',
    'About the author',
    'More from World',
    'Related stories',
    'Most read',
    'Recommended for you',
    '12 Comments',
    'Comments (4)',
    '3 responses on “Harbour reopens”',
    'Leave a comment',
    'Join the conversation',
    'A version of this article appears in print on March 3, 2026, on page A4.'
  ])('comes with: %s', line => {
    expect(isEndMatter(line)).toBe(true)
  })

  test.each([
    'Why the harbour was closed',
    'Related trades suffer too',
    'More ships are expected',
    'The most read book of the year',
    'Comments by the minister angered fishermen',
    'What happens next',
    'About the storm'
  ])('does not come with: %s', line => {
    expect(isEndMatter(line)).toBe(false)
  })

  test('what stands behind it goes', () => {
    const rest = [
      as('heading')('Related stories'),
      prose('A ferry ran aground in the north of the country last year.')
    ]
    expect(clean([...STORY.map(prose), ...rest])).toEqual(STORY)
  })

  test('such a line between paragraphs ends nothing', () => {
    expect(clean(around(as('heading')('Related stories')))).toEqual(STORY)
    expect(
      clean([prose(STORY[0] ?? ''), as('heading')('Related stories'), ...STORY.slice(1).map(prose)])
    ).toEqual(STORY)
  })
})

describe('who wrote a story', () => {
  test.each([
    ['Mara Quill is a reporter who covers ports and shipping.', null],
    ['Tom Beck is our correspondent based in Port Ellery.', null],
    ['You can follow her on Bluesky.', null],
    ['Mara Quill is the author of two books about the sea.', 'Mara Quill'],
    ['Quill was an editor at the Ellery Post for ten years.', 'By Mara Quill']
  ])('is told in: %s', (line, byline) => {
    expect(isAuthorBio(line, byline)).toBe(true)
  })

  test.each([
    ['Jonas Hale is the author of two books about the sea.', 'Mara Quill'],
    ['The minister is a former editor, and knows the trade.', 'Mara Quill'],
    ['A reporter was hurt when the pier gave way.', null],
    ['The police follow him everywhere, his lawyer said.', null]
  ])('is not told in: %s', (line, byline) => {
    expect(isAuthorBio(line, byline)).toBe(false)
  })

  test('goes from the end of a story, not from its middle', () => {
    const bio = 'Mara Quill is a reporter who covers ports and shipping.'
    expect(clean([...STORY.map(prose), prose(bio)])).toEqual(STORY)
    expect(clean([prose(STORY[0] ?? ''), prose(bio), ...STORY.slice(1).map(prose)])).toContain(bio)
  })
})

describe('a cleaned page', () => {
  test.each<PageKind>(['heading', 'caption', 'table', 'code', 'link', 'aside'])('has no %s', kind => {
    expect(clean(around(as(kind)('The northern pier was built in the year of the great flood.')))).toEqual(
      STORY
    )
  })

  test.each<PageKind>(['quote', 'list'])('keeps a %s', kind => {
    const line = 'The northern pier was built in the year of the great flood.'
    expect(clean(around(as(kind)(line)))).toContain(line)
  })

  test('says nothing twice', () => {
    expect(clean(around(prose(STORY[0] ?? ''), prose(STORY[1] ?? '')))).toEqual(STORY)
  })

  test('has no quotation that was pulled out of the text to be seen', () => {
    expect(
      clean(
        around(
          prose('divers will begin to lift it on Thursday'),
          prose('Divers will begin to lift it on Thursday.')
        )
      )
    ).toEqual(STORY)
  })

  test('keeps a short sentence that stands in a longer one by chance', () => {
    expect(clean([...STORY.map(prose), prose('The storm sank.')])).toContain('The storm sank.')
  })

  test.each([
    'Advertisement',
    'Share this article',
    'Sign up for our newsletter to get the news every day.',
    'We use cookies to give you the best experience on this site.',
    'Photograph: Mara Quill',
    'Read more about the storm',
    'Click here to see all pictures of the storm.'
  ])('has no line of the page: %s', line => {
    expect(clean(around(prose(line)))).toEqual(STORY)
  })

  test('has no initials of the one who signed it', () => {
    expect(clean([prose('Der Hafen ist am Montag wieder offen, sagte der Kapitän. (mq)')])).toEqual([
      'Der Hafen ist am Montag wieder offen, sagte der Kapitän.'
    ])
  })

  test.each<PageKind>(['list', 'quote'])('has no %s that somebody is said to have said', kind => {
    const said = [prose('The mayor also said:'), as(kind)('The town is safer than ever.')]
    expect(clean(around(...said))).toEqual(clean(around()))
  })

  test('has a list under a heading', () => {
    const list = [as('heading')('In short:'), as('list')('Twelve ships waited outside the harbour.')]
    expect(clean(around(...list))).toContain('Twelve ships waited outside the harbour.')
  })

  test('is empty where a page has nothing to tell', () => {
    expect(
      cleanPage({ paragraphs: [as('link')('Home'), prose('Advertisement')], byline: null }, 'Title')
    ).toBe('')
  })

  test('of an endless page is made in time', () => {
    const many = Array.from({ length: 3000 }, (_, at) =>
      prose(`Ship number ${at} left the harbour in the morning.`)
    )
    expect(cleanPage({ paragraphs: many, byline: 'Mara Quill' }, 'Ships').length).toBeLessThanOrEqual(20_000)
  })
})
