import { describe, expect, test } from 'vitest'
import { hashOf } from '../../src/domain/hash.ts'
import { scriptSchema } from '../../src/domain/script.ts'
import { applyCorrection } from '../../src/stages/render/apply-correction.ts'
import { correctLength } from '../../src/stages/render/correct-length.ts'
import { createTakeEstimate } from '../../src/stages/render/estimate-from-takes.ts'
import { reportLength } from '../../src/stages/render/report-length.ts'
import { exampleLength } from '../helpers/length-example.ts'

type Stories = Parameters<typeof exampleLength>[0]

const correct = (askedSeconds: number, stories: Stories) =>
  correctLength({ ...exampleLength(stories), askedSeconds })

/** Opening and close take 20 seconds. */
const two: Stories = [
  { said: ['A20', 'B20', 'A20', 'B20'], spare: ['A10', 'B10'] },
  { said: ['A30', 'B10'], spare: ['A15'] }
]

describe('a length within 5 %', () => {
  test.each([
    ['is as asked', 140],
    ['is 5 % too long, at the border', 140 / 1.05],
    ['is 5 % too short, at the border', 140 / 0.95]
  ])('stays where it %s', (_title, asked) => {
    expect(correct(asked, two)).toBeNull()
  })

  test.each([
    ['dropped', 140 / 1.06, { dropped: ['t08'], added: [] }],
    ['added', 140 / 0.93, { dropped: [], added: ['t90'] }]
  ])('is left where it is a little beyond the border: one is %s', (_title, asked, expected) => {
    expect(correct(asked, two)).toEqual(expected)
  })
})

describe('too long', () => {
  test.each<[string, number, Stories, string[] | null]>([
    ['an even number of turns goes, so that the hosts still take turns', 100, two, ['t05', 't06']],
    [
      'the story with most turns gives first',
      140,
      [{ said: ['A20', 'B20', 'A20'] }, { said: ['B20', 'A20', 'B20', 'A20', 'B20'] }],
      ['t09', 't10']
    ],
    [
      'an answer goes with its question',
      100,
      [{ said: ['A20', 'B20', 'A20?', 'B20'] }, { said: ['A20', 'B20'] }],
      ['t05', 't06']
    ],
    ['an answer to the lead stays, whatever the length', 60, [{ said: ['A40?', 'B40'] }], null],
    [
      'a lead, a welcome, a line-up and a close stay, and a story is never empty',
      50,
      [{ said: ['A30'] }, { said: ['B30'] }],
      null
    ],
    ['of one story, all but its first turn', 45, [{ said: ['A30', 'B20', 'A20'] }], ['t04', 't05']],
    [
      'a hand-over to the next story is kept where another turn does as well',
      120,
      [{ said: ['A20', 'B20', 'A20>B'] }, { said: ['B20', 'A20', 'B20'] }],
      ['t08']
    ],
    [
      'the only turn from an outlet stays, as the close counts the sources',
      100,
      [{ said: ['A30', 'B20', 'A20'], items: { 2: 'another outlet' } }],
      null
    ],
    [
      'it may go where another story has that outlet',
      80,
      [
        { said: ['A30', 'B20', 'A20'], items: { 2: 'another outlet' } },
        { said: ['B10'], items: { 0: 'another outlet' } }
      ],
      ['t05']
    ]
  ])('%s', (_title, asked, stories, dropped) => {
    expect(correct(asked, stories)).toEqual(dropped === null ? null : { dropped, added: [] })
  })

  test('of two stories that tell from an outlet in their details, one goes on telling from it', () => {
    const stories: Stories = [
      { said: ['A30', 'B20', 'A20'], items: { 1: 'another outlet', 2: 'another outlet' } },
      { said: ['B30', 'A20', 'B20'], items: { 2: 'another outlet' } }
    ]
    expect(correct(100, stories)).toEqual({ dropped: ['t05', 't07', 't08'], added: [] })
  })

  test('where no turn is short enough, a shorter one comes in for it', () => {
    const stories: Stories = [{ said: ['A40', 'B25'] }, { said: ['A30'], spare: ['B15'] }]
    expect(correct(105, stories)).toEqual({ dropped: ['t04'], added: ['t90'] })
  })

  test('where it cannot be had, what comes nearest', () => {
    expect(correct(60, [{ said: ['A60', 'B15', 'A15'] }])).toEqual({ dropped: ['t04', 't05'], added: [] })
  })

  test('an episode of an hour with thirty stories is as near as one of a minute', () => {
    const stories = Array.from({ length: 30 }, (_, i) => ({
      said: ['A31', 'B29', 'A33', 'B27', 'A17'].slice(0, 3 + (i % 3))
    }))
    const { gotSeconds, ...example } = exampleLength(stories)
    const correction = correctLength({ ...example, gotSeconds, askedSeconds: gotSeconds / 1.2 })
    const dropped = correction?.dropped.reduce((sum, id) => sum + example.secondsOf(id), 0) ?? 0
    expect((gotSeconds - dropped) / (gotSeconds / 1.2)).toBeCloseTo(1, 1)
  })
})

