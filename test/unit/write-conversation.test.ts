import { describe, expect, test } from 'vitest'
import { creditedAfter, creditedBefore, isCreditable } from '../../src/stages/write/builtin/arrange/credit.ts'
import { episodeTitle } from '../../src/stages/write/builtin/arrange/episode-title.ts'
import { mannerOf } from '../../src/stages/write/builtin/arrange/manner.ts'
import { createPhraseBook } from '../../src/stages/write/builtin/arrange/phrase-book.ts'
import { pickStories, storyCount, tellablesOf } from '../../src/stages/write/builtin/arrange/pick-stories.ts'
import { reactionOf } from '../../src/stages/write/builtin/arrange/reaction-of.ts'
import { chooseSentences } from '../../src/stages/write/builtin/choose/choose-sentences.ts'
import { poolOf } from '../../src/stages/write/builtin/choose/story-pool.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import { continued } from '../../src/stages/write/builtin/language/continued.ts'
import { namesOf } from '../../src/stages/write/builtin/language/names.ts'
import { candidatesOf } from '../../src/stages/write/builtin/sentences/candidates.ts'
import { writeScript } from '../../src/stages/write/write-script.ts'
import { makeItem, makeRundown, makeStory, show, wordsPerMinute } from '../fixtures/write/make-story.ts'
import { sampleStories } from '../fixtures/write/sample-stories.ts'
import { secondsOf } from '../fixtures/write/script-properties.ts'

const DAY = '2025-08-29'
const book = () => createPhraseBook('seed')
const isName = (word: string): boolean => word === 'Alder' || word === 'Engineers'

describe('a sentence that goes on after words of ours', () => {
  test.each([
    ['The bridge opened.', 'the bridge opened.'],
    ['A wooden church has moved.', 'a wooden church has moved.'],
    ['Alder opened the bridge.', 'Alder opened the bridge.'],
    ['NASA launched the probe.', 'NASA launched the probe.'],
    ['3I/ATLAS is a comet.', '3I/ATLAS is a comet.'],
    ['Sales of chips grew.', null],
    ['“A gift,” said the mayor.', null]
  ])('%s', (sentence, small) => {
    expect(continued(sentence, isName)).toBe(small)
  })
})

describe('the source of a sentence', () => {
  const item = makeItem('a', { text: 'The bridge of Port Alder opened after four years of work.' })
  const names = namesOf([item])
  const [candidate] = candidatesOf(item, names, DAY)

  test('is named after it or before it, and the sentence stays as it is', () => {
    if (candidate === undefined) throw new Error('the sentence can be said')
    const after = creditedAfter(candidate, 'the Post', { names, book: book() })
    const before = creditedBefore(candidate, 'the Post', true, { names, book: book() })
    expect(after?.text).toMatch(/^The bridge of Port Alder opened after four years of work, .*the Post.*\.$/)
    expect(before?.text).toMatch(/the Post.* the bridge of Port Alder opened after four years of work\.$/i)
    expect(after?.items).toEqual([item])
  })

  test.each([
    ['Nvidia sold no chips to customers in China during the quarter.', true],
    ['The chip maker said that revenue rose by 5 percent.', false],
    ['Sales rose by 5 percent, according to the agency.', false],
    ['Two models were shown: one for speech, one for text.', false],
    ['The bureau has “grave concerns” about the release of the memo.', false],
    [`The bridge ${'of the town '.repeat(10)}opened.`, false]
  ])('has room in %s %j', (sentence, hasRoom) => {
    expect(isCreditable(sentence)).toBe(hasRoom)
  })
})

describe('a remark on what was said', () => {
  test.each([
    ['The index closed above 6,500 points for the first time.', /first/i],
    ['The fair set a record of its own.', null],
    ['The Dow also set a record and closed higher.', /record/i],
    ['Revenue reached 46.7 billion dollars.', /^46\.7 billion dollars\.$/],
    ['The cloud reaches out to at least 348,000 kilometers.', /^At least 348,000 kilometers\.$/],
    ['It grew from 12 percent to 15 percent.', null],
    ['Problems delayed the start by several years.', /while|wait/],
    ['The company declined to comment.', /^No comment, then\.$/],
    ['The bridge opened.', null]
  ])('%s', (sentence, remark) => {
    const said = reactionOf(sentence, sentence, book())
    if (remark === null) expect(said).toBeNull()
    else expect(said).toMatch(remark)
  })

  test('is never made where the story is grave', () => {
    const sentence = 'The fund paid 46.7 billion dollars.'
    expect(reactionOf(sentence, `${sentence} Nine people died in the flood.`, book())).toBeNull()
  })
})

test('a phrase may be spent so often in an episode, and no more', () => {
  const phrases = book()
  expect([1, 2, 3].map(() => phrases.spend('throw', 2))).toEqual([true, true, false])
})

describe('names', () => {
  const text = [
    'A court found that O’Brien’s contract was valid until the end of the year.',
    'Dana O’Brien joined the network in 2011 after some years at a newspaper.',
    'The Webb data show eight times as much carbon dioxide as water around the comet.',
    'The James Webb Space Telescope observed the comet for two hours in August.'
  ].join(' ')
  const told = (budget: number) => {
    const item = makeItem('n', { title: 'O’Brien contract was valid, court found', text })
    return (chooseSentences(poolOf(makeStory([item]), DAY), budget, []) ?? []).map(
      ({ candidate }) => candidate
    )
  }

  test('a surname that opens a story is given in full', () => {
    const [lead] = told(14)
    expect(lead?.text).toBe('A court found that Dana O’Brien’s contract was valid until the end of the year.')
    expect(lead?.completed).toBe('Dana O’Brien')
  })

  test('a part of a name is not said before the whole of it', () => {
    expect(
      told(200)
        .map(candidate => candidate.text)
        .join(' ')
    ).not.toMatch(/(?<!James )Webb data/)
  })
})

