import { describe, expect, test } from 'vitest'
import { StageError } from '../../src/domain/stage-error.ts'
import type { JobEvent } from '../../src/jobs/queue/job-queue.ts'
import { eventually } from '../helpers/eventually.ts'
import { freshId, job, type QueueKit } from './queue-kit.ts'

export function testFailures(kit: QueueKit): void {
  const { work, untilState, errors } = kit
  describe('failures', () => {
    test('what may pass is tried again after a wait, as often as asked', async () => {
      const id = freshId('flaky')
      const seen: number[] = []
      const events: JobEvent[] = []
      const stop = kit.queue.onEvent(event => event.id === id && events.push(event))
      work('fetch', async ({ retries }) => {
        seen.push(retries)
        if (retries < 2) throw new StageError('fetch', `no answer (${retries})`, { retryable: true })
        return { retries }
      })
      await kit.queue.add(job('fetch', id, { attempts: 3, backoffMs: 400 }))
      await untilState('fetch', id, 'delayed')
      expect(await kit.queue.wait('fetch', id)).toEqual({ retries: 2 })
      expect(seen).toEqual([0, 1, 2])
      expect((await kit.queue.find('fetch', id))?.retries).toBe(2)
      await eventually('the retry is told', () => events.find(event => event.type === 'retrying'))
      stop()
    })

    test('tries end with the last reason', async () => {
      const id = freshId('never')
      let tries = 0
      work('fetch', async () => {
        throw new Error(`try ${++tries}`)
      })
      await kit.queue.add(job('fetch', id, { attempts: 2, backoffMs: 1 }))
      await expect(kit.queue.wait('fetch', id)).rejects.toThrow('try 2')
      const found = await kit.queue.find('fetch', id)
      expect(found).toMatchObject({ state: 'failed', failedReason: 'try 2', retries: 1 })
    })

    test('what cannot pass is not tried again, and its cause reaches the log', async () => {
      const id = freshId('hopeless')
      const cause = new Error('line 3 is not XML')
      let tries = 0
      work('fetch', async () => {
        tries += 1
        throw new StageError('fetch', 'This is not a feed', { retryable: false, cause })
      })
      await kit.queue.add(job('fetch', id, { attempts: 5, backoffMs: 1 }))
      await expect(kit.queue.wait('fetch', id)).rejects.toThrow('This is not a feed')
      expect(tries).toBe(1)
      const error = await eventually('the error is reported', () => errors[0])
      expect(error.message).toBe(`fetch ${id} failed: This is not a feed`)
      expect(error.cause).toMatchObject({ name: 'StageError', cause })
    })

    test.each([
      ['a string', 'just words', 'just words'],
      ['undefined', undefined, 'undefined'],
      ['an error without a message', new TypeError(), 'TypeError']
    ])('a processor may throw %s', async (_, thrown, reason) => {
      const id = freshId('odd')
      work('fetch', () => {
        throw thrown
      })
      await kit.queue.add(job('fetch', id))
      await expect(kit.queue.wait('fetch', id)).rejects.toThrow(reason)
    })
  })
}
