import { describe, expect, test } from 'vitest'
import { createPlaces } from '../../src/adapters/onnx/create-places.ts'
import { planWorkers } from '../../src/adapters/onnx/plan-workers.ts'

const GIB = 1024 ** 3
const settle = () => new Promise(resolve => setImmediate(resolve))

describe('places to work at', () => {
  /** Every call enters with its work as its name, and leaves when told. */
  function enterAll(count: number, works: readonly number[]) {
    const places = createPlaces(count)
    const entered: number[] = []
    const leave = new Map<number, () => void>()
    const calls = works.map(async work => {
      leave.set(work, await places.enter(work))
      entered.push(work)
    })
    return { places, entered, leave, calls }
  }

  test.each([
    [1, [3, 9, 5, 7], [3, 9, 7, 5]],
    [2, [3, 9, 5, 7], [3, 9, 7, 5]]
  ])('with %d places, %j come in as %j: the longest of those who wait first', async (count, works, order) => {
    const { entered, leave } = enterAll(count, works)
    await settle()
    expect(entered).toHaveLength(count)
    for (let i = 0; i < works.length; i++) {
      leave.get(entered[i] ?? 0)?.()
      await settle()
    }
    expect(entered).toEqual(order)
  })

  test('one who leaves twice frees one place only', async () => {
    const { entered, leave } = enterAll(1, [1, 2, 3])
    await settle()
    leave.get(1)?.()
    leave.get(1)?.()
    await settle()
    expect(entered).toEqual([1, 3])
  })

  test('whoever gives up waiting leaves the queue with the reason of the signal', async () => {
    const places = createPlaces(1)
    const leave = await places.enter(1)
    const controller = new AbortController()
    const given = places.enter(9, controller.signal)
    const waiting = places.enter(2)
    controller.abort(new Error('enough'))
    await expect(given).rejects.toThrow('enough')
    leave()
    await expect(waiting).resolves.toBeTypeOf('function')
  })

  test('narrowed places let in fewer from then on', async () => {
    const { places, entered, leave } = enterAll(3, [])
    places.narrow(1)
    const first = await places.enter(1)
    void places.enter(2).then(() => entered.push(2))
    await settle()
    expect(entered).toEqual([])
    first()
    await settle()
    expect([entered, leave.size]).toEqual([[2], 0])
  })

  test('closed places turn away all who wait', async () => {
    const { places, calls } = enterAll(1, [1, 2])
    const turnedAway = expect(calls[1]).rejects.toThrow('closed')
    await settle()
    places.close(new Error('closed'))
    await turnedAway
  })
})

describe('the number of workers', () => {
  test.each([
    ['a core each', 4, 64, undefined, 4],
    ['room in memory for each', 8, 5, undefined, 4],
    ['one, however little memory there is', 8, 0.2, undefined, 1],
    ['a limit on very large machines', 128, 512, undefined, 16],
    ['what is asked for', 2, 1, 6, 6],
    ['one at least', 2, 8, 0, 1]
  ])('is %s', (_, cores, freeGib, asked, expected) => {
    expect(planWorkers({ asked, cores, freeBytes: freeGib * GIB, bytesEach: GIB })).toBe(expected)
  })
})
