import { describe, expect, test } from 'vitest'
import type { Script, Turn } from '../../src/domain/script.ts'
import { planTake, planTakes } from '../../src/stages/render/plan-take.ts'
import { toTake } from '../../src/stages/render/to-take.ts'

const turn = (text: string, host = 'Ada', id = 't01'): Turn => ({
  id,
  host,
  kind: 'detail',
  segment: 's1',
  text,
  items: []
})
const options = { speechName: 'tone-1' }
const keyOf = (text: string, more: object = {}, id = 'low') =>
  planTake(turn(text), id, { ...options, ...more }).sha256

describe('planTake', () => {
  test('has every sentence as printed and as said', () => {
    const { sentences } = planTake(turn('Prices rose 3%. Nobody was hurt.'), 'low', options)
    expect(sentences).toEqual([
      { text: 'Prices rose 3%.', spoken: 'Prices rose three percent.' },
      { text: 'Nobody was hurt.', spoken: 'Nobody was hurt.' }
    ])
  })

  test('the lexicon changes what is said, not what is printed', () => {
    const { sentences } = planTake(turn('They met in Kyiv.'), 'low', {
      ...options,
      lexicon: { Kyiv: 'Keeve' }
    })
    expect(sentences).toEqual([{ text: 'They met in Kyiv.', spoken: 'They met in Keeve.' }])
  })

  test('what sounds the same has the same address, whoever says it and however it is printed', () => {
    const other = planTake(turn('Prices rose three percent.', 'Ben', 't09'), 'low', options)
    expect(other.sha256).toBe(keyOf('Prices rose 3%.'))
    expect(other.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each([
    ['another word', keyOf('Prices fell 3%.')],
    ['another voice', keyOf('Prices rose 3%.', {}, 'high')],
    ['another model', keyOf('Prices rose 3%.', { speechName: 'tone-2' })],
    ['another speed', keyOf('Prices rose 3%.', { speed: 1.1 })],
    ['another pronunciation', keyOf('Prices rose 3%.', { lexicon: { rose: 'roze' } })],
    ['a sentence more', keyOf('Prices rose 3%. Yes.')]
  ])('%s has another address', (_title, sha256) => {
    expect(sha256).not.toBe(keyOf('Prices rose 3%.'))
  })

  test.each(['***', '— … —', '“”'])('%j is an error: there is nothing to say', text => {
    expect(() => planTake(turn(text), 'low', options)).toThrow(/turn t01 has nothing that can be said/)
  })
})

describe('planTakes', () => {
  const cast = new Map([
    ['Ada', 'low'],
    ['Ben', 'high']
  ])
  const script = (...turns: Turn[]): Script => ({
    inputHash: '',
    title: 'Monday',
    language: 'en',
    writer: 'builtin',
    segments: [{ id: 's1', kind: 'opening', title: 'Opening', story: null }],
    turns
  })
  test('gives each turn to the voice of its host, in order', () => {
    const turns = script(turn('Hello.', 'Ada', 't01'), turn('Good morning.', 'Ben', 't02'))
    const plans = planTakes(turns, cast, options)
    expect(plans.map(plan => [plan.turn, plan.host, plan.voice])).toEqual([
      ['t01', 'Ada', 'low'],
      ['t02', 'Ben', 'high']
    ])
  })

  test('a turn by nobody is an error with the hosts there are', () => {
    expect(() => planTakes(script(turn('Hello.', 'Zed')), cast, options)).toThrow(
      'turn t01 is said by "Zed", but the hosts are Ada and Ben'
    )
  })
})

describe('toTake', () => {
  const plan = planTake(turn('Prices rose 3%. Nobody was hurt.'), 'low', options)
  const info = {
    durationMs: 2300,
    sampleRateHz: 16_000,
    speechLevelDbfs: -18,
    spans: plan.sentences.map(({ spoken }, i) => ({
      text: spoken,
      startMs: i * 1300,
      endMs: i * 1300 + 1000
    }))
  }

  test('puts the times of what is heard to the sentences as printed', () => {
    const take = toTake(plan, info)
    expect(take).toMatchObject({
      turn: 't01',
      host: 'Ada',
      voice: 'low',
      sha256: plan.sha256,
      durationMs: 2300
    })
    expect(take.spans).toEqual([
      { text: 'Prices rose 3%.', startMs: 0, endMs: 1000 },
      { text: 'Nobody was hurt.', startMs: 1300, endMs: 2300 }
    ])
  })

  test('a take with another number of sentences is not this turn', () => {
    expect(() => toTake(plan, { ...info, spans: info.spans.slice(1) })).toThrow(/1 sentences, turn t01 has 2/)
  })
})
