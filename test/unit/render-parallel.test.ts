import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Speech } from '../../src/stages/render/ports.ts'
import { letOthersRun } from '../../src/stages/render/let-others-run.ts'
import { mapBounded } from '../../src/stages/render/map-bounded.ts'
import { renderTake } from '../../src/stages/render/render-take.ts'
import { planOf, sound, speaking } from '../helpers/speech-doubles.ts'

const SENTENCES = ['One is here.', 'Two are here.', 'Three are here.', 'Four are here.', 'Five are here.']
const plan = planOf(...SENTENCES)
/** Each sentence has a length of its own, so that none can be taken for another. */
const soundOf = (text: string): Speech => sound([1 + SENTENCES.indexOf(text) / 10, 0.3])

const unhandled: unknown[] = []
const note = (reason: unknown): void => void unhandled.push(reason)
beforeEach(() => {
  unhandled.length = 0
  process.on('unhandledRejection', note)
})
afterEach(async () => {
  await setTimeout(5)
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

describe('a turn whose sentences are said side by side', () => {
  const inTurn = () =>
    renderTake(
      plan,
      speaking(({ text }) => soundOf(text))
    )

  test.each([2, 3, 5, 50])('is what it is one after the other, with %i calls at once', async parallel => {
    const answered: string[] = []
    let [now, most] = [0, 0]
    const speech = speaking(
      async ({ text }) => {
        most = Math.max(most, ++now)
        await setTimeout(30 * (SENTENCES.length - SENTENCES.indexOf(text)))
        now--
        answered.push(text)
        return soundOf(text)
      },
      { parallel }
    )
    expect(await renderTake(plan, speech)).toEqual(await inTurn())
    expect(most).toBe(Math.min(parallel, SENTENCES.length))
    expect(answered).not.toEqual(SENTENCES)
  })

  test('the first failure aborts the rest, begins no more, and is the one that is told', async () => {
    const begun: string[] = []
    const aborted: string[] = []
    const speech = speaking(
      async ({ text }, signal) => {
        begun.push(text)
        if (text === SENTENCES[1]) {
          await setTimeout(2)
          throw new Error('out of memory')
        }
        await setTimeout(1000, null, { signal }).catch((reason: unknown) => {
          aborted.push(text)
          throw reason
        })
        return soundOf(text)
      },
      { parallel: 3 }
    )
    await expect(renderTake(plan, speech)).rejects.toThrow(
      `playing-1 could not say turn t01, "${SENTENCES[1]}": out of memory`
    )
    expect(begun).toEqual(SENTENCES.slice(0, 3))
    expect(aborted).toEqual([SENTENCES[0], SENTENCES[2]])
  })

  test('a sound that cannot be right aborts the rest too', async () => {
    const speech = speaking(
      async ({ text }, signal) => {
        if (text !== SENTENCES[0]) await setTimeout(1000, null, { signal })
        return text === SENTENCES[0] ? sound([1, 0]) : soundOf(text)
      },
      { parallel: 5 }
    )
    await expect(renderTake(plan, speech)).rejects.toThrow(/the sentence "One is here\." is silent/)
  })

  test('the abort of the caller reaches every call, and its reason is told', async () => {
    const controller = new AbortController()
    let waiting = 0
    const speech = speaking(
      async (_request, signal) => {
        if (++waiting === 3) controller.abort(new Error('enough'))
        await setTimeout(1000, null, { signal })
        return sound()
      },
      { parallel: 3 }
    )
    await expect(renderTake(plan, speech, { signal: controller.signal })).rejects.toThrow('enough')
    expect(waiting).toBe(3)
  })

  test('nothing is asked for where the caller has aborted before', async () => {
    const speech = speaking(() => expect.unreachable())
    await expect(
      renderTake(plan, speech, { signal: AbortSignal.abort(new Error('enough')) })
    ).rejects.toThrow('enough')
  })
})

describe('what a model had no sound for', () => {
  test('is summed over the calls of a take', async () => {
    const counts: Record<string, number>[] = [{ ʘ: 1 }, {}, { ʘ: 2, g: 1 }, { g: 0 }]
    const left = [...counts]
    const speech = speaking(({ text }) => {
      const dropped = left.shift()
      return { ...soundOf(text), ...(dropped ? { dropped } : {}) }
    })
    const { info, calls } = await renderTake(plan, speech)
    expect(info.dropped).toEqual({ ʘ: 3, g: 1 })
    expect(calls).toBe(5)
  })

  test('is absent where nothing was left out', async () => {
    const speech = speaking(({ text }) => ({ ...soundOf(text), dropped: {} }))
    expect((await renderTake(plan, speech)).info).not.toHaveProperty('dropped')
  })
})

describe('mapBounded', () => {
  test.each([0, 1, 7])('works on %i items, none left out or twice', async length => {
    const items = Array.from({ length }, (_, i) => i)
    expect(await mapBounded(items, 3, async item => item * 2)).toEqual(items.map(item => item * 2))
  })

  test('works on one at a time where the bound makes no sense', async () => {
    expect(await mapBounded([1, 2], 0, async item => item)).toEqual([1, 2])
  })

  test('leaves no listener on the signal of the caller', async () => {
    const { signal } = new AbortController()
    let listeners = 0
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    signal.addEventListener = (...args: Parameters<typeof add>) => (listeners++, add(...args))
    signal.removeEventListener = (...args: Parameters<typeof remove>) => (listeners--, remove(...args))
    await mapBounded([1, 2], 2, async item => item, signal)
    await expect(mapBounded([1], 1, () => Promise.reject(new Error('no')), signal)).rejects.toThrow('no')
    expect(listeners).toBe(0)
  })
})

test('of all that let others run, one goes on in each turn of the event loop', async () => {
  let loop = 0
  const count = (): NodeJS.Immediate => setImmediate(() => (loop++, (counting = count())))
  let counting = count()
  const seen = await Promise.all(Array.from({ length: 5 }, () => letOthersRun().then(() => loop)))
  clearImmediate(counting)
  expect(new Set(seen).size).toBe(5)
})
