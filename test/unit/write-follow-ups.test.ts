import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../src/domain/sentences.ts'
import type { Story } from '../../src/domain/rundown.ts'
import type { Script, Turn } from '../../src/domain/script.ts'
import { createToldTest } from '../../src/stages/write/builtin/choose/already-told.ts'
import { asFollowUp } from '../../src/stages/write/builtin/choose/follow-up.ts'
import { poolOf } from '../../src/stages/write/builtin/choose/story-pool.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import { namesOf } from '../../src/stages/write/builtin/language/names.ts'
import { HEARD_BEFORE, NEWS_SINCE } from '../../src/stages/write/builtin/phrases/follow-ups.ts'
import { candidatesOf } from '../../src/stages/write/builtin/sentences/candidates.ts'
import { checkTurn } from '../../src/stages/write/check/check-turn.ts'
import { memoryClaimIn } from '../../src/stages/write/check/form/memory-claims.ts'
import { foldText } from '../../src/stages/write/check/text/plain.ts'
import type { EarlierEpisode } from '../../src/stages/write/memory/earlier-episode.ts'
import { spokenDaySince } from '../../src/stages/write/memory/spoken-day-since.ts'
import type { Assignment } from '../../src/stages/write/ports.ts'
import { writeScript } from '../../src/stages/write/write-script.ts'
import { makeItem, makeRundown, makeStory, show, wordsPerMinute } from '../fixtures/write/make-story.ts'
import { sampleStories } from '../fixtures/write/sample-stories.ts'
import { expectGoodScript } from '../fixtures/write/script-properties.ts'

const TODAY = '2025-08-29'
const BRIDGE_TOLD = [
  'Port Alder opened its new swing bridge after four years of work. The bridge replaces a ferry that carried 900 cars a day across the harbour.',
  'Maria Lindqvist, the city engineer, said that the steel alone weighs 4,200 tonnes.'
]

/** The same stories, and what became of the bridge. */
function storiesSince(): Story[] {
  const [bridge, ...others] = sampleStories()
  const news = makeItem('bridge-c', {
    title: 'Port Alder shuts its swing bridge to lorries',
    text: 'Port Alder has shut its new swing bridge to lorries of more than 12 tonnes. A crack was found in one of the bearings of the eastern tower. Maria Lindqvist, the city engineer, said that the steel alone weighs 4,200 tonnes.'
  })
  return bridge === undefined ? others : [{ ...bridge, items: [news, ...bridge.items] }, ...others]
}

const episodeOf = (date: string, itemIds: string[], lines: string[]): EarlierEpisode => ({
  episode: date,
  date,
  title: `The Morning Brief for ${date}`,
  stories: [{ id: `story-${date}`, title: 'What was told', itemIds, lines }],
  lines: ['Good morning.', ...lines, 'Goodbye.']
})
const bridgeTold = (date: string): EarlierEpisode => episodeOf(date, ['bridge-a'], BRIDGE_TOLD)

const assignment = (earlier?: readonly EarlierEpisode[], date = TODAY, minutes = 2): Assignment => ({
  show: { ...show, minutes },
  rundown: makeRundown(storiesSince(), date),
  wordsPerMinute,
  ...(earlier === undefined ? {} : { earlier })
})
const write = (given: Assignment) => writeScript(given, createBuiltinWriter())

const claimsIn = (turns: readonly Pick<Turn, 'text'>[]): string[] =>
  turns.flatMap(({ text }) => splitSentences(text)).filter(text => memoryClaimIn(foldText(text)) !== null)

const turnsOf = ({ segments, turns }: Pick<Script, 'segments' | 'turns'>, story: string): Turn[] => {
  const own = segments.filter(segment => segment.story === story).map(({ id }) => id)
  return turns.filter(({ segment }) => own.includes(segment))
}

const days = ['2025-08-29', '2025-08-28', '2025-08-26', '2025-08-22', '2025-08-10'] as const
const phrases = [...NEWS_SINCE, ...HEARD_BEFORE].flatMap(phrase =>
  days.map(day => [phrase, day] as [phrase: string, day: string])
)

test('there are at least five ways to say each', () => {
  expect(NEWS_SINCE.length).toBeGreaterThanOrEqual(5)
  expect(HEARD_BEFORE.length).toBeGreaterThanOrEqual(5)
})

describe.each(phrases)('"%s", told on %s', (phrase, day) => {
  const spoken = spokenDaySince(day, TODAY)
  const said = phrase
    .replace('{day}', spoken)
    .replace('{Day}', spoken.charAt(0).toUpperCase() + spoken.slice(1))
  const story = sampleStories()[0]
  const faultsOf = (earlierTold: readonly EarlierEpisode[]): string[] =>
    checkTurn(
      { id: 't05', host: 'Ray', text: said, items: ['bridge-a'], story: story?.id ?? '' },
      {
        rundown: makeRundown(sampleStories(), TODAY),
        show,
        date: TODAY,
        prompts: [],
        earlierEpisodes: earlierTold.map(({ lines }) => lines.join('\n')),
        earlierTold
      }
    )
      .map(({ kind }) => kind)
      .filter(kind => kind !== 'idle')

  test('passes the check where it is true, and not where nothing was told', () => {
    expect(faultsOf([bridgeTold(day)])).toEqual([])
    expect(faultsOf([])).toContain('memory')
  })
})

