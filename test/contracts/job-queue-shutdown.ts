import { describe, expect, test } from 'vitest'
import { createGate } from '../helpers/create-gate.ts'
import { freshId, job, untilAborted, type QueueKit } from './queue-kit.ts'

export function testShutdown(kit: QueueKit): void {
  const { work, stateOf, untilState } = kit
  describe('shutdown', () => {
    test('the job in hand finishes, and no other is begun', async () => {
      const id = freshId('grace')
      const gate = createGate()
      let aborted = false
      const worker = work('mix', async (_, signal) => {
        await gate.passed
        aborted = signal.aborted
        return {}
      })
      await kit.queue.add(job('mix', `${id}-1`))
      await kit.queue.add(job('mix', `${id}-2`))
      await untilState('mix', `${id}-1`, 'active')
      const closed = worker.close(30_000)
      gate.open()
      await closed
      expect(aborted).toBe(false)
      expect(await stateOf('mix', `${id}-1`)).toBe('completed')
      expect(await stateOf('mix', `${id}-2`)).toBe('waiting')
      await kit.queue.cancel('mix', `${id}-2`, 'tidy up')
    })

    test('after the grace the job is aborted and goes back to the queue, with all its tries', async () => {
      const id = freshId('abort')
      const worker = work('mix', untilAborted)
      await kit.queue.add(job('mix', id))
      await untilState('mix', id, 'active')
      await worker.close(20)
      expect(await stateOf('mix', id)).toBe('waiting')
      work('mix', async ({ retries }) => ({ retries }))
      expect(await kit.queue.wait('mix', id)).toEqual({ retries: 0 })
    })
  })
}
