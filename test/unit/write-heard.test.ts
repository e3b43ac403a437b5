import { describe, expect, test } from 'vitest'
import { createPhraseBook } from '../../src/stages/write/builtin/arrange/phrase-book.ts'
import { beginStory } from '../../src/stages/write/builtin/arrange/begin-story.ts'
import { sourcesOf } from '../../src/stages/write/builtin/arrange/story-sources.ts'
import { chooseSentences } from '../../src/stages/write/builtin/choose/choose-sentences.ts'
import { poolOf } from '../../src/stages/write/builtin/choose/story-pool.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import { definedName } from '../../src/stages/write/builtin/language/defined-name.ts'
import { areNounsHeard, NOTHING_HEARD } from '../../src/stages/write/builtin/language/heard-before.ts'
import { leansBack } from '../../src/stages/write/builtin/language/leaning.ts'
import { namesOf } from '../../src/stages/write/builtin/language/names.ts'
import { createSeededRandom } from '../../src/stages/write/builtin/language/seeded-random.ts'
import { candidatesOf } from '../../src/stages/write/builtin/sentences/candidates.ts'
import { cutTail } from '../../src/stages/write/builtin/sentences/cut-tail.ts'
import { sentenceFault } from '../../src/stages/write/builtin/sentences/sentence-faults.ts'
import { settleDates } from '../../src/stages/write/builtin/sentences/settle-dates.ts'
import { usableText } from '../../src/stages/write/builtin/sentences/usable-text.ts'
import { writeScript } from '../../src/stages/write/write-script.ts'
import { makeItem, makeRundown, makeStory, show, wordsPerMinute } from '../fixtures/write/make-story.ts'

const DAY = '2025-08-29'

test.each([
  ['The overall rankings of the countries were as follows: 1.', 'a point of a list'],
  ['Only four days after the release, here is the next one with a fix.', 'speaks of the page'],
  ['Maybe that is because the team has a secret weapon in the pool.', 'an opinion'],
  ['Cheno- denotes a goose and -podi denotes a foot in the old name.', 'signs of a page'],
  ['As always, harvest in areas that are known to be clean and dry.', 'an order'],
  ['If dried, fill no more than three quarters of the jar with it.', 'an order'],
  ['Cover with oil up to the rim and leave it for about a week.', 'an order'],
  ['Leagues will never embrace what improves the games for fans; unless it.', 'does not end like a sentence']
])('nobody would say: %s', (sentence, fault) => {
  expect(sentenceFault(sentence)).toBe(fault)
})

test.each([
  'The pre- and post-war houses of the street were sold in one week.',
  'The harbour is where the ferries and the trains of the town meet.'
])('a host can say: %s', sentence => {
  expect(sentenceFault(sentence)).toBeNull()
})

test.each([
  ['U.S. flights and cruises are exempted as well.', true],
  ['Climate change is to blame too, scientists say.', true],
  ['Voters in Leeds as well as its suburbs backed the plan.', false],
  ['The majority occur in winter, when pipes grow brittle.', true],
  ['The majority of the voters in Leeds stayed at home.', false],
  ['Some exceptions will accommodate people who made plans.', true],
  ['State investigators later determined the package was empty.', true],
  ['Lee moved to Leeds in 1990 and later became its mayor.', false],
  ['Creating oils requires the same kind of discipline.', true]
])('"%s" leans on what came before: %j', (sentence, leans) => {
  expect(leansBack(sentence, () => false)).toBe(leans)
})

test.each([
  ['Mr Obama has faced criticism in the country after the vote.', false],
  ['Protests in Kenya have spread to the north of the country after the vote.', true],
  ['Donald Trump says the show was the best of the year.', false],
  ['Con Edison said that the company has 25 crews.', true],
  ['President Lee spoke of several programmes during the meeting.', false]
])('what "%s" points at is in it: %j', (sentence, isIn) => {
  expect(areNounsHeard(sentence, NOTHING_HEARD)).toBe(isIn)
})

test.each([
  ['LMArena is a website where people compare answers.', 'LMArena'],
  ['Kaitaia Bank was one of the oldest in the valley.', 'Kaitaia Bank'],
  ['LMArena has ranked the models for two years.', null],
  ['It is a website where people compare answers.', null]
])('"%s" says what %j is', (sentence, name) => {
  expect(definedName(sentence)).toBe(name)
})

