import { describe, expect, test } from 'vitest'
import type { WriterModel, WritingStep } from '../../src/domain/writer.ts'
import { createLedger } from '../../src/stages/write/model/ledger.ts'
import type { Seat } from '../../src/stages/write/model/player.ts'
import { createRoute, type Ask, type Asking } from '../../src/stages/write/model/route.ts'
import type { LanguageModel } from '../../src/stages/write/ports.ts'
import {
  failing,
  scriptedModel,
  seatOf,
  type Said,
  type ScriptedModel
} from '../helpers/language-model-doubles.ts'

interface ModelReport {
  calls: number
  promptTokens: number
  answerTokens: number
  dollars: number
  faults: Record<string, number>
  notes: Record<string, number>
  gaveWay: string | null
}

function open(seats: readonly Seat[], signal = new AbortController().signal) {
  const ledger = createLedger()
  const route = createRoute(seats, ledger, signal)
  const reports = () => ledger.account().models as Record<string, ModelReport>
  return { ledger, route, reports }
}

/** Asks for a word; "bad" is no answer that can be used. */
const asking = (
  step: WritingStep = 'digest',
  question: (asking: Asking) => string = ({ reason }) => `Say a word. ${reason}`
): Ask<string> => ({
  step,
  seed: `seed of ${step}`,
  question: asked => ({ system: 's', prompt: question(asked), schema: {}, mostTokens: 50 }),
  read: text => (text === 'bad' ? { fault: 'shape', message: 'Say a good word.' } : { value: text })
})

const named = (name: string, ...said: Said[]): ScriptedModel =>
  scriptedModel((_, nth) => said[Math.min(nth, said.length - 1)], { name })

describe('a question goes', () => {
  test('to the first model that may answer it', async () => {
    const [one, two] = [named('one', 'a'), named('two', 'b')]
    const { route, ledger } = open([seatOf(one), seatOf(two)])
    expect(await route.ask(asking())).toEqual({ value: 'a', by: 'one' })
    expect(two.asked).toEqual([])
    expect(ledger.account().steps).toEqual({ digest: { one: 1 } })
  })

  test('by its step', async () => {
    const [one, two] = [named('one', 'a'), named('two', 'b')]
    const { route } = open([
      seatOf(one, { steps: ['dialogue'] }),
      seatOf(two, { steps: ['digest', 'repair'] })
    ])
    expect(await route.ask(asking('digest'))).toEqual({ value: 'b', by: 'two' })
    expect(await route.ask(asking('dialogue'))).toEqual({ value: 'a', by: 'one' })
    expect(await route.ask(asking('frame'))).toBeNull()
    expect((['digest', 'line-up', 'dialogue', 'frame', 'repair'] as const).filter(route.has)).toEqual([
      'digest',
      'dialogue',
      'repair'
    ])
  })

  test('nowhere without models', async () => {
    expect(await open([]).route.ask(asking())).toBeNull()
  })

  test('again with what was wrong and another seed, and then to the next', async () => {
    const [one, two] = [named('one', 'bad'), named('two', 'b')]
    const { route, reports } = open([seatOf(one), seatOf(two)])
    expect(await route.ask(asking())).toEqual({ value: 'b', by: 'two' })
    expect(one.asked.map(({ prompt }) => prompt)).toEqual(['Say a word. ', 'Say a word. Say a good word.'])
    expect(two.asked.map(({ prompt }) => prompt)).toEqual(['Say a word. '])
    expect(new Set(one.asked.map(({ seed }) => seed)).size).toBe(2)
    expect(reports().one).toMatchObject({ calls: 2, faults: { shape: 2 } })
  })

  test('with the same seed on the same day', async () => {
    const seeds = []
    for (const model of [named('one', 'bad'), named('two', 'bad')]) {
      await open([seatOf(model)]).route.ask(asking())
      seeds.push(model.asked.map(({ seed }) => seed))
    }
    expect(seeds[0]).toEqual(seeds[1])
    expect(seeds.flat().every(seed => Number.isInteger(seed) && seed >= 0)).toBe(true)
  })
})

