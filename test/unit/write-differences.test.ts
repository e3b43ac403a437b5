import { describe, expect, test } from 'vitest'
import type { Item } from '../../src/domain/feed.ts'
import { findDifferences } from '../../src/stages/fetch/find-differences.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import { checkScript } from '../../src/stages/write/check/check-script.ts'
import type { Assignment, ScriptDraft } from '../../src/stages/write/ports.ts'
import { writeScript } from '../../src/stages/write/write-script.ts'
import { makeItem, makeRundown, makeStory, show, wordsPerMinute } from '../fixtures/write/make-story.ts'

const DAY = '2026-03-03'
const report = (outlet: string, hour: number, title: string, text: string, more: Partial<Item> = {}): Item =>
  makeItem(outlet, { outlet, title, text, publishedAt: `${DAY}T0${hour}:00:00.000Z`, ...more })

const REST =
  'The road through the Alder valley stays closed until Thursday, the ministry of transport said. The bus was on its way from Marlow to Tellin. Engineers from Marlow look at its brakes.'

const CRASH = [
  report(
    'The Wire',
    5,
    'Bus plunges into ravine in Alder',
    `At least 18 people were killed when a bus plunged into a ravine near Alder on Tuesday. ${REST}`
  ),
  report(
    'Ledger Daily',
    7,
    'Bus crash in Alder: dead rise to 23',
    'The number of dead after the bus crash near Alder has risen to 23. Two more survivors were found by a drone on Tuesday morning.'
  )
]
const MILL = [
  report(
    'Signal Row',
    5,
    'Corbel to close its mill in Marlow',
    'The company Corbel will cut 1,200 jobs at its paper mill in Marlow. The mill opened in 1922 and made paper for newspapers.'
  ),
  report(
    'Ledger Daily',
    7,
    'Paper mill in Marlow to close',
    'The closure of the paper mill costs 1,500 jobs in Marlow. The union wants to speak with Corbel on Friday.'
  )
]

const JOBLESS = [
  report(
    'Signal Row',
    5,
    'Unemployment in Norland rises to 5.1 percent',
    'The rate of unemployment in Norland rose to 5.1 percent in March. The office for labour in Marlow counts those who look for work.'
  ),
  report(
    'Ledger Daily',
    7,
    'More people in Norland without work',
    'In March unemployment in Norland rose to 5.4 percent. Most of those without work are younger than thirty.'
  )
]

const assignmentOf = (items: Item[]): Assignment => {
  const story = { ...makeStory(items), differences: findDifferences(items) }
  return { show: { ...show, minutes: 1 }, rundown: makeRundown([story], DAY), wordsPerMinute }
}

const write = (items: Item[]): Promise<ScriptDraft> => writeScript(assignmentOf(items), createBuiltinWriter())

describe('where outlets differ in a number', () => {
  test.each([
    ['of the dead', CRASH, 'Ledger Daily gives the number of dead as 23, The Wire as at least 18.'],
    ['of jobs', MILL, 'Ledger Daily puts the number of jobs at 1,500, Signal Row at 1,200.'],
    [
      'of a share',
      JOBLESS,
      'Ledger Daily puts the rate of unemployment at 5.4 percent, Signal Row at 5.1 percent.'
    ]
  ])('%s, it is said once, rests on both, and is true', async (_title, items, sentence) => {
    const draft = await write(items)
    const own = draft.turns.filter(({ text }) => text.includes(sentence))
    expect(own).toHaveLength(1)
    expect(own[0]?.items).toEqual(expect.arrayContaining(items.map(({ id }) => id)))
    const { rundown } = assignmentOf(items)
    const context = { show, rundown, date: DAY, prompts: [], earlierEpisodes: [] }
    expect([...checkScript(draft, context).values()].flat()).toEqual([])
  })

  test.each([
    ['an outlet is not to be named', MILL.map(item => ({ ...item, cite: false }))],
    ['an outlet cannot be named', MILL.map(item => ({ ...item, outlet: `@${item.outlet}_v2` }))],
    ['they agree', MILL.map(item => ({ ...item, text: item.text.replace('1,500', '1,200') }))]
  ])('nothing is said of it where %s', async (_title, items) => {
    const { turns } = await write(items)
    const said = turns.map(({ text }) => text).join(' ')
    expect(said).not.toMatch(/puts the|gives the/)
    expect(said).toMatch(/1,[25]00 jobs/)
  })

  test('a number that is in neither report is not said', async () => {
    const { rundown, ...rest } = assignmentOf(MILL)
    const stories = rundown.stories.map(story => ({
      ...story,
      differences: [
        {
          what: 'jobs',
          values: MILL.map(({ id, outlet }, at) => ({ value: `${at + 3},777`, outlet, itemId: id }))
        }
      ]
    }))
    const draft = await writeScript({ ...rest, rundown: { ...rundown, stories } }, createBuiltinWriter())
    expect(draft.turns.map(({ text }) => text).join(' ')).not.toContain('777')
  })
})
