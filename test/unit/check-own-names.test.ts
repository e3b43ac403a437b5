import { expect, test } from 'vitest'
import { checkTurn } from '../../src/stages/write/check/check-turn.ts'
import { makeItem, makeRundown, makeStory, show } from '../fixtures/write/make-story.ts'

const item = makeItem('a', {
  outlet: 'The Daily Record',
  title: 'Beavers come back to the Otter',
  text: 'A pair of beavers has been released into the River Otter under a new licence.'
})
const rundown = makeRundown([makeStory([item])])
const kindsOf = (text: string, title: string, story: string | null): string[] =>
  checkTurn(
    { id: 't01', host: 'Sarah', text, items: ['a'], story },
    { rundown, show: { ...show, title }, date: '2025-08-29', prompts: [], earlierEpisodes: [] }
  ).map(({ kind }) => kind)
const told = 'story-of-a'

test('the name of an outlet is no superlative', () => {
  const said = 'The Daily Record reports that a pair of beavers has been released into the River Otter.'
  expect(kindsOf(said, 'First Light', told)).toEqual([])
  const record =
    'The Daily Record reports that a record pair of beavers has been released into the River Otter.'
  expect(kindsOf(record, 'First Light', told)).toContain('superlative')
})

test('a number in the name of the show is no number of the news', () => {
  expect(kindsOf('This is Coffee at Six for Friday, August 29.', 'Coffee at Six', null)).toEqual([])
  expect(kindsOf('Six beavers are coming up in Coffee at Six.', 'Coffee at Six', null)).toContain('number')
})