describe('a story that was told before', () => {
  test.each(Array.from({ length: 14 }, (_day, at) => `2025-09-${String(at + 1).padStart(2, '0')}`))(
    'is said to be one, once, with its day and at its beginning, on %s',
    async date => {
      const given = assignment([bridgeTold('2025-08-31')], date, 3)
      const script = await write(given)
      const [bridge = '', ...others] = given.rundown.stories.map(({ id }) => id)
      const [lead, ...details] = turnsOf(script, bridge)
      const [claim = '', ...more] = claimsIn(lead === undefined ? [] : [lead])
      expect(claim.toLowerCase()).toContain(spokenDaySince('2025-08-31', date).toLowerCase())
      expect(more).toEqual([])
      expect(claimsIn(details)).toEqual([])
      expect(others.flatMap(id => claimsIn(turnsOf(script, id)))).toEqual([])
      expectGoodScript(script, given)
    }
  )

  test('is said to be one in other words on another day', async () => {
    const dates = Array.from({ length: 12 }, (_day, at) => `2025-10-${String(at + 1).padStart(2, '0')}`)
    const said = await Promise.all(
      dates.map(async date => claimsIn((await write(assignment([bridgeTold('2025-09-01')], date))).turns))
    )
    const words = said.flat().map(text => text.toLowerCase().replace(/ on september 1, 2025/, ''))
    expect(new Set(words).size).toBeGreaterThanOrEqual(4)
  })

  test('is told without what was said of it, and with what is new', async () => {
    const said = async (earlier?: EarlierEpisode[]): Promise<string> =>
      turnsOf(await write(assignment(earlier)), 'story-of-bridge-a')
        .map(({ text }) => text)
        .join(' ')
    expect(await said()).toContain('900 cars a day')
    const since = await said([bridgeTold('2025-08-28')])
    expect(since).not.toMatch(/opened its new swing bridge|900 cars|the steel alone weighs 4,200 tonnes/)
    expect(since).toContain('has shut its new swing bridge to lorries')
  })

  test.each([
    ['no earlier episodes', []],
    ['an earlier episode on something else', [episodeOf('2025-08-28', ['other'], ['The trams are free.'])]],
    ['an episode of a later day', [bridgeTold('2025-08-30')]]
  ])('is not claimed with %s, and the script stays the same', async (_what, earlier) => {
    const script = await write(assignment(earlier))
    expect(claimsIn(script.turns)).toEqual([])
    expect(script).toEqual(await write(assignment()))
  })
})

describe('a story with nothing new', () => {
  const all = episodeOf(
    '2025-08-28',
    ['bridge-a'],
    storiesSince()
      .slice(0, 1)
      .flatMap(({ items }) => items.map(({ text }) => text.replace(/\n+/g, ' ')))
  )

  test('is left out where the others fill the time', async () => {
    const filler = Array.from({ length: 6 }, (_story, at) =>
      makeStory([
        makeItem(`f${at}`, {
          title: `Port${at} opened house${at}x0`,
          text: Array.from(
            { length: 4 },
            (_sentence, n) =>
              `The council of Port${at} has opened a house${at}x${n} beside a bridge${at}x${n}, on a road${at}x${n} to the hill${at}x${n} of the town.`
          ).join(' ')
        })
      ])
    )
    const given = assignment([all])
    given.rundown.stories.push(...filler)
    const script = await write(given)
    expect(script.segments.map(({ story }) => story)).not.toContain('story-of-bridge-a')
    expect(claimsIn(script.turns)).toEqual([])
  })

  test('is told where the others do not, and nobody says that it is news', async () => {
    const given = assignment([all])
    given.rundown.stories = storiesSince().slice(0, 1)
    const script = await write(given)
    const [claim = '', ...more] = claimsIn(script.turns)
    expect(claim).toMatch(/yesterday/i)
    expect(claim).not.toMatch(/\bnew\b|\bnews\b|\bmore\b|goes on/)
    expect(more).toEqual([])
  })

  test('but a few sentences more begins with what was heard, and nobody says that this is news', () => {
    const first = 'Engineers have emptied the Merrow Dam for repairs that last a year.'
    const item = makeItem('dam', {
      title: 'Merrow Dam is emptied for repairs',
      text: `${first} Farmers in the valley have asked for 200 water tanks. Divers had found 14 cracks below the gates.`
    })
    const told = episodeOf('2025-08-28', ['dam'], [first])
    const pool = asFollowUp(poolOf(makeStory([item]), TODAY), [told], TODAY)
    expect(pool.followUp).toEqual({ spokenDay: 'yesterday', left: 'more' })
    expect(pool.leads.map(({ text }) => text)).toContain(first)
    expect(pool.runs.flatMap(({ sentences }) => sentences.map(({ text }) => text))).not.toContain(first)
  })
})

describe('a sentence was told', () => {
  const LINE = 'Maria Lindqvist, the city engineer, said that the steel alone weighs 4,200 tonnes.'
  test.each([
    [
      'in the same words',
      'The city engineer, Maria Lindqvist, said that the steel weighs 4,200 tonnes.',
      true
    ],
    [
      'not with another figure',
      'The city engineer, Maria Lindqvist, said that the steel weighs 4,900 tonnes.',
      false
    ],
    [
      'not where it says more',
      'The city engineer Maria Lindqvist resigned after a row over the price of the cables.',
      false
    ],
    ['not by a word or two', 'The steel of the tower came from a foundry on the coast of Norway.', false]
  ])('%s', (_how, text, isTold) => {
    const item = makeItem('x', { text })
    const [candidate] = candidatesOf(item, namesOf([item]), TODAY)
    if (candidate === undefined) throw new Error('the sentence can be said')
    expect(createToldTest([LINE])(candidate)).toBe(isTold)
  })
})
