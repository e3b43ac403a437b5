import { describe, expect, test } from 'vitest'
import { candidatesOf } from '../../src/stages/write/builtin/sentences/candidates.ts'
import { placeSentences } from '../../src/stages/write/builtin/choose/sequence.ts'
import {
  areNounsHeard,
  hear,
  isIntroduced,
  NOTHING_HEARD
} from '../../src/stages/write/builtin/language/heard-before.ts'
import { addsToSomething, leansBack } from '../../src/stages/write/builtin/language/leaning.ts'
import { isPersonIn, namesOf } from '../../src/stages/write/builtin/language/names.ts'
import { makeItem } from '../fixtures/write/make-story.ts'

const item = makeItem('x', {
  title: 'Bridge',
  text:
    'The engineer Maria Lindqvist opened the bridge of Port Alder. Lindqvist praised the Alder Steel Works (ASW). ' +
    'Workers from ASW had met Donald Trump. Oslo paid for the work.'
})
const names = namesOf([item])
const isPerson = (word: string): boolean => isPersonIn(names, word)

test.each([
  'He opened the bridge.',
  'Police said 32 people had been detained and four officers slightly injured.',
  'It cost 86 million dollars.',
  'They met in the harbour.',
  'This was agreed without a vote.',
  'These were sold to a private owner.',
  'The company said that it would pay.',
  'The former was closed in 2004.',
  'There are ten of them in the harbour.',
  'As a result, the ferry was sold.',
  'For example, the ferry was sold.',
  'Both were built in Norway.',
  'Instead, the city chose a bridge.',
  'Two were injured in the fall.',
  'About half of them were sold.',
  'When it opened, the ferry stopped.',
  'Police said he was arrested in the harbour.',
  'Scattered over the hill, they were found by a dog.',
  'The vote was close, and the mayor welcomed that.',
  'One year earlier, the share had been 12 percent.',
  'The mayor opened it at that time.',
  'The Norwegians did so in 1990.',
  '“She opened the bridge,” said Ann Lee.'
])('leans on the sentence before it: %s', sentence => {
  expect(leansBack(sentence, isPerson)).toBe(true)
})

test.each([
  'Maria Lindqvist said that she would open the bridge.',
  'In his speech, Donald Trump praised the bridge.',
  'A 40-year-old said he had seen the ferry.',
  'One of the largest bridges in Norway was closed.',
  'Many schools in Leeds were closed.',
  'Revenue rose 6 percent from a year earlier.',
  'Revenue for the three months to July was flat.',
  'Port Alder opened the bridge on August 28, and 900 cars crossed it that day.',
  'Alder Steel has plants in Norway and invests 3 million dollars there.',
  'This year the city has sold two ferries.',
  'Those who cross the bridge on foot pay nothing.',
  'Police said 32 people had been detained during a march in Oslo.'
])('stands alone: %s', sentence => {
  expect(leansBack(sentence, isPerson)).toBe(false)
})

test('a sentence that adds to something is not the first of its story', () => {
  expect(addsToSomething('The city also sold the ferry.')).toBe(true)
  expect(addsToSomething('The city sold the ferry.')).toBe(false)
})

describe('what must have been heard before', () => {
  test.each([
    ['a surname needs the full name', 'Lindqvist praised the workers.', 'Maria Lindqvist opened the bridge.'],
    ['initials need what they stand for', 'Workers from ASW cheered.', 'The Alder Steel Works sent a band.']
  ])('%s', (_what, sentence, before) => {
    expect(isIntroduced(sentence, NOTHING_HEARD, names)).toBe(false)
    expect(isIntroduced(sentence, hear(NOTHING_HEARD, before), names)).toBe(true)
  })

  test('a name that the item never gives in full is known to everybody', () => {
    expect(isIntroduced('Oslo paid for the work.', NOTHING_HEARD, names)).toBe(true)
  })

  test.each([
    ['The ferry carried 900 cars a day.', false],
    ['The Alder ferry carried 900 cars a day.', true],
    ['The number of cars rose by 900 a day.', true],
    ['The government paid half of the sum.', true],
    ['Neighbours said the lawsuit was a surprise.', false]
  ])('"the …" at first: %s', (sentence, stands) => {
    expect(areNounsHeard(sentence, NOTHING_HEARD)).toBe(stands)
  })

  test('"the ferry" stands once a ferry was heard', () => {
    expect(areNounsHeard('The ferry carried 900 cars a day.', hear(NOTHING_HEARD, 'A ferry sank.'))).toBe(
      true
    )
  })
})

describe('sentences in their place', () => {
  const of = (text: string) => {
    const told = makeItem('y', { title: 'Wall', text })
    const known = namesOf([told])
    return { list: candidatesOf(told, known, '2025-08-29'), known }
  }

  test('one that leans is said directly after the one before it, by the same host', () => {
    const { list, known } = of(
      'Maria Lindqvist opened the bridge of Port Alder. She said the old ferry will be sold.'
    )
    expect(placeSentences(list, known)?.map(({ glued }) => glued)).toEqual([false, true])
    expect(placeSentences(list.slice(1), known)).toBeNull()
  })

  test('"he" needs a person in the sentence before', () => {
    const { list, known } = of(
      'The harbour wall fell in the night of the storm. He said the old ferry will be sold.'
    )
    expect(list).toHaveLength(2)
    expect(placeSentences(list, known)).toBeNull()
  })

  test('no more than three sentences hang together', () => {
    const { list, known } = of(
      'Maria Lindqvist opened the bridge of Port Alder. She thanked the workers of the town. She said the ferry will be sold. She then went home to Oslo.'
    )
    expect(placeSentences(list.slice(0, 3), known)).not.toBeNull()
    expect(placeSentences(list, known)).toBeNull()
  })
})

test('what stands after a dateline is no name by its capital', () => {
  const text = 'VELDEN, Ostmark (CP) — Lawmakers in Ostmark approved the reform.'
  expect(namesOf([makeItem('y', { text })]).proper.has('Lawmakers')).toBe(false)
})
