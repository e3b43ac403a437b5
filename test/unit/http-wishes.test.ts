import { describe, expect, test } from 'vitest'
import { createHostTurns } from '../../src/adapters/http/host-turns.ts'
import { nextMove } from '../../src/adapters/http/next-move.ts'
import { pauseAfterFailures, planAsk } from '../../src/adapters/http/plan-ask.ts'
import { buildUserAgent } from '../../src/adapters/http/request-headers.ts'
import { freshForMs, retryAfterMs } from '../../src/adapters/http/server-wishes.ts'
import { httpEntry } from '../contracts/http-cache.ts'
import { createGate } from '../helpers/create-gate.ts'

const now = new Date('2026-11-22T06:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('Retry-After', () => {
  test.each([
    ['120', 2 * MINUTE],
    ['0', 0],
    ['999999999999', 24 * HOUR],
    ['Sun, 22 Nov 2026 06:30:00 GMT', 30 * MINUTE],
    ['Sun, 22 Nov 2020 06:30:00 GMT', 0],
    ['Tue, 22 Nov 2044 06:30:00 GMT', 24 * HOUR],
    ['-5', null],
    ['soon', null],
    ['', null],
    [null, null]
  ])('%j asks for %j ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms)
  })
})

describe('how long an answer is fresh', () => {
  test.each([
    [{}, 0],
    [{ 'cache-control': 'public, max-age=600' }, 10 * MINUTE],
    [{ 'cache-control': 'Max-Age = "600"' }, 10 * MINUTE],
    [{ 'cache-control': 'max-age=600', age: '540' }, MINUTE],
    [{ 'cache-control': 'max-age=600', age: '900' }, 0],
    [{ 'cache-control': 's-maxage=600' }, 0],
    [{ 'cache-control': 'max-age=31536000, immutable' }, 6 * HOUR],
    [{ 'cache-control': 'max-age=600, no-cache' }, 0],
    [{ 'cache-control': 'no-store' }, 0],
    [{ 'cache-control': 'max-age=junk' }, 0],
    [{ expires: 'Sun, 22 Nov 2026 07:00:00 GMT' }, HOUR],
    [{ expires: 'Sun, 22 Nov 2026 07:00:00 GMT', date: 'Sun, 22 Nov 2026 06:50:00 GMT' }, 10 * MINUTE],
    [{ expires: 'Sun, 22 Nov 2026 07:00:00 GMT', 'cache-control': 'max-age=60' }, MINUTE],
    [{ expires: '0' }, 0],
    [{ expires: '-1' }, 0]
  ])('%j: %j ms', (headers, ms) => {
    expect(freshForMs(headers, now)).toBe(ms)
  })
})

describe('a feed', () => {
  const failing = {
    failures: 4,
    lastFailedAt: '2026-11-22T05:00:00.000Z',
    askedAt: '2026-11-22T05:00:00.000Z'
  }

  test('that was never asked is asked', () => {
    expect(planAsk(null, now, false)).toEqual({ ask: true })
  })

  test.each([false, true])('whose server wants to be left alone is left alone (by hand: %s)', isByHand => {
    const entry = httpEntry({ askedAt: '2026-11-22T05:57:00.000Z', notBefore: '2026-11-22T06:15:00.000Z' })
    const reason = 'asked 3 minutes ago; not before 06:15 UTC'
    expect(planAsk(entry, now, isByHand)).toEqual({ ask: false, because: 'wish', reason })
  })

  test('is told the day where that is another one', () => {
    const entry = httpEntry({ askedAt: '2026-11-22T05:59:00.000Z', notBefore: '2026-11-23T01:00:00.000Z' })
    expect(planAsk(entry, now, false)).toMatchObject({
      reason: 'asked 1 minute ago; not before 2026-11-23 01:00 UTC'
    })
  })

  test('that failed often is left alone by a schedule', () => {
    expect(planAsk(httpEntry(failing), now, false)).toEqual({
      ask: false,
      because: 'failures',
      reason: 'it failed 4 times in a row, asked 60 minutes ago; not before 07:00 UTC'
    })
  })

  test('that failed often is asked for a person who waits', () => {
    expect(planAsk(httpEntry(failing), now, true)).toEqual({ ask: true })
  })

  test('a page that failed often is asked', () => {
    expect(planAsk(httpEntry({ ...failing, kind: 'page' }), now, false)).toEqual({ ask: true })
  })

  test.each([
    [0, 0],
    [2, 0],
    [3, 1],
    [4, 2],
    [7, 16],
    [8, 23],
    [5000, 23]
  ])('is left alone after %i failures in a row for %i hours', (failures, hours) => {
    expect(pauseAfterFailures(failures)).toBe(hours * HOUR)
  })
})

