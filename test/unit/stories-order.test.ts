import { describe, expect, test } from 'vitest'
import { readStorySet } from '../../bench/stories/read-story-set.ts'
import type { FetchedFeed, Item } from '../../src/domain/feed.ts'
import { showSchema, type Show } from '../../src/domain/show.ts'
import { clusterItems } from '../../src/stages/fetch/cluster-items.ts'
import { planRundown } from '../../src/stages/fetch/plan-rundown.ts'
import { show } from '../fixtures/write/make-story.ts'

/** Numbers from 0 to 1, the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const mixed = [...things]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T]
  }
  return mixed
}

const items: Item[] = readStorySet('dev').flatMap(family => family.items)
const feeds: FetchedFeed[] = [...new Set(items.map(({ feedId }) => feedId))].map(feedId => ({
  feedId,
  url: `https://${encodeURIComponent(feedId)}.example/feed`,
  title: feedId,
  kind: 'rss',
  bytes: 1,
  items: items.filter(item => item.feedId === feedId)
}))

const plan = (given: readonly FetchedFeed[], more: Partial<Show> = {}) =>
  planRundown({
    show: showSchema.parse({ ...show, minutes: 10, stories: 10, ...more }),
    episode: '2026-04-07',
    date: '2026-04-07',
    now: new Date('2026-04-07T20:00:00.000Z'),
    feeds: given,
    failures: []
  })

const SEEDS = Array.from({ length: 12 }, (_, at) => at + 1)

describe('whatever the order', () => {
  test.each(SEEDS)('of the feeds, the rundown and its funnel are the same (%d)', seed => {
    expect(plan(shuffled(feeds, createRandom(seed)))).toEqual(plan(feeds))
  })

  test.each(SEEDS)('of the items, they make the same stories (%d)', seed => {
    const groups = (list: readonly Item[]): string[][] =>
      clusterItems(list).map(group => group.map(({ id }) => id))
    expect(groups(shuffled(items, createRandom(seed)))).toEqual(groups(items))
  })

  test.each(SEEDS)(
    'in which feeds that put no item first give their items, the rundown is the same (%d)',
    seed => {
      const random = createRandom(seed)
      const alone = items.map(
        (item, at) =>
          ({
            ...feeds[0],
            url: `https://${at}.example/`,
            feedId: `f${at}`,
            items: [{ ...item, feedId: `f${at}` }]
          }) as FetchedFeed
      )
      expect(plan(shuffled(alone, random))).toEqual(plan(alone))
    }
  )
})

describe('variety', () => {
  const LEADS = items.filter(({ text }) => text !== '')
  const many = (feedId: string, from: number, to: number): FetchedFeed => ({
    feedId,
    url: `https://${feedId}.example/feed`,
    title: feedId,
    kind: 'rss',
    bytes: 1,
    items: LEADS.slice(from, to).map(item => ({
      ...item,
      feedId,
      outlet: feedId,
      publishedAt: '2026-04-07T18:00:00.000Z'
    }))
  })
  /** How many in ten stories a feed leads whose stories count for `weight` times as much. */
  const inTen = (weight: number, given: FetchedFeed[]): number => {
    const { stories } = plan(given, { minutes: 5, feeds: [{ url: 'https://much.example/feed', weight }] })
    const own = stories.filter(({ items: [lead] }) => lead?.feedId === 'much')
    return Math.round((10 * own.length) / stories.length)
  }

  test('no feed fills more than its share while others have something near as good', () => {
    expect(inTen(2.5, [many('much', 0, 60), many('b', 60, 75), many('c', 75, 90)])).toBe(4)
  })

  test('a feed fills the episode where no other has anything', () => {
    expect(inTen(1, [many('much', 0, 60)])).toBe(10)
  })

  test('what others have does not count where it is far worse', () => {
    expect(inTen(10, [many('much', 0, 60), many('b', 60, 75)])).toBeGreaterThan(5)
  })
})
