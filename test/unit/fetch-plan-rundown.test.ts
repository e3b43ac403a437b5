import { describe, expect, test } from 'vitest'
import type { FetchedFeed, Item } from '../../src/domain/feed.ts'
import { showSchema } from '../../src/domain/show.ts'
import type { Show } from '../../src/domain/show.ts'
import { clusterItems } from '../../src/stages/fetch/cluster-items.ts'
import { leaveOutReason } from '../../src/stages/fetch/leave-out-reason.ts'
import { planRundown } from '../../src/stages/fetch/plan-rundown.ts'
import type { ToldStory } from '../../src/stages/fetch/told-story.ts'
import { topicOf } from '../../src/stages/fetch/topic-of.ts'

const NOW = new Date('2025-08-29T06:00:00Z')

let count = 0
const item = (outlet: string, title: string, text: string, more: Partial<Item> = {}): Item => ({
  id: `id-${outlet}-${title}`,
  feedId: outlet,
  outlet,
  title,
  url: `https://${outlet}.example/${++count}`,
  publishedAt: '2025-08-28T12:00:00.000Z',
  topics: [],
  text,
  substance: 'summary',
  ...more
})

/** Sentences of 15 words. */
const words = (start: string, total: number): string =>
  `${start} ${Array.from({ length: total }, (_, at) => (at > 0 && at % 15 === 0 ? `. Detail${at}` : ` detail${at}`)).join('')}.`

const feed = (id: string, items: Item[]): FetchedFeed => ({
  feedId: id,
  url: `https://${id}.example/feed`,
  title: id,
  kind: 'rss',
  bytes: 1,
  items
})

const show = (more: Partial<Show> = {}): Show =>
  showSchema.parse({
    id: 'brief',
    title: 'Brief',
    description: 'News.',
    language: 'en',
    author: 'A',
    hosts: [
      { name: 'Ann', voice: 'a' },
      { name: 'Bob', voice: 'b' }
    ],
    feeds: [{ url: 'https://a.example/feed' }],
    timeZone: 'UTC',
    minutes: 5,
    format: 'brief',
    stories: 3,
    music: false,
    ...more
  })

const plan = (feeds: FetchedFeed[], more: Partial<Parameters<typeof planRundown>[0]> = {}) =>
  planRundown({
    show: show(),
    episode: '2025-08-29',
    date: '2025-08-29',
    now: NOW,
    feeds,
    failures: [],
    told: [],
    ...more
  })

const HARBOUR = item(
  'a',
  'Rotterdam harbour reopens after storm Floris',
  'The harbour of Rotterdam reopened on Thursday after storm Floris had closed it for two days, the port authority said.'
)
const HARBOUR_TOO = item(
  'b',
  'Ships return to Rotterdam as storm Floris moves away',
  'Ships sailed into the port of Rotterdam again on Thursday, two days after storm Floris forced its harbour to close.'
)
const HARBOUR_LATER = { ...HARBOUR_TOO, id: 'later', publishedAt: '2025-10-28T12:00:00.000Z' }
const HARBOUR_UNDATED = { ...HARBOUR_TOO, id: 'undated', publishedAt: null }
const HAMBURG = item(
  'b',
  'Hamburg harbour signs contract for electric cranes',
  'The port of Hamburg has ordered forty electric cranes from a Finnish maker for use from next year.'
)
const BANK = item(
  'a',
  'Bank of England keeps interest rates at 4%',
  'The Bank of England left its main interest rate unchanged at 4% on Thursday, as most economists had expected.'
)
const ECB = item(
  'b',
  'European Central Bank cuts interest rates to 2%',
  'The European Central Bank lowered its deposit rate to 2% on Thursday and said that inflation would fall next year.'
)
const BANK_TOO = item(
  'b',
  'UK borrowing costs stay on hold',
  'Interest rates in the UK stay at 4% after the Bank of England decided against another cut on Thursday.'
)
const COMET = item(
  'c',
  'Comet 3I/ATLAS is rich in carbon dioxide',
  'Astronomers found large amounts of carbon dioxide around the interstellar comet 3I/ATLAS with the Webb telescope.'
)
const COMET_TOO = item(
  'a',
  'Webb telescope studies interstellar visitor',
  'The comet 3I/ATLAS carries eight times as much carbon dioxide as water, according to data from the Webb telescope.'
)

