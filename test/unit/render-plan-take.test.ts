import { describe, expect, test } from 'vitest'
import type { Script, Turn } from '../../src/domain/script.ts'
import { estimateSeconds } from '../../src/stages/render/estimate-seconds.ts'
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

  test.each([
    [
      'a mark for the sound, which is printed as its word',
      'In [Kyiv](/kˈiːɪv/) it rained.',
      ['In Kyiv it rained.']
    ],
    [
      'a mark with a full stop in it',
      'We met [Dr. No. Twice](/nˈoʊ. twˈaɪs/) there.',
      ['We met Dr. No. Twice there.']
    ],
    [
      'thoughts over several sentences',
      '<think>I should lie. Or not. Yes.</think>Rain fell.',
      ['Rain fell.']
    ],
    ['the label of the host', 'Ada: Rain fell. It was cold.', ['Rain fell.', 'It was cold.']],
    ['a stage direction', '[laughs] Rain fell. (whispering) It was cold.', ['Rain fell.', 'It was cold.']]
  ])('%s', (_title, text, printed) => {
    const plan = planTake(turn(text), 'low', { ...options, phonemes: true, speakers: ['Ada'] })
    expect(plan.sentences.map(sentence => sentence.text)).toEqual(printed)
    expect(plan.sentences.map(({ spoken }) => spoken).join(' ')).not.toMatch(/think|lie|laughs|whisper|Ada/)
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

  test('a plain turn has the address that it has always had', () => {
    expect(keyOf('Prices rose 3%.')).toBe('5ffc575b1b77bde00e1e1596765039dfcba97a30519a6ca2a0f36d5d7f81e23d')
  })

  test('a style and its intensity have addresses of their own; an intensity alone is nothing', () => {
    const styled = (more: Partial<Turn>) =>
      planTake({ ...turn('Prices rose 3%.'), ...more }, 'low', options).sha256
    const keys = [styled({}), styled({ style: 'sad' }), styled({ style: 'happy' })]
    expect(new Set([...keys, styled({ style: 'sad', intensity: 2 })]).size).toBe(4)
    expect(styled({ style: 'sad', intensity: 1 })).toBe(keys[1])
    expect(styled({ intensity: 2 })).toBe(keys[0])
  })

  test.each([
    [true, 'They met in [Kyiv](/kˈiːɪv/).'],
    [false, 'They met in Kyiv.']
  ])('where a model takes phonemes is %s, it is given %j', (phonemes, spoken) => {
    const text = 'They met in [Kyiv](/kˈiːɪv/).'
    expect(planTake(turn(text), 'low', { ...options, phonemes }).sentences).toEqual([
      { text: 'They met in Kyiv.', spoken }
    ])
  })

  test.each(['***', '— … —', '“”'])('%j is an error: there is nothing to say', text => {
    expect(() => planTake(turn(text), 'low', options)).toThrow(/turn t01 has nothing that can be said/)
  })
})

describe('estimateSeconds', () => {
  test('counts the words of a spoken text, not their phonemes', () => {
    const estimate = (spoken: string) => estimateSeconds([{ spoken }], { syllablesPerSecond: 4 })
    expect(estimate('They met in [Kyiv, Ukraine](/kˈiːɪv juːkɹˈeɪn/).')).toBe(
      estimate('They met in Kyiv, Ukraine.')
    )
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
  test('gives each turn to the voice of its host, in order', async () => {
    const turns = script(turn('Hello.', 'Ada', 't01'), turn('Good morning.', 'Ben', 't02'))
    const plans = await planTakes(turns, cast, options)
    expect(plans.map(plan => [plan.turn, plan.host, plan.voice])).toEqual([
      ['t01', 'Ada', 'low'],
      ['t02', 'Ben', 'high']
    ])
  })

  test('an hour of turns leaves the event loop its turns', async () => {
    let loops = 0
    const count = (): NodeJS.Immediate => setImmediate(() => (loops++, (counting = count())))
    let counting = count()
    const turns = Array.from({ length: 40 }, (_, i) => turn('Good morning.', 'Ada', `t${i + 10}`))
    await planTakes(script(...turns), cast, options)
    clearImmediate(counting)
    expect(loops).toBeGreaterThanOrEqual(40)
  })

  test('a turn by nobody is an error with the hosts there are', async () => {
    await expect(planTakes(script(turn('Hello.', 'Zed')), cast, options)).rejects.toThrow(
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
