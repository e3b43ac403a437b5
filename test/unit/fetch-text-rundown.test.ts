import { describe, expect, test } from 'vitest'
import type { EpisodeRequest } from '../../src/domain/episode.ts'
import { rundownSchema, type Rundown } from '../../src/domain/rundown.ts'
import { showSchema, type Show } from '../../src/domain/show.ts'
import { StageError } from '../../src/domain/stage-error.ts'
import { planTextRundown } from '../../src/stages/fetch/plan-text-rundown.ts'
import { fetchStage } from '../../src/workers/fetch-worker.ts'
import type { StageContext } from '../../src/workers/stage-processor.ts'
import { sampleShow } from '../helpers/sample-show.ts'

const EPISODE = '2026-11-22'
const showOf = (more: Partial<Show>): Show =>
  showSchema.parse({ ...sampleShow, format: 'story', feeds: [], ...more })
const plan = (show: Show) => planTextRundown({ show, episode: EPISODE, date: EPISODE })

describe('the rundown of a text', () => {
  test('has one story, whose one item is the text, by the show', () => {
    const rundown = plan(showOf({ text: '# The *Tide*\r\n\r\nIt came.\r\nIt went.\u0000' }))
    expect(rundown.stories).toHaveLength(1)
    const [story] = rundown.stories
    expect(story).toMatchObject({ title: 'The Tide', outlets: ['The Morning'], budgetSeconds: 2 })
    expect(story?.items).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        feedId: 'text',
        outlet: 'The Morning',
        title: 'The Tide',
        url: null,
        publishedAt: null,
        topics: [],
        text: '# The *Tide*\n\nIt came.\nIt went.',
        substance: 'full'
      }
    ])
    expect(rundownSchema.parse({ inputHash: 'x', ...rundown })).toMatchObject(rundown)
    expect(rundown.funnel).toMatchObject({ feedsAsked: 0, itemsSeen: 1, storiesChosen: 1 })
  })

  test.each([
    ['It came.\n\n# Later', 'The Morning'],
    ['## A house ##\n\nIt stood.', 'A house']
  ])('is named by the heading that it begins with, or by the show: %j', (text, title) => {
    expect(plan(showOf({ text })).stories[0]?.title).toBe(title)
  })

  test('is another one for another text', () => {
    const [a, b, again] = ['One.', 'Two.', 'One.'].map(
      text => plan(showOf({ text })).stories[0]?.items[0]?.id
    )
    expect(a).not.toBe(b)
    expect(again).toBe(a)
  })

  test('of a topic has the topic in its place, and the show’s minutes', () => {
    const [story] = plan(showOf({ topic: 'A fox who cannot sleep', minutes: 4 })).stories
    expect(story).toMatchObject({ title: 'A fox who cannot sleep', budgetSeconds: 240 })
    expect(story?.items[0]).toMatchObject({ feedId: 'topic', text: 'A fox who cannot sleep' })
  })

  test('without words is an error', () => {
    expect(() => plan({ ...showOf({ text: 'x' }), text: ' — ' })).toThrow(StageError)
    expect(() => plan({ ...showOf({ text: 'x' }), text: ' — ' })).toThrow(
      /neither feeds nor a text with words/
    )
  })
})

describe('the fetch stage of a text', () => {
  const request = (show: Show): EpisodeRequest => ({
    show,
    episode: EPISODE,
    date: EPISODE,
    now: `${EPISODE}T06:00:00Z`,
    writer: 'builtin',
    speech: 'flite',
    publicUrl: 'http://localhost',
    allowPrivateAddresses: false,
    skipTold: true
  })

  test('asks no feed and no earlier episode, and writes the rundown; a second run skips', async () => {
    const files = new Map<string, unknown>()
    const library = {
      readJson: (_ref: unknown, name: string) => Promise.resolve(files.get(name) ?? null),
      writeJson: (_ref: unknown, name: string, value: unknown) =>
        Promise.resolve(void files.set(name, value)),
      episodes: () => Promise.reject(new Error('what was told before does not matter'))
    }
    const job = { fanOut: () => Promise.reject(new Error('there is no feed to ask')) }
    const ref = { show: 'morning', episode: EPISODE }
    const context = {
      ports: { library },
      ref,
      request: request(showOf({ text: 'The tide came.' })),
      payload: { ...ref, run: 'r1' },
      job
    } as unknown as StageContext
    expect(await fetchStage(context)).toEqual({ skipped: false, facts: { feeds: 0, stories: 1 } })
    expect((files.get('rundown.json') as Rundown).stories[0]?.items[0]?.text).toBe('The tide came.')
    expect(files.get('report.json')).toMatchObject({ funnel: { storiesChosen: 1 } })
    expect(await fetchStage(context)).toEqual({ skipped: true, facts: {} })
  })
})

test.each<[string, Partial<Show>]>([
  ['of nothing', {}],
  ['of feeds and a text', { feeds: sampleShow.feeds, text: 'A text.' }],
  ['of a text and a topic', { text: 'A text.', topic: 'A fox' }]
])('there is no show %s', (_what, more) => {
  const parsed = showSchema.safeParse({ ...sampleShow, feeds: [], ...more })
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
    'give exactly one of feeds, text and topic'
  ])
})