describe('a model that fails', () => {
  test.each([
    ['rejected', 1, 'it failed: rejected'],
    ['unreachable', 2, 'it failed: unreachable'],
    ['rate-limit', 2, 'it failed: rate-limit'],
    ['server-error', 2, 'it failed: server-error'],
    ['timeout', 2, 'it failed: timeout']
  ] as const)('with %s gives way after %i calls', async (fault, calls, gaveWay) => {
    const model = named('one', failing(fault))
    const { route, reports } = open([seatOf(model)])
    for (let at = 0; at < 4; at++) expect(await route.ask(asking())).toBeNull()
    expect(model.asked).toHaveLength(calls)
    expect(route.has('digest')).toBe(false)
    expect(reports().one).toMatchObject({ faults: { [fault]: calls }, gaveWay })
  })

  test.each(['cut-off', 'refusal', 'empty', 'unreadable'] as const)(
    'with %s is asked three questions, each twice',
    async fault => {
      const model = named('one', failing(fault))
      const { route, reports } = open([seatOf(model)])
      for (let at = 0; at < 5; at++) expect(await route.ask(asking())).toBeNull()
      expect(model.asked).toHaveLength(6)
      expect(reports().one?.gaveWay).toMatch(/3 questions in a row \(digest\)/)
    }
  )

  test('at one step only is asked for the others', async () => {
    const model = scriptedModel(({ step }) => (step === 'dialogue' ? 'bad' : 'good'))
    const { route } = open([seatOf(model)])
    for (let at = 0; at < 5; at++) {
      expect(await route.ask(asking('digest'))).not.toBeNull()
      expect(await route.ask(asking('dialogue'))).toBeNull()
    }
    expect(model.asked.filter(({ step }) => step === 'dialogue')).toHaveLength(6)
    expect(route.has('dialogue')).toBe(false)
    expect(route.has('digest')).toBe(true)
  })

  test('now and then is asked on', async () => {
    const model = scriptedModel((_, nth) => (nth % 4 < 2 ? 'bad' : 'good'))
    const { route, reports } = open([seatOf(model)])
    for (let at = 0; at < 9; at++) await route.ask(asking())
    expect(route.has('digest')).toBe(true)
    expect(reports().scripted?.gaveWay).toBeNull()
  })

  test('with an error that is none of its own counts as a server that failed', async () => {
    const { route, reports } = open([seatOf(named('one', new TypeError('oops')))])
    await route.ask(asking())
    expect(reports().one).toMatchObject({ faults: { 'server-error': 2 }, gaveWay: 'oops' })
  })

  test('to open gives way at once, under the name of its seat', async () => {
    const seat: Seat = {
      wish: { model: 'gguf:/home/ada/one.gguf' },
      name: 'one',
      open: () => Promise.reject(new Error('there is no such file'))
    }
    const { route, reports } = open([seat, seatOf(named('two', 'b'))])
    expect(await route.ask(asking())).toEqual({ value: 'b', by: 'two' })
    expect(await route.ask(asking())).toEqual({ value: 'b', by: 'two' })
    expect(reports().one).toMatchObject({ faults: { unusable: 1 }, gaveWay: 'there is no such file' })
    expect(JSON.stringify(reports())).not.toContain('/home')
  })

  test.each([
    [[false, false], false],
    [[false, true, false], true],
    [[true, false, false], false]
  ])('the checks of its stories as in %j: asked on: %s', async (passed, asked) => {
    const { route, reports } = open([seatOf(named('one', 'a'))])
    await route.ask(asking('dialogue'))
    for (const each of passed) route.judge('one', each)
    expect(route.has('dialogue')).toBe(asked)
    expect(reports().one?.gaveWay ?? null).toBe(asked ? null : '2 stories in a row failed the checks')
  })

  test('is judged where it has the dialogue, though its name stands twice', async () => {
    const model = named('one', 'a')
    const { route } = open([seatOf(model, { steps: ['digest'] }), seatOf(model, { steps: ['dialogue'] })])
    await route.ask(asking('digest'))
    await route.ask(asking('dialogue'))
    for (const passed of [false, false]) route.judge('one', passed)
    expect([route.has('digest'), route.has('dialogue')]).toEqual([true, false])
  })

  test('nobody knows is judged by nobody', () => {
    expect(() => open([]).route.judge('one', false)).not.toThrow()
  })
})

