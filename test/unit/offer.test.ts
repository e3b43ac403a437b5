import { describe, expect, test } from 'vitest'
import type { FetchedFeed } from '../../src/domain/feed.ts'
import { showSchema, type Show } from '../../src/domain/show.ts'
import { planPages } from '../../src/stages/fetch/plan-pages.ts'
import { planRundown, type RundownRequest } from '../../src/stages/fetch/plan-rundown.ts'
import type { ToldStory } from '../../src/stages/fetch/told-story.ts'

const TITLES = [
  'The night train to Vienna comes back',
  'A comet passes close to Mars',
  'The city opens its first swimming lake'
]

const feedAt = (host: string, content: string, titles: readonly string[] = TITLES): FetchedFeed => ({
  feedId: host,
  url: `https://${host}.example/feed`,
  title: host,
  kind: 'rss',
  bytes: 1,
  content,
  items: titles.map((title, at) => ({
    id: `${host}-${at}`,
    feedId: host,
    outlet: host,
    title,
    url: `https://${host}.example/${at}`,
    publishedAt: '2025-08-28T12:00:00.000Z',
    topics: [],
    text: `${title}, the council said on Thursday. It took ${at + 3} years and cost ${at + 4} million euros.`,
    substance: 'summary'
  }))
})

const showOf = (more: Partial<Show> = {}): Show =>
  showSchema.parse({
    id: 'brief',
    title: 'Brief',
    description: 'News.',
    language: 'en',
    author: 'A',
    hosts: [{ name: 'Ann' }, { name: 'Bob' }],
    feeds: [{ url: 'https://a.example/feed' }, { url: 'https://b.example/feed' }],
    timeZone: 'UTC',
    minutes: 1,
    format: 'brief',
    stories: 1,
    music: false,
    ...more
  })

const A = feedAt('a', 'content of a')
const B = feedAt('b', 'content of b', ['A museum lends its oldest clock'])

const requestOf = (more: Partial<RundownRequest> = {}): RundownRequest => ({
  show: showOf(),
  episode: '2025-08-29-2',
  date: '2025-08-29',
  now: new Date('2025-08-29T06:00:00Z'),
  feeds: [A, B],
  failures: [],
  told: [],
  ...more
})

const first = planRundown(requestOf({ episode: '2025-08-29' }))
const last = { inputHash: '', ...first }
const [lead] = first.stories
if (lead === undefined) throw new Error('the first rundown has a story')
const told: ToldStory[] = [
  { ...last, madeAt: '2025-08-29T06:00:00.000Z', title: lead.title, items: lead.items }
]
const failure = { url: B.url, reason: 'the server answered 503' }

describe('what an episode left out is no news where nothing has changed since', () => {
  test('so that there are no stories, no page is asked for, and each says why', () => {
    const request = requestOf({ last, told })
    const { stories, funnel } = planRundown(request)
    expect([stories, planPages(request)]).toEqual([[], []])
    expect(funnel).toMatchObject({
      stories: 4,
      storiesScored: 3,
      storiesChosen: 0,
      itemsSeen: 4,
      itemsNew: 0
    })
    const reasons = new Map(funnel.storiesLeftOut.map(({ title, reason }) => [title, reason]))
    expect(reasons.size).toBe(4)
    expect(reasons.get(lead.title)).toBe('told in an earlier episode')
    reasons.delete(lead.title)
    expect([...reasons.values()].filter(reason => !/left it out|scored/.test(reason))).toEqual([])
  })

  test.each<[string, Partial<RundownRequest>]>([
    ['in whatever order the feeds come', { feeds: [B, A] }],
    ['also where a feed does not answer', { feeds: [A], failures: [failure] }]
  ])('%s', (_, more) => {
    expect(planRundown(requestOf({ last, ...more })).stories).toEqual([])
  })

  test.each<[string, Partial<RundownRequest>]>([
    ['a feed has other items', { feeds: [A, { ...B, content: 'more' }] }],
    ['a feed was not asked then', { feeds: [A, B, feedAt('c', 'content of c')] }],
    ['what a feed has is not known', { feeds: [A, { ...B, content: undefined }] }],
    ['the show was changed', { show: showOf({ minutes: 2 }) }],
    ['no earlier episode is known', { last: null }]
  ])('but where %s, it may be told', (_, more) => {
    const request = requestOf({ last, ...more })
    expect(planRundown(request).stories).not.toEqual([])
    expect(planPages(request)).not.toEqual([])
  })
})