/** Told in the episode of the morning after. */
const toldStory = (...items: Item[]): ToldStory => ({
  episode: '2025-08-29',
  date: '2025-08-29',
  madeAt: '2025-08-29T04:00:00.000Z',
  title: items[0]?.title ?? '',
  items
})

describe('clustering', () => {
  test.each([
    ['the same event in other words joins', HARBOUR, HARBOUR_TOO, true],
    ['the same decision in other words joins', BANK, BANK_TOO, true],
    ['the same finding in other words joins', COMET, COMET_TOO, true],
    ['an item without a date joins on its words', HARBOUR, HARBOUR_UNDATED, true],
    ['the same words two months later do not', HARBOUR, HARBOUR_LATER, false],
    ['another harbour does not', HARBOUR, HAMBURG, false],
    ['another central bank does not', BANK, ECB, false],
    ['another topic does not', BANK, COMET, false]
  ])('%s', (_what, one, other, joins) => {
    expect(clusterItems([one, other]).length).toBe(joins ? 1 : 2)
    const among = clusterItems(
      [HAMBURG, ECB, one, other].filter((value, at, all) => all.indexOf(value) === at)
    )
    expect(among.some(group => group.includes(one) && group.includes(other))).toBe(joins)
  })

  test('gives the same stories in whatever order the items come', () => {
    const items = [HARBOUR, HARBOUR_TOO, HAMBURG, BANK, ECB, BANK_TOO, COMET, COMET_TOO]
    const groups = (list: Item[]): string[] =>
      clusterItems(list).map(group => group.map(({ id }) => id).join())
    expect(groups(items.toReversed())).toEqual(groups(items))
    expect(groups(items).length).toBe(5)
  })

  test('takes two copies of one page as one, whatever their words', () => {
    expect(clusterItems([COMET, { ...COMET, id: 'copy', title: 'Live news about the comet' }]).length).toBe(1)
  })
})

describe('what is left out', () => {
  test.each([
    ['Sponsored: a quieter kitchen', 'an advertisement'],
    ['The best Labor Day deals', 'a list of deals'],
    ['Save $200 on this laptop', 'a list of deals'],
    ['Live: storm reaches the coast', 'a live blog'],
    ['Storm reaches the coast – live', 'a live blog'],
    ['Election night as it happened', 'a live blog'],
    ['Watch: storm reaches the coast', 'a video, gallery, podcast or puzzle'],
    ['Storm in pictures', 'a video, gallery, podcast or puzzle'],
    ['Wordle hints and answers for today', 'a video, gallery, podcast or puzzle'],
    ['We’re hiring a reporter', 'a notice of the publisher'],
    ['EU and US sign trade deal', null],
    ['Sponsors leave the league after scandal', null],
    ['Apple wants to live with new rules', null],
    ['Lives lost at sea', null],
    ['Video games earn more than films', null],
    ['Ad spending falls by 3 percent', null],
    ['Prime minister says deal of the century is near', null]
  ])('%j: %j', (title, reason) => {
    expect(leaveOutReason(item('a', title, 'Text.'))).toBe(reason)
  })

  test.each([
    ['https://a.example/world/live/2025/storm', 'a live blog'],
    ['https://a.example/sponsored/kitchen', 'an advertisement'],
    ['https://a.example/olive/oil', null]
  ])('%s: %j', (url, reason) => {
    expect(leaveOutReason(item('a', 'Title', 'Text.', { url }))).toBe(reason)
  })
})