describe('a question that is too long', () => {
  const sized = asking('digest', ({ share }) => 'word '.repeat(share * 400))

  test('is asked again with less in it, which is no try', async () => {
    const model = scriptedModel(({ prompt }) => (prompt.length > 600 ? failing('too-long') : 'good'))
    const { route, reports } = open([seatOf(model)])
    expect(await route.ask(sized)).toMatchObject({ value: 'good' })
    expect(model.asked.map(({ prompt }) => prompt.length)).toEqual([2000, 1000, 500])
    expect(reports().scripted).toMatchObject({ faults: { 'too-long': 2 }, calls: 1 })
  })

  test('is asked no more where nothing is short enough', async () => {
    const model = scriptedModel(() => failing('too-long'))
    const { route } = open([seatOf(model), seatOf(named('two', 'b'))])
    expect(await route.ask(sized)).toEqual({ value: 'b', by: 'two' })
    expect(model.asked).toHaveLength(3)
  })

  test('keeps what fitted when it is asked again for another reason', async () => {
    const model = scriptedModel(({ prompt }, nth) =>
      prompt.length > 1200 ? failing('too-long') : nth === 1 ? 'bad' : 'good'
    )
    expect(await open([seatOf(model)]).route.ask(sized)).toMatchObject({ value: 'good' })
    expect(model.asked.map(({ prompt }) => prompt.length)).toEqual([2000, 1000, 1000])
  })

  test.each([
    [null, 2000],
    [4096, 2000],
    [400, 1000],
    [200, 500],
    [20, 500]
  ])('for a context of %s tokens has %i characters at once', async (contextTokens, characters) => {
    const model = scriptedModel(() => 'good', { contextTokens })
    await open([seatOf(model)]).route.ask(sized)
    expect(model.asked.map(({ prompt }) => prompt.length)).toEqual([characters])
  })
})

describe('a budget is kept', () => {
  const ask = asking('digest', () => 'x'.repeat(400 - 1))
  const price = { prompt: 10, answer: 20 }

  test.each<[Partial<WriterModel>, number]>([
    [{}, 6],
    [{ tokens: 149 }, 0],
    [{ tokens: 150 }, 1],
    [{ tokens: 299 }, 1],
    [{ tokens: 300 }, 2],
    [{ dollars: 0.001 }, 6],
    [{ dollars: 0.001, price }, 0],
    [{ dollars: 0.002, price }, 1],
    [{ dollars: 0.0041, price }, 2],
    [{ tokens: 10_000, dollars: 0.0041, price }, 2]
  ])('%j: %i questions', async (wish, questions) => {
    const model = named('one', 'good')
    const { route, reports } = open([seatOf(model, wish), seatOf(named('two', 'b'))])
    for (let at = 0; at < 6; at++) expect(await route.ask(ask)).not.toBeNull()
    expect(model.asked).toHaveLength(questions)
    const { promptTokens = 0, answerTokens = 0, dollars = 0, gaveWay = null } = reports().one ?? {}
    expect(promptTokens + answerTokens).toBeLessThanOrEqual(wish.tokens ?? Infinity)
    if (wish.price !== undefined) expect(dollars).toBeLessThanOrEqual(wish.dollars ?? Infinity)
    expect(gaveWay === null).toBe(questions === 6)
    if (questions < 6) expect(gaveWay).toMatch(/^its budget of .* is used up/)
  })

  test.each([
    ['timeout', 100],
    ['cut-off', 100],
    ['refusal', 100],
    ['unreachable', 0],
    ['rate-limit', 0],
    ['too-long', 0]
  ] as const)('a call that fails with %s counts as %i tokens', async (fault, tokens) => {
    const model = scriptedModel((_, nth) => (nth === 0 ? failing(fault) : 'good'), {
      promptTokens: 7,
      answerTokens: 3
    })
    const { route, reports } = open([seatOf(model, { price })])
    await route.ask(ask)
    expect(reports().scripted?.promptTokens).toBe(7 + tokens)
    expect(reports().scripted?.dollars).toBeCloseTo((70 + 60 + tokens * 10) / 1e6)
    expect(reports().scripted?.calls).toBe(tokens === 0 ? 1 : 2)
  })

  test('of each seat by itself, though both have one name', async () => {
    const model = named('one', 'good')
    const { route } = open([
      seatOf(model, { steps: ['digest'], tokens: 150 }),
      seatOf(model, { steps: ['dialogue'], tokens: 150 })
    ])
    expect(await route.ask(ask)).not.toBeNull()
    expect(await route.ask({ ...ask, step: 'dialogue' })).not.toBeNull()
    expect(await route.ask({ ...ask, step: 'dialogue' })).toBeNull()
  })
})

