import { describe, expect, test } from 'vitest'
import type { JobEvent } from '../../src/jobs/queue/job-queue.ts'
import { createGate } from '../helpers/create-gate.ts'
import { eventually } from '../helpers/eventually.ts'
import { freshId, job, type QueueKit } from './queue-kit.ts'

export function testEvents(kit: QueueKit): void {
  const { work } = kit
  describe('progress and events', () => {
    test('progress is in the job and in the events, and so is the end', async () => {
      const id = freshId('progress')
      const events: JobEvent[] = []
      const stop = kit.queue.onEvent(event => event.id === id && events.push(event))
      const gate = createGate()
      work('render', async (running, signal) => {
        while (!signal.aborted && !events.some(event => event.type === 'progress')) {
          await running.progress({ done: 3, total: 8, label: 'Ada' })
          await new Promise(resolve => setTimeout(resolve, 50))
        }
        await gate.passed
        return {}
      })
      await kit.queue.add(job('render', id))
      await eventually('progress is told', () => events.length > 0)
      expect(events[0]).toEqual({
        type: 'progress',
        stage: 'render',
        id,
        progress: { done: 3, total: 8, label: 'Ada' }
      })
      expect(await kit.queue.find('render', id)).toMatchObject({
        state: 'active',
        progress: { done: 3, total: 8, label: 'Ada' }
      })
      gate.open()
      await eventually('the end is told', () => events.some(event => event.type === 'completed'))
      stop()
    })

    test('who stopped listening is told nothing more', async () => {
      const id = freshId('deaf')
      const events: JobEvent[] = []
      kit.queue.onEvent(event => events.push(event))()
      work('mix', async () => ({}))
      await kit.queue.add(job('mix', id))
      await kit.queue.wait('mix', id)
      expect(events).toEqual([])
    })

    test('counts and workers are seen per stage', async () => {
      const id = freshId('seen')
      const before = await kit.queue.counts('publish')
      await kit.queue.add(job('publish', `${id}-1`))
      await kit.queue.add(job('publish', `${id}-2`))
      expect(await kit.queue.counts('publish')).toEqual({ ...before, waiting: before.waiting + 2 })
      expect(await kit.queue.hasWorkers('publish')).toBe(false)
      const worker = work('publish', async () => ({}))
      await eventually('the worker is seen', () => kit.queue.hasWorkers('publish'))
      await kit.queue.wait('publish', `${id}-1`)
      await kit.queue.wait('publish', `${id}-2`)
      expect(await kit.queue.counts('publish')).toEqual({ ...before, completed: before.completed + 2 })
      await worker.close(0)
      await eventually('the worker is gone', async () => !(await kit.queue.hasWorkers('publish')))
    })
  })
}
