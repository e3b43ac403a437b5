import { describe, expect, test } from 'vitest'
import type { FetchedFeed, Item } from '../../src/domain/feed.ts'
import type { Rundown } from '../../src/domain/rundown.ts'
import { planRundown } from '../../src/stages/fetch/plan-rundown.ts'
import type { ToldStory } from '../../src/stages/fetch/told-story.ts'
import { whatIsNew } from '../../src/stages/fetch/what-is-new.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import type { EarlierEpisode } from '../../src/stages/write/memory/earlier-episode.ts'
import { writeScript } from '../../src/stages/write/write-script.ts'
import { makeItem, show, wordsPerMinute } from '../fixtures/write/make-story.ts'

const feed = (outlet: string, items: Item[]): FetchedFeed => ({
  feedId: outlet,
  url: `https://${outlet}.example/feed`,
  title: outlet,
  kind: 'rss',
  bytes: 1,
  items
})

const COLLAPSE = makeItem('collapse', {
  feedId: 'herald',
  outlet: 'Valley Herald',
  title: 'Roof of swimming hall collapses in Ostrel',
  publishedAt: '2026-03-02T17:00:00.000Z',
  text: 'The roof of a public swimming hall in Ostrel came down on Monday afternoon. Rescue teams searched for at least six missing people during the evening. The mayor of Ostrel said that the hall was built in 1974.'
})
const REPEAT = makeItem('repeat', {
  feedId: 'wire',
  outlet: 'Northwire',
  title: 'Swimming hall roof comes down in Ostrel',
  publishedAt: '2026-03-03T09:00:00.000Z',
  text: 'In Ostrel the roof of a public swimming hall came down on Monday afternoon. Rescue teams searched for six missing people.'
})
const FOUND = makeItem('found', {
  feedId: 'wire',
  outlet: 'Northwire',
  title: 'Three dead found under the roof of Ostrel swimming hall',
  publishedAt: '2026-03-03T16:00:00.000Z',
  text: 'Rescuers have found three bodies in the ruins of the swimming hall in Ostrel. Inspectors had warned the town two years ago that the beams of the roof were rusting. Prosecutor Lena Brandt has opened an inquiry into the collapse.'
})
const OTHER = makeItem('other', {
  feedId: 'wire',
  outlet: 'Northwire',
  title: 'Bus drivers in Lenz begin two-day strike',
  publishedAt: '2026-03-03T18:00:00.000Z',
  text: 'No buses are running in the city of Lenz because the drivers have begun a strike of two days. Drivers demand eight percent more pay and the operator offers four.'
})

const TOLD: ToldStory = {
  episode: '2026-03-03',
  date: '2026-03-03',
  madeAt: '2026-03-03T05:00:00.000Z',
  title: COLLAPSE.title,
  items: [COLLAPSE]
}

const planned = (feeds: FetchedFeed[], told: ToldStory[] = [TOLD]) =>
  planRundown({
    show,
    episode: '2026-03-04',
    date: '2026-03-04',
    now: new Date('2026-03-04T05:00:00.000Z'),
    feeds,
    failures: [],
    told
  })

const followed = (rundown: Omit<Rundown, 'inputHash'>) =>
  rundown.stories.find(({ followUp }) => followUp !== undefined)

