import { describe, expect, test } from 'vitest'
import { createMemoryLibrary } from '../../src/adapters/memory-library/create-memory-library.ts'
import type { Library } from '../../src/domain/library.ts'
import type { Story } from '../../src/domain/rundown.ts'
import type { EarlierEpisode } from '../../src/stages/write/memory/earlier-episode.ts'
import { spokenDaySince } from '../../src/stages/write/memory/spoken-day-since.ts'
import { timesTold, toldBefore } from '../../src/stages/write/memory/told-before.ts'
import { loadEarlier } from '../../src/workers/earlier-episodes.ts'
import { makeItem, makeRundown, makeStory } from '../fixtures/write/make-story.ts'

test.each([
  ['2025-08-29', '2025-08-29', 'earlier today'],
  ['2025-08-28', '2025-08-29', 'yesterday'],
  ['2025-08-31', '2025-09-01', 'yesterday'],
  ['2025-08-26', '2025-08-29', 'on Tuesday'],
  ['2025-08-23', '2025-08-29', 'on Saturday'],
  ['2025-08-22', '2025-08-29', 'last week'],
  ['2025-08-18', '2025-08-31', 'last week'],
  ['2025-08-17', '2025-08-29', 'on August 17, 2025'],
  ['2025-08-23', '2025-09-01', 'on August 23, 2025']
])('%s is, on %s, "%s"', (date, today, spoken) => {
  expect(spokenDaySince(date, today)).toBe(spoken)
})

test.each([
  ['2025-08-30', '2025-08-29', /later than 2025-08-29/],
  ['Friday', '2025-08-29', /"Friday" is no calendar day/],
  ['2025-08-28', '', /"" is no calendar day/]
])('the day of %s on %s is refused', (date, today, message) => {
  expect(() => spokenDaySince(date, today)).toThrow(message)
})

const episodeOf = (date: string, title: string, lines: string[], itemIds: string[] = []): EarlierEpisode => ({
  episode: date,
  date,
  title: `The Morning Brief for ${date}`,
  stories: [{ id: `story-${date}`, title, itemIds, lines }],
  lines: ['Good morning.', ...lines, 'Goodbye.']
})

const DAM_TOLD = ['The Merrow Dam will be emptied.', 'Ingrid Salazar says that divers found 14 cracks.']
const dam = makeStory([
  makeItem('dam-2', {
    title: 'Farmers near the Merrow Dam demand compensation',
    text: 'Farmers near the Merrow Dam want money for a dry summer. The council chair, Ingrid Salazar, declined to comment.'
  })
])

describe('a story was told before', () => {
  test.each<[string, EarlierEpisode, Story]>([
    ['by an item that both have', episodeOf('2025-08-28', 'Cracks', ['Cracks were found.'], ['dam-2']), dam],
    [
      'by alike titles and the names in them',
      episodeOf('2025-08-28', 'Merrow Dam to be emptied', DAM_TOLD),
      dam
    ]
  ])('%s', (_how, earlier, story) => {
    const { date, lines } = { date: earlier.date, lines: earlier.stories[0]?.lines }
    expect(toldBefore(story, [earlier], '2025-08-29')).toEqual({
      episode: date,
      date,
      lines,
      spokenDay: 'yesterday'
    })
  })

  test.each([
    ['another thing of the same name', 'Dam on the Weld opens to visitors', ['The dam on the Weld is open.']],
    [
      'a like title of other names',
      'Farmers near the Corvara Dam demand pumps',
      ['Farmers at Corvara want pumps.']
    ],
    ['another story', 'Trams are free on Saturdays', ['Odile Brenner says that trams are free.']]
  ])('but not where it is %s', (_what, title, lines) => {
    expect(toldBefore(dam, [episodeOf('2025-08-28', title, lines)], '2025-08-29')).toBeNull()
  })

  test('the latest time counts, and every time is known', () => {
    const earlier = ['2025-08-28', '2025-08-26'].map(date =>
      episodeOf(date, 'Merrow Dam to be emptied', DAM_TOLD)
    )
    expect(toldBefore(dam, earlier, '2025-08-29')?.date).toBe('2025-08-28')
    expect(timesTold(dam, earlier).map(({ date }) => date)).toEqual(['2025-08-28', '2025-08-26'])
  })
})