describe('the sentences of a story', () => {
  const textsOf = (items: Parameters<typeof makeStory>[0]): string[] =>
    (chooseSentences(poolOf(makeStory(items), DAY), 300, []) ?? []).map(({ candidate }) => candidate.text)

  test('do not say what something is of which nobody spoke', () => {
    const text =
      'Microsoft has shown a model that writes and reads its own text. LMArena is a website where people compare the answers of two models. The model of Microsoft was made with 15,000 chips from one firm.'
    const said = textsOf([makeItem('m', { title: 'Microsoft shows model, ranked on LMArena', text })])
    expect(said.join(' ')).toContain('15,000 chips')
    expect(said.join(' ')).not.toContain('LMArena is a website')
  })

  test('do not give a figure twice in half the same words', () => {
    const text =
      'Ann Trump of Leeds says her golf course is worth more than $50m but an appraiser says it is $19m. Ann Trump of Leeds says the National Golf Club in Florida is worth more than $50m. A hearing on the tax was held in June in front of a judge.'
    const said = textsOf([makeItem('g', { title: 'Ann Trump sues over tax for golf club', text })])
    expect(said.filter(each => each.includes('$50m'))).toHaveLength(1)
  })

  test('do not announce the story again in the words of another outlet', () => {
    const lead = makeItem('a', {
      title: 'Amtrak puts Acela trains into service',
      text: 'Amtrak put its new Acela trains into service on the line to Boston.'
    })
    const again = makeItem('b', {
      outlet: 'Viaduct Weekly',
      title: 'Acela trains of Amtrak start',
      text: 'The fastest passenger trains in the country have a successor, the Acela of the railway company Amtrak. Amtrak ordered the Acela from Alstom in 2016, for a line with many bends.'
    })
    const said = textsOf([lead, again]).join(' ')
    expect(said).toContain('Alstom in 2016')
    expect(said).not.toContain('have a successor')
  })
})

test('what follows a sentence whose end was cut does not speak of what was cut', () => {
  const text =
    'Anna Sharp of Leeds gathered the wisdom of peaceful movements from all over the world over a period of more than thirty years in the libraries of four large and old capitals, including what became a book on revolt. The book made waves in the early years of the century.'
  const item = makeItem('s', { title: 'Anna Sharp gathered wisdom of movements', text })
  const said = (chooseSentences(poolOf(makeStory([item]), DAY), 300, []) ?? []).map(
    ({ candidate }) => candidate.text
  )
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/old capitals\.$/)
})

test('the last of three things that somebody did is not cut off with its "and"', () => {
  const sentence =
    'Sharp distilled the wisdom of icons of struggle against oppression down the ages in a small house in the east of the old town of Boston, put a spin of his own on it and published it in a book of many pages.'
  expect(cutTail(sentence)).toBe(sentence)
})

test('"and again" does not lose its day', () => {
  const settled = settleDates(
    'Trump tweeted support for him in late October and again on Tuesday.',
    '2017-11-08T09:00:00Z',
    '2017-11-08'
  )
  expect(settled).toBe('Trump tweeted support for him in late October and again on Tuesday, November 7.')
})

test('a text of orders, as a recipe is, has nothing to say', () => {
  const recipe =
    'Wild oils are the pride of the valley in winter. Pour the oil into a jar of two litres. Stir the herbs for a minute. Cover the jar with a cloth. Leave it for ten days.'
  const report = 'Wild oils are the pride of the valley in winter. Farmers sell them at the market in Weldon.'
  const textOf = (text: string) => usableText(makeItem('r', { title: 'Wild oils', text }))
  expect(textOf(recipe)).toEqual([])
  expect(textOf(report)).toHaveLength(2)
})

describe('an episode of one story', () => {
  const item = makeItem('one', {
    title: 'How the ferry went: a look back',
    text: 'The town of Port Alder has sold its old ferry to an island in the south. The ferry of Port Alder carried 900 cars a day for forty years. Buyers from Merrow paid 200,000 euros for the ferry in May.'
  })
  const dates = Array.from({ length: 12 }, (_day, at) => `2025-09-${String(at + 10)}`)

  test.each(dates)('is not spoken of as more than one on %s', async date => {
    const rundown = makeRundown([makeStory([item])], date)
    const { turns } = await writeScript(
      { show: { ...show, minutes: 1 }, rundown, wordsPerMinute },
      createBuiltinWriter()
    )
    const own = turns.filter(({ kind }) => kind !== 'lead' && kind !== 'detail').map(({ text }) => text)
    expect(own.join(' ')).not.toMatch(/those were one|our stories today|the headlines:|heard one story/i)
    expect(own.join(' ')).toMatch(/one story/i)
  })
})

test.each(Array.from({ length: 8 }, (_seed, at) => `seed ${at}`))(
  'a topic with an article is not set before "news" (%s)',
  seed => {
    const item = makeItem('c', { text: 'Port Alder has planted 900 trees along the river in one week.' })
    const [lead] = candidatesOf(item, namesOf([item]), DAY)
    if (lead === undefined) throw new Error('the sentence can be said')
    const place = {
      where: 'next' as const,
      topic: 'the climate',
      topicBefore: 'the climate',
      namedLately: true,
      subject: '',
      isThrown: false,
      followUp: ''
    }
    const sources = sourcesOf(makeStory([item]), item, new Set([item.outlet]))
    const context = { names: namesOf([item]), book: createPhraseBook(seed), random: createSeededRandom(seed) }
    const said = beginStory(lead, place, sources, context).lines.map(({ text }) => text)
    expect(said.join(' ')).not.toContain('the climate news')
  }
)
