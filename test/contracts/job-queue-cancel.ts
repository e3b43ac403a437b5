import { describe, expect, test } from 'vitest'
import { createGate } from '../helpers/create-gate.ts'
import { eventually } from '../helpers/eventually.ts'
import { freshId, job, untilAborted, type QueueKit } from './queue-kit.ts'

export function testCancel(kit: QueueKit): void {
  const { work, untilState } = kit
  describe('cancel', () => {
    test('a waiting job is removed, and who waits for it is told', async () => {
      const id = freshId('waiting')
      await kit.queue.add(job('mix', id))
      const waiting = kit.queue.wait('mix', id)
      expect(await kit.queue.cancel('mix', id, 'not wanted')).toBe(true)
      await expect(waiting).rejects.toThrow('cancelled while it waited')
      expect(await kit.queue.find('mix', id)).toBeNull()
    })

    test('a job that waits for its next try is removed', async () => {
      const id = freshId('delayed')
      work('mix', () => {
        throw new Error('no answer')
      })
      await kit.queue.add(job('mix', id, { attempts: 2, backoffMs: 60_000 }))
      await untilState('mix', id, 'delayed')
      expect(await kit.queue.cancel('mix', id, 'not wanted')).toBe(true)
      expect(await kit.queue.find('mix', id)).toBeNull()
    })

    test('a running job is aborted, and fails without further tries', async () => {
      const id = freshId('running')
      let starts = 0
      work('mix', (running, signal) => {
        starts += 1
        return untilAborted(running, signal)
      })
      await kit.queue.add(job('mix', id, { attempts: 5, backoffMs: 1 }))
      await untilState('mix', id, 'active')
      expect(await kit.queue.cancel('mix', id, 'too long')).toBe(true)
      await expect(kit.queue.wait('mix', id)).rejects.toThrow('cancelled: too long')
      expect(starts).toBe(1)
      expect(await kit.queue.cancel('mix', id, 'again')).toBe(false)
    })

    test('a running job that does not listen fails when it ends', async () => {
      const id = freshId('stubborn')
      const gate = createGate()
      work('mix', async () => {
        await gate.passed
        return { finished: true }
      })
      await kit.queue.add(job('mix', id))
      await untilState('mix', id, 'active')
      await kit.queue.cancel('mix', id, 'too late')
      gate.open()
      await expect(kit.queue.wait('mix', id)).rejects.toThrow('cancelled: too late')
    })

    test('a parent that waits is cancelled with its children, and can be retried', async () => {
      const id = freshId('family')
      let isSlow = true
      const ran: string[] = []
      const children = ['a', 'b', 'c'].map(letter => job('render', `${id}-${letter}`))
      work('write', async running => ({ got: (await running.fanOut(children, { mustPass: true })).length }))
      work('render', async (running, signal) => {
        ran.push(running.id)
        return isSlow ? untilAborted(running, signal) : {}
      })
      await kit.queue.add(job('write', id))
      await untilState('write', id, 'waiting-children')
      await untilState('render', `${id}-a`, 'active')
      expect(await kit.queue.cancel('write', id, 'changed my mind')).toBe(true)
      await expect(kit.queue.wait('write', id)).rejects.toThrow('cancelled: changed my mind')
      await eventually('no child is left', async () => (await kit.queue.counts('render')).active === 0)
      expect(ran).toEqual([`${id}-a`])
      isSlow = false
      await kit.queue.retry('write', id)
      expect(await kit.queue.wait('write', id)).toEqual({ got: 3 })
    })

    test('a waiting child is cancelled for its parent to see', async () => {
      const id = freshId('child')
      const gate = createGate()
      work('write', async running => ({
        got: await running.fanOut([job('render', `${id}-a`), job('render', `${id}-b`)], { mustPass: false })
      }))
      work('render', async () => {
        await gate.passed
        return {}
      })
      await kit.queue.add(job('write', id))
      await untilState('write', id, 'waiting-children')
      expect(await kit.queue.cancel('render', `${id}-b`, 'skip it')).toBe(true)
      gate.open()
      expect(await kit.queue.wait('write', id)).toEqual({
        got: [
          { id: `${id}-a`, status: 'completed', result: {} },
          { id: `${id}-b`, status: 'failed', reason: 'cancelled: skip it' }
        ]
      })
    })
  })
}