const never = new Promise<never>(() => {})

describe('time is kept, though a model hears of no signal', () => {
  const silent: LanguageModel = { ...named('silent', ''), answer: () => never }

  test('while it answers', async () => {
    const { route, reports } = open([seatOf(silent, { seconds: 0.02 }), seatOf(named('two', 'b'))])
    expect(await route.ask(asking())).toEqual({ value: 'b', by: 'two' })
    expect(reports().silent).toMatchObject({ faults: { timeout: 2 }, gaveWay: 'no answer within 0.02 s' })
  })

  test('while it is opened', async () => {
    const seat: Seat = { wish: { model: 'slow', seconds: 0.02 }, open: () => never }
    const { route, reports } = open([seat, seatOf(named('two', 'b'))])
    expect(await route.ask(asking())).toEqual({ value: 'b', by: 'two' })
    expect(reports().slow).toMatchObject({ gaveWay: 'not ready within 0.02 s' })
  })

  test('and whoever opens is told when it is over', async () => {
    let heard: AbortSignal | undefined
    const seat: Seat = {
      wish: { model: 'slow', seconds: 0.02 },
      open({ signal }) {
        heard = signal
        return never
      }
    }
    await open([seat]).route.ask(asking())
    expect(heard?.aborted).toBe(true)
  })
})

describe('an abort is passed on at once', () => {
  const reason = new Error('the process is ending')

  test.each([
    ['before a model is opened', true],
    ['while a model is opened', false]
  ])('%s', async (_when, before) => {
    const stop = new AbortController()
    const { route, reports } = open([{ wish: { model: 'slow' }, open: () => never }], stop.signal)
    if (before) stop.abort(reason)
    const asked = route.ask(asking())
    stop.abort(reason)
    await expect(asked).rejects.toBe(reason)
    expect(reports()).toEqual({})
  })

  test('while it answers, and no other is asked', async () => {
    const stop = new AbortController()
    const two = named('two', 'b')
    const model = { ...named('one', ''), answer: () => (stop.abort(reason), never) }
    await expect(open([seatOf(model), seatOf(two)], stop.signal).route.ask(asking())).rejects.toBe(reason)
    expect(two.asked).toEqual([])
  })
})

describe('the account', () => {
  test('has shares, what was caught, and its first sixty', () => {
    const ledger = createLedger()
    ledger.turn('passed')
    ledger.turn('passed')
    ledger.turn('repaired')
    ledger.turn('replaced', 2)
    ledger.caught(
      Array.from({ length: 70 }, () => ({ kind: 'number' as const, text: '7', message: 'm'.repeat(5000) })),
      'here'
    )
    const account = ledger.account() as { caught: { message: string }[] } & Record<string, unknown>
    expect(account).toMatchObject({
      turns: { proposed: 5, passed: 2, repaired: 1, replaced: 2, passedShare: 0.4 },
      faults: { number: 70 }
    })
    expect(account.caught).toHaveLength(60)
    expect(account.caught[0]?.message.length).toBeLessThan(500)
  })

  test('of nothing has no shares', () => {
    expect(createLedger().account()).toMatchObject({ models: {}, turns: { proposed: 0, passedShare: null } })
  })

  test('has what a model tells of itself beside what was counted', () => {
    const ledger = createLedger()
    ledger.answered('one', { text: '', promptTokens: 30, answerTokens: 20, seconds: 4, ended: true }, 0.5)
    ledger.facts('one', { peakMemoryMb: 700, calls: 99, promptTokens: 1 })
    expect(ledger.account().models).toMatchObject({
      one: { calls: 1, promptTokens: 30, tokensPerSecond: 5, dollars: 0.5, peakMemoryMb: 700 }
    })
  })

  test('says every reason for which a model gave way', () => {
    const ledger = createLedger()
    ledger.gaveWay('one', 'slow')
    ledger.gaveWay('one', 'wrong')
    expect(ledger.account().models).toMatchObject({ one: { gaveWay: 'slow; wrong' } })
  })
})
