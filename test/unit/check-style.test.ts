import { expect, test } from 'vitest'
import { checkTurn } from '../../src/stages/write/check/check-turn.ts'
import type { CheckContext, CheckedTurn } from '../../src/stages/write/check/context.ts'
import { memoryClaimIn } from '../../src/stages/write/check/form/memory-claims.ts'
import { makeItem, makeRundown, makeStory, show } from '../fixtures/write/make-story.ts'

const diver = makeItem('diver', {
  title: 'Submarine finds wreck',
  text: 'On its deep dive of 2,000 metres the submarine Osta found the wreck of a ferry. Captain Nils Ahl called the find "a game changer" for his crew. It raises questions about the chart, he said.'
})
const context: CheckContext = {
  rundown: makeRundown([makeStory([diver])]),
  show,
  date: '2025-08-29',
  prompts: [],
  earlierEpisodes: []
}
const said = (text: string): CheckedTurn => ({
  id: 't02',
  host: 'Sarah',
  text,
  items: ['diver'],
  story: 'story-of-diver'
})
const stockIn = (text: string, more: Partial<CheckContext> = {}): string[] =>
  checkTurn(said(text), { ...context, ...more }).flatMap(({ kind, text: found }) =>
    kind === 'stock-phrase' ? [found] : []
  )

test.each([
  ["So let's dive into it.", "let's dive into it"],
  ['It delves into the past of the ferry.', 'delves into'],
  ['Buckle up!', 'buckle up'],
  ["In today's fast-paced world that counts.", "in today's fast-paced world"],
  ["It's important to note that the wreck is old.", "it's important to note"],
  ['It’s worth noting that the wreck is old.', "it's worth noting"],
  ['And without further ado, the submarine.', 'without further ado'],
  ['Only time will tell.', 'time will tell'],
  ['A testament to the crew.', 'a testament to'],
  ['There is a lot to unpack here.', 'lot to unpack'],
  ["Let's break it down.", "let's break it down"],
  ['Exactly!', 'Exactly!'],
  ['Absolutely, Ray.', 'Absolutely, Ray.'],
  ["That's fascinating.", "That's fascinating."],
  ['Wow, that is incredible!', 'Wow, that is incredible!'],
  ['What a great question, Ray.', 'what a great question']
])('a stock phrase is found: %s', (text, phrase) => {
  expect(stockIn(text)).toEqual([phrase])
})

test.each([
  'The submarine Osta found it on a deep dive of 2,000 metres.',
  'Nils Ahl called the find "a game changer" for his crew.',
  'It raises questions about the chart, he said.',
  'Exactly 2,000 metres down lies the wreck of a ferry.',
  "That's a long way down.",
  'The submarine is packed again.'
])('what the source itself says, and what only looks alike, is none: %s', text => {
  expect(stockIn(text)).toEqual([])
})

test('in another language than English nobody looks for them', () => {
  const german = { ...show, language: 'de' }
  expect(stockIn('Exactly!', { show: german })).toEqual([])
})

test.each([
  ['yesterday we told you about the dam', 'yesterday'],
  ['on friday, we reported that the dam is empty', 'on friday'],
  ['as we reported last week, the dam is empty', 'last week'],
  ['we told you about it on tuesday', 'on tuesday'],
  ['as we reported, the dam is empty', null],
  ['last time we spoke about the dam', null],
  ["in yesterday's episode the dam was full", 'yesterday'],
  ['regular listeners will remember the dam', null],
  ['you may remember this from monday', 'monday'],
  ['we have been following the dam', null]
])('it is read as a memory of the show: %s', (text, day) => {
  expect(memoryClaimIn(text)).toMatchObject({ day })
})

test.each([
  'yesterday the dam was emptied',
  'the council told farmers on friday that the dam is empty',
  'she said, "we told you on monday"',
  'as we reported at the top of the programme',
  'the last time the dam was empty was in 1987',
  'today we looked at the dam and at the trams',
  'do you remember the dam?'
])('it is no memory of the show: %s', text => {
  expect(memoryClaimIn(text)).toBeNull()
})
