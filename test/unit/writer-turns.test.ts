import { describe, expect, test } from 'vitest'
import { DISCLOSURES, DISCLOSURES_ALONE } from '../../src/stages/write/builtin/phrases/openings.ts'
import { formatNamed } from '../../src/stages/write/formats/formats.ts'
import { withoutHangingQuestion } from '../../src/stages/write/model/hanging-question.ts'
import { joinTurns } from '../../src/stages/write/model/join-turns.ts'
import { disclosesIn } from '../../src/stages/write/model/place-frame.ts'
import { turnsFor } from '../../src/stages/write/model/steps/dialogue.ts'
import type { Proposal } from '../../src/stages/write/model/studio.ts'

const always = (): boolean => true
const turn = (host: string, text: string, more: Partial<Proposal> = {}): Proposal => ({
  host,
  text,
  items: ['i1'],
  ...more
})
const shown = (turns: readonly Proposal[]): string[] => turns.map(({ host, text }) => `${host}: ${text}`)
const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ')

describe('turns in a row by one host', () => {
  test.each<[string, Proposal[], string[]]>([
    ['none', [], []],
    ['one', [turn('A', 'One.')], ['A: One.']],
    ['two by two', [turn('A', 'One.'), turn('B', 'Two.')], ['A: One.', 'B: Two.']],
    [
      'two by one',
      [turn('A', 'One.'), turn('A', 'Two.'), turn('B', 'Three.'), turn('B', 'Four.')],
      ['A: One. Two.', 'B: Three. Four.']
    ],
    ['a question and what follows', [turn('A', 'One?'), turn('A', 'Two.')], ['A: One?', 'A: Two.']],
    [
      'a quoted question',
      [turn('A', 'He said: "One?"'), turn('A', 'Two.')],
      ['A: He said: "One?"', 'A: Two.']
    ],
    ['two styles', [turn('A', 'One.', { style: 'happy' }), turn('A', 'Two.')], ['A: One.', 'A: Two.']],
    [
      'more than can be followed',
      [turn('A', words(60)), turn('A', words(30)), turn('A', 'one')],
      [`A: ${words(90)}`, 'A: one']
    ]
  ])('%s', (_what, turns, joined) => {
    expect(shown(joinTurns(turns, always))).toEqual(joined)
  })

  test('rest on the items of both', () => {
    const [both] = joinTurns([turn('A', 'One.'), turn('A', 'Two.', { items: ['i1', 'i2'] })], always)
    expect(both?.items).toEqual(['i1', 'i2'])
  })

  test('stay as they are where both together may not be heard', () => {
    const heard: string[] = []
    const turns = [turn('B', 'Zero.'), turn('A', 'One.'), turn('A', 'Two.')]
    const joined = joinTurns(turns, ({ text }, before) => {
      heard.push(`${text} after ${shown(before).join(' ')}`)
      return false
    })
    expect(joined).toEqual(turns)
    expect(heard).toEqual(['One. Two. after B: Zero.'])
  })
})

describe('a question that nobody answers', () => {
  test.each<[string[], string[]]>([
    [[], []],
    [['One.'], ['One.']],
    [['One.', 'Two?'], ['One.']],
    [['One. Two?'], ['One.']],
    [['One. "Two?"'], ['One.']],
    [['One.', 'Two? Three? Four?'], ['One.']],
    [['One? Two.'], ['One? Two.']],
    [['One?'], []]
  ])('%j: %j', (turns, left) => {
    expect(
      withoutHangingQuestion(
        turns.map(text => ({ text })),
        always
      ).map(({ text }) => text)
    ).toEqual(left)
  })

  test('goes with what stands before it, where that may not be heard alone', () => {
    const turns = [{ text: 'One.' }, { text: 'Hm. Two?' }]
    expect(withoutHangingQuestion(turns, ({ text }) => text !== 'Hm.')).toEqual([{ text: 'One.' }])
  })
})

describe('how the programme is made', () => {
  test.each([
    ...DISCLOSURES,
    ...DISCLOSURES_ALONE,
    'This programme is made by AI, and our voices are synthetic.',
    'As always, this podcast is produced with artificial intelligence, and the voices are synthetic.',
    "We're AI voices: everything you hear is generated.",
    'Our show is AI-generated.'
  ])('is said by "%s"', text => {
    expect(disclosesIn(`Hello. ${text}`)).toBeDefined()
  })

  test.each([
    'We begin with AI.',
    'Microsoft has made an AI model of its own.',
    'Nvidia makes chips for AI.',
    'Artificial intelligence is our first story.',
    'Our voices are tired.',
    'The maker of an AI voice was sued.'
  ])('is not said by "%s"', text => {
    expect(disclosesIn(`Hello. ${text}`)).toBeUndefined()
  })
})

describe('as many turns as hold the words', () => {
  test.each([
    ['narration', 140, 1, 2],
    ['narration', 100, 1, 1],
    ['narration', 10, 1, 1],
    ['brief', 46, 1, 2],
    ['brief', 60, 2, 2],
    ['brief', 10, 2, 2],
    ['conversation', 5000, 4, 16]
  ] as const)('%s, %i words, %i hosts: %i', (format, count, hosts, turns) => {
    expect(turnsFor(count, formatNamed(format), hosts)).toBe(turns)
  })
})
