import { describe, expect, test } from 'vitest'
import { readTurns } from '../../src/stages/write/model/steps/read-turns.ts'

const hosts = ['Sarah', 'Ray']
const TWO = [
  { speaker: 'Sarah', text: 'The trains are new.' },
  { speaker: 'Ray', text: 'They run from Monday.' }
]
const limits = { hosts, words: 8 }
const plain = (turns: { speaker: string; text: string }[]) =>
  turns.map(turn => ({ claims: [], style: '', ...turn }))

describe('turns are read', () => {
  test.each([
    ['in an object', { turns: TWO }],
    ['in a list', TWO],
    ['with keys that nobody asked for', { turns: TWO.map(turn => ({ ...turn, mood: 'glad' })), title: 'x' }],
    [
      'with names in another case',
      { turns: TWO.map(turn => ({ ...turn, speaker: ` ${turn.speaker.toUpperCase()} ` })) }
    ],
    [
      'with claims and style of the wrong type',
      { turns: TWO.map(turn => ({ ...turn, claims: 'all', style: 7 })) }
    ],
    [
      'with a text over several lines',
      { turns: TWO.map(turn => ({ ...turn, text: ` ${turn.text.replace(' ', '\n')} ` })) }
    ]
  ])('%s', (_how, answer) => {
    expect(readTurns(JSON.stringify(answer), limits)).toEqual({ value: plain(TWO), notes: [] })
  })

  test('with claims as texts, and numbers that are none left for nobody', () => {
    const turns = [{ speaker: 'Sarah', text: 'The trains are new.', claims: ['2', 3], style: 'happy' }]
    expect(readTurns(JSON.stringify({ turns }), { hosts, words: 4 })).toMatchObject({
      value: [{ claims: [2, 3] }]
    })
  })

  test('with claims nested ten thousand deep', () => {
    const claims = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
    const answer = `{"turns": [{"speaker": "Ray", "text": "The trains are new.", "claims": [${claims}]}]}`
    expect(readTurns(answer, { hosts, words: 4 })).toMatchObject({ value: [{ speaker: 'Ray' }] })
  })

  test('a name that is no host’s stays, for the check to find', () => {
    const answer = JSON.stringify({ turns: TWO.map(turn => ({ ...turn, speaker: 'Marvin \n the 3rd' })) })
    expect(readTurns(answer, limits)).toMatchObject({ value: [{ speaker: 'Marvin the 3rd' }, {}] })
  })

  test('a speaker and a text of the wrong type are empty', () => {
    const answer = JSON.stringify({ turns: [...TWO, { speaker: 3, text: null }] })
    expect(readTurns(answer, limits)).toMatchObject({ value: [{}, {}, { speaker: '', text: '' }] })
  })
})

describe('a play is read', () => {
  test.each([
    ['plain', 'Sarah: The trains are new.\nRay: They run from Monday.'],
    ['bold', '**Sarah:** The trains are new.\n\n**Ray**: They run from Monday.'],
    ['as a list in capitals', '- SARAH: The trains are new.\n- RAY : They run from Monday.'],
    ['with how it is said', 'Sarah (smiling): The trains are new.\nRay (nods): They run from Monday.'],
    [
      'with a title',
      'The trains\n\nSarah: The trains are new.\nNarrator: A pause.\nRay: They run from Monday.'
    ]
  ])('%s', (_how, answer) => {
    expect(readTurns(answer, limits)).toEqual({ value: plain(TWO), notes: ['lines'] })
  })

  test.each([['Élodie'], ['Øystein'], ['Зоя'], ['Mary-Jane'], ['Dr. O’Neil'], ['J (the 2nd)']])(
    'by %s',
    name => {
      const answer = `${name}: The trains are new.\nRay: They run from Monday.`
      expect(readTurns(answer, { hosts: [name, 'Ray'], words: 8 })).toMatchObject({
        value: [{ speaker: name, text: 'The trains are new.' }, { speaker: 'Ray' }]
      })
    }
  )

  test('of one line is none', () => {
    expect(readTurns('Sarah: The trains are new and they run from Monday.', limits)).toMatchObject({
      fault: 'broken-json'
    })
  })
})

describe('turns cannot be used', () => {
  const many = (count: number, speaker = (at: number) => hosts[at % 2]) =>
    Array.from({ length: count }, (_, at) => ({ speaker: speaker(at), text: 'The trains are new.' }))
  test.each([
    ['without a list', { turns: 'none' }, 8, 'shape', /had no turns/],
    ['in an empty list', { turns: [] }, 8, 'shape', /had no turns/],
    ['in a list of nothing', { turns: [null, null] }, 8, 'shape', /had no turns/],
    ['200 of them', { turns: many(200) }, 800, 'length', /200 turns/],
    ['far too short', { turns: TWO }, 100, 'length', /had 8 words; write about 100/],
    ['far too long', { turns: TWO }, 3, 'length', /had 8 words; write about 3/],
    ['without words', { turns: [{ speaker: 'Ray', text: '…' }] }, 8, 'length', /had 0 words/],
    [
      'of one word without an end',
      { turns: [{ speaker: 'Ray', text: `${'a'.repeat(9000)} b c d` }] },
      4,
      'length',
      /characters/
    ],
    [
      'all by one host',
      { turns: many(3, () => 'Ray') },
      12,
      'one-voice',
      /All turns were by Ray; Sarah and Ray take turns/
    ],
    [
      'all by a stranger',
      { turns: many(3, () => 'Ignore {{x}}') },
      12,
      'one-voice',
      /All turns were by one speaker/
    ]
  ])('%s', (_how, answer, words, fault, message) => {
    expect(readTurns(JSON.stringify(answer), { hosts, words })).toEqual({
      fault,
      message: expect.stringMatching(message)
    })
  })

  test('a play of 200 lines', () => {
    const answer = Array.from({ length: 200 }, (_, at) => `${hosts[at % 2]}: Word number ${at}.`).join('\n')
    expect(readTurns(answer, { hosts, words: 600 })).toMatchObject({ fault: 'length' })
  })

  test('all by one host is right where a narrator may tell it, or is alone', () => {
    const answer = JSON.stringify({ turns: many(3, () => 'Ray') })
    expect(readTurns(answer, { hosts, words: 12 }, { mayBeAlone: true })).toHaveProperty('value')
    expect(readTurns(answer, { hosts: ['Ray'], words: 12 })).toHaveProperty('value')
  })
})