describe('too short', () => {
  test.each<[string, number, Stories, string[] | null]>([
    ['nothing is prepared', 200, [{ said: ['A20', 'B20'] }], null],
    ['the two of one story bring it nearest, and the hosts take turns', 160, two, ['t90', 't91']],
    [
      'the second of a story comes only after the first',
      165,
      [{ said: ['A60', 'B60'], spare: ['A5', 'B20'] }],
      ['t90', 't91']
    ],
    ['everything, where that is not enough', 300, two, ['t90', 't91', 't92']],
    ['what would make it worse is not added', 66, [{ said: ['A20', 'B20'], spare: ['A40'] }], null],
    [
      'nothing goes between a question and what follows',
      90,
      [{ said: ['A20', 'B20?'], spare: ['A20'] }],
      null
    ],
    [
      'nothing goes after a spare turn that asks or hands over, nor does that turn',
      105,
      [
        { said: ['A20', 'B20'], spare: ['A5', 'B10?', 'A20'] },
        { said: ['A20', 'B5'], spare: ['A10>B', 'B10'] }
      ],
      ['t90']
    ],
    [
      'nothing goes after a hand-over',
      120,
      [
        { said: ['A20', 'B20>A'], spare: ['A20'] },
        { said: ['A20', 'B20'], spare: ['A20'] }
      ],
      ['t91']
    ]
  ])('%s', (_title, asked, stories, added) => {
    expect(correct(asked, stories)).toEqual(added === null ? null : { dropped: [], added })
  })
})

describe('a correction that is made', () => {
  const { script } = exampleLength(two)

  test('adds turns at the end of their segments, and counts as written', () => {
    const corrected = applyCorrection(script, { dropped: [], added: ['t90', 't92'] })
    expect(corrected.turns.map(({ id }) => id)).toEqual([
      't01',
      't02',
      't03',
      't04',
      't05',
      't06',
      't90',
      't07',
      't08',
      't92',
      't09',
      't10'
    ])
    expect(corrected.spare?.map(({ id }) => id)).toEqual(['t91'])
    expect(corrected.written).toBe(hashOf(corrected.turns))
    expect(scriptSchema.parse(corrected).corrected).toEqual({ dropped: [], added: ['t90', 't92'] })
  })

  test('keeps what it drops among the spare turns', () => {
    const corrected = applyCorrection(script, { dropped: ['t05', 't06'], added: [] })
    expect(corrected.turns.map(({ id }) => id)).toEqual([
      't01',
      't02',
      't03',
      't04',
      't07',
      't08',
      't09',
      't10'
    ])
    expect(corrected.spare?.map(({ id }) => id)).toEqual(['t05', 't06', 't90', 't91', 't92'])
  })
})

describe('the report of a length', () => {
  const { script } = exampleLength(two)
  const bare = exampleLength([{ said: ['A20', 'B20'] }]).script
  const once = { dropped: ['t05'], added: [] }
  const edited = { ...script, turns: script.turns.slice(0, -1) }

  test.each([
    ['within 5 %', script, 102, undefined],
    ['with nothing left to tell', bare, 80, /the feeds have no more that may be told/],
    ['where what is prepared does not help', script, 80, /were prepared do not bring it nearer$/],
    [
      'where it was corrected once',
      { ...script, corrected: once },
      80,
      /nearer, and a script is corrected once only/
    ],
    ['where nothing can go', bare, 120, /no more turns can be left out without breaking a story$/],
    ['of an edited script', edited, 120, /edited by hand and stays/],
    [
      'of a script that does not say',
      { ...script, written: undefined },
      120,
      /does not say how it was written/
    ]
  ])('gives a reason %s', (_title, script, gotSeconds, reason) => {
    const report = reportLength(script, { askedSeconds: 100, gotSeconds })
    expect(report).toMatchObject({ askedSeconds: 100, gotSeconds, share: gotSeconds / 100 })
    expect(report.corrected).toEqual(script.corrected ?? null)
    if (reason === undefined) expect(report).not.toHaveProperty('reason')
    else expect(report.reason).toMatch(reason)
  })
})

test('a turn is estimated by the takes that its voice has, else by all', () => {
  const sentences = [{ text: 'One two three.', spoken: 'One two three.' }]
  const plan = (turn: string, voice: string) => ({ turn, voice, sentences })
  const estimate = createTakeEstimate(
    [plan('t01', 'a'), plan('t02', 'b')],
    [
      { turn: 't01', durationMs: 2000 },
      { turn: 't02', durationMs: 4000 }
    ]
  )
  expect(['a', 'b', 'c'].map(voice => estimate({ voice, sentences }))).toEqual([2, 4, 3])
})