describe('a permanent redirect', () => {
  const TO = 'https://new.example/feed'
  const seenOn = (dates: string[], was: string | null = null, to = TO) => {
    let state: ReturnType<typeof nextMove> = { move: null, movedTo: was }
    for (const date of dates) state = nextMove(state.move, state.movedTo, to, new Date(date))
    return state
  }

  test('is believed when it was seen on three days', () => {
    expect(seenOn(['2026-11-20', '2026-11-21']).movedTo).toBeNull()
    expect(seenOn(['2026-11-20', '2026-11-21', '2026-11-22'])).toEqual({ move: null, movedTo: TO })
  })

  test('is believed when it was seen ten times', () => {
    const day = Array.from({ length: 9 }, () => '2026-11-22')
    expect(seenOn(day).movedTo).toBeNull()
    expect(seenOn([...day, '2026-11-22']).movedTo).toBe(TO)
  })

  test('counts anew when it leads elsewhere', () => {
    const before = seenOn(['2026-11-20', '2026-11-21'])
    const { move } = nextMove(before.move, null, 'https://other.example/', now)
    expect(move).toEqual({ to: 'https://other.example/', sightings: 1, days: ['2026-11-22'] })
  })

  test('is forgotten when the old address answers itself', () => {
    expect(nextMove(seenOn(['2026-11-20']).move, null, null, now)).toEqual({ move: null, movedTo: null })
  })

  test('stays remembered while the new address answers, and may move again', () => {
    expect(nextMove(null, TO, null, now).movedTo).toBe(TO)
    const again = seenOn(['2026-11-20', '2026-11-21', '2026-11-22'], TO, 'https://newer.example/')
    expect(again.movedTo).toBe('https://newer.example/')
  })
})

describe('turns at a host', () => {
  function clock() {
    const slept: number[] = []
    let ms = 0
    const sleep = (waitMs: number) => {
      slept.push(waitMs)
      ms += waitMs
      return Promise.resolve()
    }
    return { slept, nowMs: () => ms, sleep, pass: (by: number) => (ms += by) }
  }

  test('come one at a time, in the order asked, whatever becomes of the one before', async () => {
    const turns = createHostTurns(clock())
    const log: string[] = []
    const [first, second] = [createGate(), createGate()]
    const work = (name: string, until: Promise<unknown>) =>
      turns.run('a', { pauseMs: 0 }, async () => {
        log.push(`${name} begins`)
        await until
        log.push(`${name} ends`)
        if (name === 'one') throw new Error('failed')
      })
    const all = Promise.allSettled([work('one', first.passed), work('two', second.passed)])
    second.open()
    await turns.run('b', { pauseMs: 0 }, () => Promise.resolve(log.push('another host')))
    first.open()
    await all
    expect(log).toEqual(['one begins', 'another host', 'one ends', 'two begins', 'two ends'])
  })

  test('are as far apart as asked, counted from the end of the one before', async () => {
    const time = clock()
    const turns = createHostTurns(time)
    const work = () => Promise.resolve(time.pass(300))
    await turns.run('a', { pauseMs: 1000 }, work)
    await turns.run('a', { pauseMs: 1000 }, work)
    time.pass(400)
    await turns.run('a', { pauseMs: 1000 }, work)
    time.pass(5000)
    await turns.run('a', { pauseMs: 1000 }, work)
    expect(time.slept).toEqual([1000, 600])
  })

  test('who gives up waiting lets nobody through too early', async () => {
    const turns = createHostTurns(clock())
    const gate = createGate()
    const controller = new AbortController()
    const log: string[] = []
    const first = turns.run('a', { pauseMs: 0 }, async () => {
      await gate.passed
      log.push('first')
    })
    const second = turns.run('a', { pauseMs: 0, signal: controller.signal }, () => Promise.resolve())
    const third = turns.run('a', { pauseMs: 0 }, () => Promise.resolve(log.push('third')))
    controller.abort(new Error('shutting down'))
    await expect(second).rejects.toThrow('shutting down')
    expect(log).toEqual([])
    gate.open()
    await Promise.all([first, third])
    expect(log).toEqual(['first', 'third'])
  })
})

test.each([
  [undefined, 'Duologue/0.1 (feed reader; two-host podcast)'],
  ['https://pods.example.org', 'Duologue/0.1 (feed reader; two-host podcast; +https://pods.example.org/)'],
  [
    'https://ann:pw@pods.example.org/x?token=1',
    'Duologue/0.1 (feed reader; two-host podcast; +https://pods.example.org/x)'
  ],
  ['https://pöds.example', 'Duologue/0.1 (feed reader; two-host podcast; +https://xn--pds-sna.example/)'],
  ['javascript:1', 'Duologue/0.1 (feed reader; two-host podcast)']
])('with the contact %s it is %s', (contact, agent) => {
  expect(buildUserAgent(contact)).toBe(agent)
})