describe('what two outlets say of one thing', () => {
  const lead = makeItem('a', {
    outlet: 'The Post',
    title: 'Factory in Alder closes',
    text: 'The car factory in Port Alder closes in May, and 900 workers lose their jobs.'
  })
  const tell = (text: string) =>
    (
      chooseSentences(
        poolOf(
          makeStory([lead, makeItem('b', { outlet: 'Radio', title: 'Alder loses a factory', text })]),
          DAY
        ),
        200,
        []
      ) ?? []
    ).map(({ candidate }) => candidate.text)

  test('is not told with another figure', () => {
    const other = 'Unions in Port Alder count 1,100 workers who lose their jobs at the car factory.'
    expect(tell(other)).not.toContain(other)
  })

  test('is told where it is something else', () => {
    const other = 'Unions planned a march of 200 buses through the capital on the first of June.'
    expect(tell(other)).toContain(other)
  })
})

describe('the title of an episode', () => {
  const story = (title: string, score: number, text = '') =>
    makeStory([makeItem(title, { title, text })], { title, score })

  test.each([
    ['one story alone', [story('Alder opens bridge', 3)], 'Alder opens bridge'],
    [
      'two stories',
      [story('Alder opens bridge', 3), story('The bank cuts its rate', 2)],
      'Alder opens bridge, and the bank cuts its rate'
    ],
    [
      'the lead and the best of the others',
      [story('Alder opens bridge', 3), story('Bank cuts rate', 1), story('Otters return', 2, 'Two otters.')],
      'Alder opens bridge, otters return, and more'
    ],
    [
      'a headline with a comma',
      [story('Alder opens bridge, ferry goes', 3), story('Bank cuts rate', 2)],
      'Alder opens bridge, ferry goes; Bank cuts rate'
    ]
  ])('of %s', (_what, told, title) => {
    expect(episodeTitle(told)).toBe(title)
  })

  test('is at most 90 characters', () => {
    const long = story('Port Alder opens the longest of all its swing bridges today', 3)
    expect(episodeTitle([long, { ...long, id: 'b' }])?.length).toBeLessThanOrEqual(90)
  })
})

describe('how many stories are told', () => {
  const report = (at: number, sentences: number) =>
    makeStory(
      [
        makeItem(`s${at}`, {
          title: `Port${at} opened house${at}x0`,
          text: Array.from(
            { length: sentences },
            (_s, n) =>
              `The council of Port${at} has opened a house${at}x${n} beside a bridge${at}x${n}, on a road${at}x${n} to the hill${at}x${n} and the park${at}x${n} of the town.`
          ).join(' ')
        })
      ],
      { score: 20 - at }
    )
  test.each([
    ['as many as wished, where they have enough to say', 12, 60, 200, 5, 5],
    ['fewer in a short episode', 12, 60, 70, 5, 3],
    ['more, where they have little to say', 12, 10, 60, 2, 6],
    ['all, where all have too little', 4, 10, 300, 3, 4]
  ])('%s', (_what, count, capacitySeconds, seconds, wished, told) => {
    const tellables = Array.from({ length: count }, (_p, at) => ({
      pool: poolOf(report(at, 1), DAY),
      capacitySeconds
    }))
    expect(storyCount(tellables, seconds, wished, mannerOf('brief'))).toBe(told)
  })

  test('a one-sentence story does not open an episode while others have more', () => {
    const [thin, ...full] = [poolOf(report(0, 1), DAY), poolOf(report(1, 8), DAY), poolOf(report(2, 8), DAY)]
    const picked = pickStories(
      tellablesOf([...(thin === undefined ? [] : [thin]), ...full], 160),
      3,
      thin?.story.id
    )
    expect(picked.map(({ story }) => story.score)).toEqual([19, 20, 18])
  })

  test('stories that cannot be told do not cost the episode its length', async () => {
    const untold = [0, 1, 2].map(at =>
      makeStory([makeItem(`u${at}`, { text: 'Read more here.' })], { score: 30 })
    )
    const stories = [...untold, ...Array.from({ length: 9 }, (_s, at) => report(at, 3))]
    const given = { show: { ...show, minutes: 2, stories: 4 }, rundown: makeRundown(stories), wordsPerMinute }
    const script = await writeScript(given, createBuiltinWriter())
    expect(Math.abs(secondsOf(script, wordsPerMinute) / 120 - 1)).toBeLessThan(0.08)
  })
})

const days = Array.from({ length: 20 }, (_day, at) => `2025-10-${String(at + 1).padStart(2, '0')}`)

test.each(days)(
  'no turn only announces, and no outlet is named more than twice in a story on %s',
  async date => {
    const script = await writeScript(
      { show: { ...show, minutes: 3 }, rundown: makeRundown(sampleStories(), date), wordsPerMinute },
      createBuiltinWriter()
    )
    for (const { id, kind } of script.segments) {
      const turns = script.turns.filter(({ segment }) => segment === id)
      if (kind !== 'story') continue
      for (const { text } of turns) expect(text.split(' ').length, text).toBeGreaterThan(8)
      const said = turns.map(({ text }) => text).join(' ')
      for (const outlet of [
        'Harbour Post',
        'Tidewater Radio',
        'Field and Stream Science',
        'Northmere Courier'
      ])
        expect(said.split(outlet).length - 1, said).toBeLessThanOrEqual(2)
    }
  }
)