describe('a story that was told', () => {
  test('comes back with what is new, which stands first, and says what it follows', () => {
    const story = followed(planned([feed('herald', [COLLAPSE]), feed('wire', [FOUND, OTHER])]))
    expect(story?.title).toBe(FOUND.title)
    expect(story?.outlets).toEqual(['Northwire'])
    expect(story?.items.map(({ id }) => id)).toEqual(['found', 'collapse'])
    expect(story?.followUp).toEqual({
      of: COLLAPSE.title,
      episode: '2026-03-03',
      date: '2026-03-03',
      told: ['collapse'],
      newItemIds: ['found']
    })
  })

  test('does so when no feed has what it was told from any more', () => {
    expect(followed(planned([feed('wire', [FOUND, OTHER])]))?.followUp?.told).toEqual(['collapse'])
  })

  test('brings nothing of what was told: the text of the told item is left out', () => {
    const story = followed(planned([feed('herald', [COLLAPSE]), feed('wire', [FOUND])]))
    expect(story?.items.at(-1)).toEqual({ ...COLLAPSE, text: '', substance: 'headline' })
  })

  test.each<[string, Item[], ToldStory]>([
    ['there is nothing but what was told', [COLLAPSE], TOLD],
    ['another outlet repeats it', [COLLAPSE, REPEAT], TOLD],
    [
      'what is new came before the episode',
      [COLLAPSE, FOUND],
      { ...TOLD, madeAt: '2026-03-03T20:00:00.000Z' }
    ],
    ['nobody knows when it came', [COLLAPSE, { ...FOUND, publishedAt: null }], TOLD],
    ['the follow-up was told as well', [FOUND], { ...TOLD, items: [COLLAPSE, FOUND] }]
  ])('is left out where %s', (_what, items, told) => {
    const { stories, funnel } = planned([feed('all', [...items, OTHER])], [told])
    expect(stories.map(({ title }) => title)).toEqual([OTHER.title])
    expect(funnel.itemsTold).toBe(items.length)
    expect(funnel.storiesLeftOut[0]?.reason).toBe('told in an earlier episode')
  })

  test('follows the latest of two episodes that told it', () => {
    const again: ToldStory = {
      ...TOLD,
      episode: '2026-03-03-2',
      madeAt: '2026-03-03T12:00:00.000Z',
      title: REPEAT.title,
      items: [REPEAT, { ...COLLAPSE, text: '', substance: 'headline' }]
    }
    const story = followed(planned([feed('wire', [REPEAT, FOUND])], [TOLD, again]))
    expect(story?.followUp).toMatchObject({
      of: REPEAT.title,
      episode: '2026-03-03-2',
      newItemIds: ['found']
    })
  })

  test('does not hold back another story', () => {
    const { stories } = planned([feed('wire', [OTHER])])
    expect(stories.map(({ followUp }) => followUp)).toEqual([undefined])
  })
})

describe('what is new', () => {
  const told = {
    title: 'Storm cuts power to 90,000 homes',
    text: 'Storm Ingrid cut the power to 90,000 homes in the north on Sunday.'
  }
  test.each([
    ['another number', 'Storm Ingrid cut the power to 120,000 homes, the operator Norvolt said.', true],
    ['another name', 'In Selby the storm tore a dozen boats from their moorings.', true],
    ['a sentence of its own', 'Engineers are still repairing lines and expect to finish within days.', true],
    [
      'the same in other words',
      'Power was cut to 90,000 homes in the north by storm Ingrid on Monday.',
      false
    ],
    ['less than that', 'The storm cut the power to homes.', false],
    ['nothing', '', false]
  ])('%s: %j', (_what, text, isNew) => {
    expect(whatIsNew({ title: '', text }, [told]) !== null).toBe(isNew)
  })
})

describe('the built-in writer', () => {
  test('says when it told the story, and then only what is new', async () => {
    const rundown = planned([feed('herald', [COLLAPSE]), feed('wire', [FOUND, OTHER])])
    const earlier: EarlierEpisode = {
      episode: '2026-03-03',
      date: '2026-03-03',
      title: 'The Morning Brief',
      stories: [
        {
          id: 'told',
          title: COLLAPSE.title,
          itemIds: ['collapse'],
          lines: ['The roof of a public swimming hall in Ostrel came down on Monday afternoon.']
        }
      ],
      lines: ['The roof of a public swimming hall in Ostrel came down on Monday afternoon.']
    }
    const assignment = { show, rundown: { inputHash: 'x', ...rundown }, wordsPerMinute, earlier: [earlier] }
    const script = await writeScript(assignment, createBuiltinWriter())
    const story = followed(rundown)?.id
    const segments = script.segments.filter(segment => segment.story === story).map(({ id }) => id)
    const said = script.turns
      .filter(({ segment }) => segments.includes(segment))
      .map(({ text }) => text)
      .join(' ')
    expect(said).toMatch(/\byesterday\b/i)
    expect(said).toMatch(/three bodies|rusting|inquiry/)
    expect(said).not.toMatch(/1974|Rescue teams|came down/)
  })
})
