import { describe, expect, test } from 'vitest'
import { inOrder } from '../../src/cli/in-order.ts'

async function* upTo(most: number): AsyncGenerator<number, void> {
  for (let at = 0; at < most; at++) yield at
}

describe('what is worked on together', () => {
  test('is told in the order of the list, whichever is done first', async () => {
    const release: (() => void)[] = []
    const told: number[] = []
    const work = async (at: number): Promise<{ at: number }> => {
      if (at === 0) await new Promise<void>(done => release.push(done))
      if (at === 3) release.forEach(done => done())
      return { at }
    }
    await inOrder(upTo(6), 2, work, ({ at }) => told.push(at))
    expect(told).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('is never more than there are lanes', async () => {
    let open = 0
    let most = 0
    const work = async (at: number): Promise<number> => {
      most = Math.max(most, ++open)
      await new Promise(done => setImmediate(done))
      open--
      return at
    }
    await inOrder(upTo(20), 3, work, () => {})
    expect(most).toBe(3)
  })

  test('is nothing where the list is empty', async () => {
    const told: unknown[] = []
    await inOrder(upTo(0), 3, async at => at, told.push)
    expect(told).toEqual([])
  })
})