describe('the earlier episodes of a show', () => {
  const SHOW = 'morning-brief'
  const refOf = (episode: string) => ({ show: SHOW, episode })

  async function saveEpisode(library: Library, episode: string, files = ['episode', 'rundown', 'script']) {
    const date = episode.slice(0, 10)
    const unheard = makeStory([makeItem('reserve', { title: 'In reserve' })])
    const script = {
      inputHash: 'x',
      title: `Episode ${episode}`,
      language: 'en',
      writer: 'builtin',
      segments: [
        { id: 'open', kind: 'opening', title: 'Opening', story: null },
        { id: 'one', kind: 'story', title: 'Dam', story: dam.id }
      ],
      turns: [
        { id: 't01', host: 'Sarah', kind: 'welcome', segment: 'open', text: 'Good morning.', items: [] },
        { id: 't02', host: 'Ray', kind: 'lead', segment: 'one', text: 'The dam is dry.', items: ['dam-2'] }
      ]
    }
    const content: Record<string, unknown> = {
      episode: {},
      rundown: { ...makeRundown([dam, unheard], date), episode },
      script
    }
    for (const name of files) await library.writeJson(refOf(episode), `${name}.json`, content[name])
  }

  test('are read newest first, each with the stories that were heard', async () => {
    const library = createMemoryLibrary()
    await saveEpisode(library, '2025-08-27')
    await saveEpisode(library, '2025-08-28')
    expect((await loadEarlier(library, refOf('2025-08-29'))).map(({ episode }) => episode)).toEqual([
      '2025-08-28',
      '2025-08-27'
    ])
    const [latest] = await loadEarlier(library, refOf('2025-08-29'), 1)
    expect(latest).toEqual({
      episode: '2025-08-28',
      date: '2025-08-28',
      title: 'Episode 2025-08-28',
      stories: [{ id: dam.id, title: dam.title, itemIds: ['dam-2'], lines: ['The dam is dry.'] }],
      lines: ['Good morning.', 'The dam is dry.']
    })
  })

  test('are those before this one, the tenth of a day after its ninth', async () => {
    const library = createMemoryLibrary()
    for (const episode of ['2025-08-28', '2025-08-28-2', '2025-08-28-9', '2025-08-28-10', '2025-08-29'])
      await saveEpisode(library, episode)
    const found = await loadEarlier(library, refOf('2025-08-28-10'))
    expect(found.map(({ episode }) => episode)).toEqual(['2025-08-28-9', '2025-08-28-2', '2025-08-28'])
  })

  test('are the last seven', async () => {
    const library = createMemoryLibrary()
    for (let day = 1; day <= 9; day++) await saveEpisode(library, `2025-08-0${day}`)
    const found = await loadEarlier(library, refOf('2025-08-10'))
    expect(found.map(({ date }) => date.slice(-1)).join('')).toBe('9876543')
  })

  test.each([
    ['was not published', ['rundown', 'script']],
    ['has no script', ['episode', 'rundown']],
    ['has no rundown', ['episode', 'script']]
  ])('one that %s is left out', async (_what, files) => {
    const library = createMemoryLibrary()
    await saveEpisode(library, '2025-08-27')
    await saveEpisode(library, '2025-08-28', files)
    const found = await loadEarlier(library, refOf('2025-08-29'), 1)
    expect(found.map(({ episode }) => episode)).toEqual(['2025-08-27'])
  })

  test('one whose script is broken is left out', async () => {
    const library = createMemoryLibrary()
    await saveEpisode(library, '2025-08-28')
    await library.writeFile(refOf('2025-08-28'), 'script.json', '{"title": "cut')
    expect(await loadEarlier(library, refOf('2025-08-29'))).toEqual([])
  })
})
