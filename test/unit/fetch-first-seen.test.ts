import { describe, expect, test } from 'vitest'
import type { FetchedFeed, Item } from '../../src/domain/feed.ts'
import { showSchema } from '../../src/domain/show.ts'
import { buildCandidate } from '../../src/stages/fetch/build-candidate.ts'
import { noteFirstSeen } from '../../src/stages/fetch/first-seen.ts'
import { planRundown } from '../../src/stages/fetch/plan-rundown.ts'
import { partTold } from '../../src/stages/fetch/part-told.ts'

const DAY_1 = '2026-11-01T06:00:00.000Z'
const DAY_2 = '2026-11-02T06:00:00.000Z'
const DAY_9 = '2026-11-09T06:00:00.000Z'

const itemOf = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  feedId: 'post',
  outlet: 'The Post',
  title: `Lighthouse ${id} of Cape Orrin gets a new lamp`,
  url: null,
  publishedAt: null,
  topics: [],
  text: `The lighthouse ${id} of Cape Orrin got a new lamp on Monday. Its keeper ${id} says that ships see it from thirty miles away, and that the old one goes to the museum of the town.`,
  substance: 'summary',
  ...more
})

const feedOf = (items: Item[]): FetchedFeed => ({
  feedId: 'post',
  url: 'https://post.example/feed',
  title: 'The Post',
  kind: 'rss',
  bytes: 1,
  items
})

const times = ({ items }: FetchedFeed) => items.map(({ id, firstSeenAt }) => [id, firstSeenAt])

/** The feed at one time after the other, with what was kept between. */
function seeOneByOne(visits: [time: string, items: Item[]][]): FetchedFeed[] {
  let known: Parameters<typeof noteFirstSeen>[1] = null
  return visits.map(([time, items]) => {
    const noted = noteFirstSeen(feedOf(items), known, new Date(time))
    known = { body: time, madeAs: 'x', ...noted }
    return noted.feed
  })
}

describe('an item without a date', () => {
  test('keeps the time at which it was first seen, also when it was away', () => {
    const [first, , third] = seeOneByOne([
      [DAY_1, [itemOf('a'), itemOf('b')]],
      [DAY_2, [itemOf('b')]],
      [DAY_9, [itemOf('a'), itemOf('b'), itemOf('c')]]
    ])
    expect(first && times(first)).toEqual([
      ['a', DAY_1],
      ['b', DAY_1]
    ])
    expect(third && times(third)).toEqual([
      ['a', DAY_1],
      ['b', DAY_1],
      ['c', DAY_9]
    ])
  })

  test('is not given one where it has a date', () => {
    const [feed] = seeOneByOne([[DAY_1, [itemOf('a', { publishedAt: DAY_1 })]]])
    expect(feed && times(feed)).toEqual([['a', undefined]])
  })

  test.each([
    ['when it came out, where it says so', { publishedAt: DAY_2, firstSeenAt: DAY_9 }, Date.parse(DAY_2)],
    ['when it was first seen, where it does not', { firstSeenAt: DAY_9 }, Date.parse(DAY_9)],
    ['unknown, where neither is known', {}, null]
  ])('has a story whose time is %s', (_what, more, time) => {
    expect(buildCandidate([itemOf('a', more)]).time).toBe(time)
  })

  const show = showSchema.parse({
    id: 'cape',
    title: 'Cape',
    description: 'News.',
    language: 'en',
    author: 'A',
    hosts: [{ name: 'Ann' }, { name: 'Bob' }],
    feeds: [{ url: 'https://post.example/feed' }],
    timeZone: 'UTC',
    minutes: 1,
    format: 'brief',
    stories: 1,
    music: false
  })
  const rundownOf = (items: Item[]) =>
    planRundown({
      show,
      episode: '2026-11-09',
      date: '2026-11-09',
      now: new Date(DAY_9),
      feeds: [feedOf(items)],
      failures: []
    })

  test('that was seen for the first time today comes before one seen last week, which is too old', () => {
    const [old, fresh] = [
      itemOf('old', {
        title: 'Ferry strike ends',
        text: 'The crews of the ferries went back to work on Monday after nine days of a strike about pay and the length of their shifts.',
        firstSeenAt: DAY_1
      }),
      itemOf('new', { firstSeenAt: DAY_9 })
    ]
    const { stories, funnel } = rundownOf([old, fresh])
    expect(stories.map(({ items }) => items.map(({ id }) => id))).toEqual([['new']])
    expect(funnel.storiesLeftOut).toEqual([
      { title: 'Ferry strike ends', outlet: 'The Post', reason: '8 days old, more than 48 hours' }
    ])
  })

  test.each([
    ['follows up a story told before it was seen', DAY_9, 1],
    ['follows up nothing where it was there already', DAY_1, 0]
  ])('%s', (_what, firstSeenAt, followUps) => {
    const told = itemOf('told', { publishedAt: DAY_1 })
    const later = itemOf('later', {
      firstSeenAt,
      text: 'The new lamp of the lighthouse at Cape Orrin went dark on Sunday after a fire in its engine room, and four people were hurt.'
    })
    const story = {
      episode: '2026-11-02',
      date: '2026-11-02',
      madeAt: DAY_2,
      title: told.title,
      items: [told]
    }
    const { fresh } = partTold([[told, later]], [story], new Set(['told', 'later']))
    expect(fresh.length).toBe(followUps)
  })
})
