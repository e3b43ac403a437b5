import { describe, expect, test } from 'vitest'
import { arrangeOpening } from '../../src/stages/write/builtin/arrange/arrange-opening.ts'
import { beginStory, type StoryPlace } from '../../src/stages/write/builtin/arrange/begin-story.ts'
import { createPhraseBook } from '../../src/stages/write/builtin/arrange/phrase-book.ts'
import { newsFieldOf } from '../../src/stages/write/builtin/arrange/spoken-topic.ts'
import { createSeededRandom } from '../../src/stages/write/builtin/language/seeded-random.ts'
import { namesOf } from '../../src/stages/write/builtin/language/names.ts'
import { GOODBYES, THANKS } from '../../src/stages/write/builtin/phrases/closes.ts'
import { WELCOMES } from '../../src/stages/write/builtin/phrases/openings.ts'
import { BY_SUBJECT } from '../../src/stages/write/builtin/phrases/story-starts.ts'
import { candidatesOf } from '../../src/stages/write/builtin/sentences/candidates.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import { writeScript } from '../../src/stages/write/write-script.ts'
import { makeItem, makeRundown, show, wordsPerMinute } from '../fixtures/write/make-story.ts'
import { sampleStories } from '../fixtures/write/sample-stories.ts'

const PLACE: StoryPlace = {
  where: 'next',
  topic: '',
  topicBefore: '',
  namedLately: true,
  subject: 'SPHEREx',
  isThrown: false,
  followUp: ''
}

/** What is said before the first sentence of a story, in as many episodes as there are seeds. */
function beginningsOf(text: string, place: Partial<StoryPlace>): string[] {
  const item = makeItem('a', { title: 'SPHEREx maps a comet', text })
  const names = namesOf([item])
  const [lead] = candidatesOf(item, names, '2025-08-29')
  if (lead === undefined) throw new Error(`"${text}" cannot be said`)
  const sources = { outlet: '', count: '', unheard: '', have: 'has', items: [item] }
  return Array.from({ length: 12 }, (_seed, at) => {
    const context = { names, book: createPhraseBook(`${at}`), random: createSeededRandom(`${at}`) }
    const { lines } = beginStory(lead, { ...PLACE, ...place }, sources, context)
    return lines.map(line => line.text).join(' ')
  })
}

describe('a name is not announced right before it is said', () => {
  const announced = (text: string): string[] =>
    beginningsOf(text, {}).filter(said =>
      BY_SUBJECT.next.some(phrase => said.startsWith(phrase.replace('{subject}', 'SPHEREx')))
    )

  test.each([
    'SPHEREx has traced carbon dioxide around the comet for weeks.',
    'NASA’s SPHEREx telescope has traced carbon dioxide around the comet.'
  ])('%s', text => {
    expect(announced(text)).toEqual([])
  })

  test('but it is where the sentence begins with something else', () => {
    const text =
      'Carbon dioxide around the comet reaches out to a third of a million kilometers, the SPHEREx team found.'
    expect(announced(text).length).toBeGreaterThan(0)
  })
})

test('nothing is said to be elsewhere, or at the same time, that the sources do not say', () => {
  const text = 'The council of Port Alder has opened a house beside the bridge.'
  const said = beginningsOf(text, { subject: '' })
  expect(said.filter(each => /^(?:Elsewhere|Meanwhile)\b/.test(each))).toEqual([])
  expect(said.some(each => each !== text)).toBe(true)
})

test.each([
  ['technology', 'technology'],
  ['sports', 'sports'],
  ['sport', ''],
  ['politics', ''],
  ['the weather', '']
])('"more %s news" has the field "%s"', (topic, field) => {
  expect(newsFieldOf(topic)).toBe(field)
})

describe('the first phrase of a pool', () => {
  test.each([
    ['welcomes', WELCOMES],
    ['thanks', THANKS],
    ['goodbyes', GOODBYES]
  ])('of %s is another one on each of as many days as there are', (_what, pool) => {
    const slots = { title: 'T', day: 'D', me: 'A', other: 'B', all: 'B and me' }
    const first = (day: number): string | null =>
      createPhraseBook(`show ${day}`, { seed: 'show', day }).pick(pool, slots)
    const days = Array.from({ length: pool.length }, (_day, at) => first(20_000 + at))
    expect(new Set(days).size).toBe(pool.length)
  })
})

test('no two mornings in a row are opened or closed in the same words', async () => {
  const dates = Array.from({ length: 8 }, (_day, at) => `2025-11-${String(at + 11)}`)
  const frames = await Promise.all(
    dates.map(async date => {
      const given = { show, rundown: makeRundown(sampleStories(), date), wordsPerMinute }
      const { turns } = await writeScript(given, createBuiltinWriter())
      const plain = (text = ''): string => text.replace(/\w+day, \w+ \d+/g, 'today')
      return [plain(turns[0]?.text).split('. I')[0], plain(turns.at(-1)?.text)]
    })
  )
  for (const [at, [welcome, goodbye]] of frames.entries()) {
    expect(welcome).not.toBe(frames[at + 1]?.[0])
    expect(goodbye).not.toBe(frames[at + 1]?.[1])
  }
})

describe('a headline of another outlet than the one that leads a story', () => {
  const lead = makeItem('a', {
    title: 'How five men got out',
    text: 'Five prisoners escaped from the jail of Brackmoor through a tunnel of 30 metres.'
  })
  const later = makeItem('b', {
    title: 'Two of five Brackmoor escapers caught',
    text: 'Police caught two of the five men who had escaped from Brackmoor in a barn.'
  })
  const openingOf = (...told: (typeof lead)[]): string =>
    arrangeOpening(
      { ...show, minutes: 5 },
      '2025-08-29',
      [[lead, later]],
      told.map(item => ({ item, text: item.text })),
      createPhraseBook('a')
    )
      .flatMap(({ lines }) => lines.map(({ text }) => text))
      .join(' ')

  test('is said where the story tells it', () => {
    expect(openingOf(lead, later)).toContain(later.title)
  })

  test('is not said where the story does not', () => {
    expect(openingOf(lead)).not.toContain(later.title)
  })
})
