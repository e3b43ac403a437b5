import { describe, expect, test } from 'vitest'
import type { Turn } from '../../src/domain/script.ts'
import type { Assignment, ScriptDraft } from '../../src/stages/write/ports.ts'
import { estimateScript, fitScript } from '../../src/workers/fit-script.ts'
import { makeItem, makeRundown, makeStory, show } from '../fixtures/write/make-story.ts'

const stories = ['one', 'two'].map(id => makeStory([makeItem(id)]))
const turn = (id: string, segment: string, seconds: number, more: Partial<Turn> = {}): Turn => ({
  id,
  host: 'Sarah',
  kind: 'detail',
  segment,
  text: `${id} for ${seconds} seconds.`,
  items: [segment],
  ...more
})

/** Two stories of three turns each, of so many seconds. */
const draftOf = (seconds: number): ScriptDraft => ({
  title: 'Today',
  language: 'en',
  writer: 'scripted',
  segments: [
    { id: 'opening', kind: 'opening', title: 'Welcome', story: null },
    { id: 'one', kind: 'story', title: 'One', story: 'story-of-one' },
    { id: 'two', kind: 'story', title: 'Two', story: 'story-of-two' },
    { id: 'close', kind: 'close', title: 'Goodbye', story: null }
  ],
  turns: [
    turn('t01', 'opening', 5, { kind: 'welcome', items: [] }),
    turn('t02', 'one', seconds, { kind: 'lead' }),
    turn('t03', 'one', seconds, { host: 'Ray' }),
    turn('t04', 'one', seconds),
    turn('t05', 'two', seconds, { host: 'Ray', kind: 'lead' }),
    turn('t06', 'two', seconds),
    turn('t07', 'two', seconds, { host: 'Ray' }),
    turn('t08', 'close', 5, { kind: 'close', items: [] })
  ]
})
const spare = ['one', 'two'].flatMap((segment, at) => [
  turn(`t9${at * 2}`, segment, 8),
  turn(`t9${at * 2 + 1}`, segment, 8, { host: 'Ray' })
])
const secondsToSay = (_host: string, text: string): number => Number(/for (\d+) seconds/.exec(text)?.[1])
const assignment: Assignment = {
  show: { ...show, minutes: 1 },
  rundown: makeRundown(stories),
  wordsPerMinute: { Sarah: 160, Ray: 160 },
  secondsToSay
}
const lengthOf = (draft: ScriptDraft): number => estimateScript(draft, secondsToSay)
const idsOf = ({ turns }: { turns: readonly Turn[] }): string[] => turns.map(({ id }) => id)

test('a script takes its turns and the silence between them, more of it between segments', () => {
  expect(lengthOf({ ...draftOf(10), turns: [] })).toBe(0)
  expect(lengthOf({ ...draftOf(10), turns: draftOf(10).turns.slice(0, 1) })).toBe(5)
  expect(lengthOf(draftOf(10))).toBeCloseTo(70 + 4 * 0.35 + 3 * 0.9)
})

describe('a script is made as long as it was asked for', () => {
  test.each([
    ['too short', 5],
    ['a little short', 7],
    ['right', 8],
    ['a little long', 9],
    ['too long', 10]
  ])('%s', (_how, seconds) => {
    const fitted = fitScript(draftOf(seconds), spare, assignment)
    expect(Math.abs(lengthOf(fitted) / 60 - 1)).toBeLessThanOrEqual(0.05)
    const all = [...idsOf(fitted), ...idsOf({ turns: fitted.spare ?? [] })]
    expect(all.toSorted()).toEqual([...idsOf(draftOf(seconds)), ...idsOf({ turns: spare })].toSorted())
  })

  test('and is left alone where it is', () => {
    const fitted = fitScript(draftOf(8), spare, assignment)
    expect(idsOf(fitted)).toEqual(idsOf(draftOf(8)))
    expect(fitted.spare).toEqual(spare)
  })

  test('with its music, which counts', () => {
    const fitted = fitScript(draftOf(8), spare, { ...assignment, soundSeconds: 9 })
    expect(Math.abs((lengthOf(fitted) + 9) / 60 - 1)).toBeLessThanOrEqual(0.05)
    expect(fitted.turns.length).toBeLessThan(8)
  })

  test('as far as there is something to add or drop', () => {
    expect(idsOf(fitScript(draftOf(2), [], assignment))).toEqual(idsOf(draftOf(2)))
    const fitted = fitScript(draftOf(40), spare, assignment)
    expect(fitted.segments.map(({ id }) => id)).toContain('one')
    expect(lengthOf(fitted)).toBeLessThan(lengthOf(draftOf(40)))
  })

  test('not where nobody knows how long a host takes', () => {
    const { secondsToSay: _, ...blind } = assignment
    expect(fitScript(draftOf(40), spare, blind)).toEqual({ ...draftOf(40), spare })
  })

  test('and says nothing of a correction: that is for what was heard', () => {
    const fitted = fitScript(draftOf(10), spare, assignment)
    expect(Object.keys(fitted).toSorted()).toEqual([
      'language',
      'segments',
      'spare',
      'title',
      'turns',
      'writer'
    ])
  })
})