describe('topics', () => {
  test.each([
    [HARBOUR, 'Sport', 'sport'],
    [BANK, '', 'business'],
    [COMET, '', 'science'],
    [item('a', 'Something', 'Nothing that tells.'), '', null]
  ])('%# are told by categories first, then words', (story, category, topic) => {
    expect(topicOf([{ ...story, topics: [category] }])).toBe(topic)
  })
})

describe('the rundown', () => {
  const many = (id: string, amount: number, text = 60): FetchedFeed =>
    feed(
      id,
      Array.from({ length: amount }, (_, at) =>
        item(
          id,
          `Alpha${id}${at} beta${id}${at} gamma${id}${at}`,
          words(`Delta${id}${at} epsilon${id}${at} zeta${id}${at}`, text)
        )
      )
    )
  const unlike = (feeds: FetchedFeed[]): FetchedFeed[] =>
    feeds.map(one => ({
      ...one,
      items: one.items.map(it => ({
        ...it,
        text: it.text.replace(/etail/g, `word${it.title.split(' ')[0]}x`)
      }))
    }))

  test('puts the story of three outlets before those of one, and keeps one item per outlet', () => {
    const third = item(
      'c',
      'Rotterdam port open again after storm Floris',
      'After storm Floris had closed the harbour of Rotterdam for two days, it reopened on Thursday, said the authority.'
    )
    const second = {
      ...HARBOUR,
      id: 'again',
      url: 'https://a.example/again',
      text: `${HARBOUR.text} It expects a week of delays in the harbour.`
    }
    const { stories, funnel } = plan([
      feed('a', [BANK, HARBOUR, second]),
      feed('b', [HARBOUR_TOO]),
      feed('c', [COMET, third])
    ])
    expect(stories.map(story => story.outlets)).toEqual(
      [['a', 'c', 'b'], ['a'], ['c']].map(list => expect.arrayContaining(list))
    )
    expect(stories[0]?.items.length).toBe(3)
    expect(stories[0]?.items[0]?.id).toBe('again')
    expect(funnel).toMatchObject({
      feedsAsked: 3,
      feedsAnswered: 3,
      itemsSeen: 6,
      stories: 3,
      storiesChosen: 3,
      storiesLeftOut: []
    })
  })

  test('is the same twice, and whatever the order of the feeds', () => {
    const feeds = unlike([many('a', 8), many('b', 8), feed('c', [COMET, HARBOUR])])
    const ids = (list: FetchedFeed[]) => plan(list).stories.map(story => story.id)
    expect(plan(feeds)).toEqual(plan(feeds))
    expect(ids(feeds.toReversed())).toEqual(ids(feeds))
  })

  test('takes from several feeds rather than all from one', () => {
    const feeds = unlike([many('a', 20, 90), many('b', 3, 60), many('c', 3, 60)])
    expect(new Set(plan(feeds).stories.map(story => story.outlets[0])).size).toBe(3)
  })

  test('heeds the weight of a feed', () => {
    const weighted = show({
      stories: 1,
      feeds: [
        { url: 'https://a.example/feed', weight: 1 },
        { url: 'https://b.example/feed', weight: 5 }
      ]
    })
    const { stories } = plan(unlike([many('a', 1, 200), many('b', 1, 200)]), { show: weighted })
    expect(stories[0]?.outlets).toEqual(['b'])
  })

  test('budgets add up to the minutes less the frame when there is enough to say', () => {
    const { stories } = plan(unlike([many('a', 4, 300), many('b', 4, 300)]))
    expect(stories.length).toBeGreaterThanOrEqual(3)
    expect(Math.abs(stories.reduce((sum, story) => sum + story.budgetSeconds, 0) - 255)).toBeLessThan(5)
  })

  test('a story of one sentence gets no more time than it has words, and up to three times as many fill the episode', () => {
    const { stories } = plan(unlike([many('a', 6, 15), many('b', 6, 15)]))
    expect(stories.length).toBe(9)
    for (const story of stories) expect(story.budgetSeconds).toBeLessThanOrEqual(12)
  })

  test('a short episode takes fewer stories, so that each has time', () => {
    const { stories } = plan(unlike([many('a', 9, 300)]), { show: show({ minutes: 1, stories: 8 }) })
    expect(stories.length).toBeLessThan(8)
  })

  test('leaves out what is older than 48 hours when there is enough that is fresh', () => {
    const old = { ...HARBOUR, publishedAt: '2025-08-20T12:00:00.000Z' }
    const { stories, funnel } = plan([...unlike([many('b', 12, 900)]), feed('a', [old])])
    expect(stories.map(story => story.title)).not.toContain(old.title)
    expect(funnel.itemsOld).toBe(1)
    expect(funnel.storiesLeftOut).toContainEqual({
      title: old.title,
      outlet: 'a',
      reason: '9 days old, more than 48 hours'
    })
  })

  test('saved feeds make an episode years later, and the funnel says by which clock', () => {
    const { stories, funnel } = plan(unlike([many('a', 12, 900)]), { now: new Date('2035-01-01T00:00:00Z') })
    expect(stories.length).toBeLessThan(12)
    expect(funnel.storiesLeftOut[0]?.reason).toContain(
      'too few are from the last 48 hours, so age counts from the newest, of 2025-08-28'
    )
  })

  test('a date in the future does not make a story the newest', () => {
    const wrong = { ...HARBOUR, publishedAt: '2031-01-01T00:00:00.000Z' }
    const { funnel } = plan([...unlike([many('b', 4, 300)]), feed('a', [wrong])])
    expect(funnel.itemsOld).toBe(0)
    expect(JSON.stringify(funnel)).not.toContain('counts from the newest')
  })

  test('does not tell again what was told, nor what another outlet says of it', () => {
    const { stories, funnel } = plan([feed('a', [HARBOUR, BANK]), feed('b', [HARBOUR_TOO])], {
      told: [toldStory(HARBOUR)]
    })
    expect(stories.map(story => story.title)).toEqual([BANK.title])
    expect(funnel.itemsTold).toBe(2)
    expect(funnel.storiesLeftOut[0]?.reason).toBe('told in an earlier episode')
  })

  test('has no stories when all was told', () => {
    expect(plan([feed('a', [BANK])], { told: [toldStory(BANK)] }).stories).toEqual([])
  })

  test('counts headlines, and names what is no news', () => {
    const { funnel } = plan([
      feed('a', [BANK, { ...COMET, substance: 'headline' }, item('a', 'Sponsored: kitchens', 'Text.')])
    ])
    expect(funnel.itemsHeadlineOnly).toBe(1)
    expect(funnel.storiesLeftOut).toEqual([
      {
        title: 'Comet 3I/ATLAS is rich in carbon dioxide',
        outlet: 'c',
        reason: 'only a headline, with nothing to tell it from'
      },
      { title: 'Sponsored: kitchens', outlet: 'a', reason: 'an advertisement' }
    ])
  })

  test('a light story comes last', () => {
    const light = item(
      'd',
      'Film festival opens in Venice',
      'The film festival of Venice opened with a film by a first-time director, and its music won praise.'
    )
    const { stories } = plan([feed('d', [light]), feed('a', [BANK]), feed('c', [COMET])])
    expect(stories.at(-1)?.title).toBe(light.title)
  })

  test('names every failure when no feed answered', () => {
    const failures = [
      { url: 'https://a.example/feed', reason: 'https://a.example/feed: the server answered 404' },
      { url: 'https://b.example/feed', reason: 'took too long' }
    ]
    expect(() => plan([], { failures })).toThrow(
      'no feed of brief gave anything: https://a.example/feed: the server answered 404; https://b.example/feed: took too long'
    )
  })

  test('says so when nothing has anything to tell', () => {
    const ad = item('a', 'Sponsored: kitchens', 'Text.')
    expect(() => plan([feed('a', [{ ...BANK, substance: 'headline' }, ad])])).toThrow(
      'of 2 items, 1 are only headlines and 1 are advertisements'
    )
  })
})
