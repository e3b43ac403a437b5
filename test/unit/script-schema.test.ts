import { expect, test } from 'vitest'
import { z } from 'zod'
import { scriptSchema, type Script } from '../../src/domain/script.ts'

const turn = (id: string, segment: string) => ({
  id,
  host: 'Sarah',
  kind: 'lead' as const,
  segment,
  text: 'It rained.',
  items: []
})

const good: Script = {
  inputHash: '',
  title: 'Rain',
  language: 'en',
  writer: 'builtin',
  segments: [
    { id: 'opening', kind: 'opening', title: 'Welcome', story: null },
    { id: 'story-1', kind: 'story', title: 'Rain', story: 's1' },
    { id: 'close', kind: 'close', title: 'Goodbye', story: null }
  ],
  turns: [turn('t01', 'opening'), turn('t02', 'story-1'), turn('t03', 'close')]
}

test('a script whose turns fit its segments passes', () => {
  expect(scriptSchema.parse(good)).toEqual(good)
})

test.each([
  ['an id used twice', [turn('t01', 'opening'), turn('t01', 'story-1')], /the id t01 is used twice/],
  [
    'a segment that is not there',
    [turn('t01', 'weather'), turn('t02', 'story-1')],
    /turn t01 is of the segment "weather", which is not/
  ],
  [
    'turns out of order',
    [turn('t01', 'story-1'), turn('t02', 'opening')],
    /turn t02 comes after a later segment/
  ],
  ['no story', [turn('t01', 'opening'), turn('t02', 'close')], /no turn tells a story/],
  ['nothing at all', [], /turns/],
  ['an empty turn', [{ ...turn('t01', 'story-1'), text: '' }], /text/]
])('an edited script with %s is refused, with the reason', (_, turns, message) => {
  const { error } = scriptSchema.safeParse({ ...good, turns })
  expect(error && z.prettifyError(error)).toMatch(message)
})
