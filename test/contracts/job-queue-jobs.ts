import { describe, expect, test } from 'vitest'
import { STAGES } from '../../src/domain/stages.ts'
import { eventually } from '../helpers/eventually.ts'
import { freshId, job, type QueueKit } from './queue-kit.ts'

export function testJobs(kit: QueueKit): void {
  const { work, stateOf } = kit
  describe('jobs', () => {
    test('each stage enqueues the next, and they run in order', async () => {
      const id = freshId('chain')
      const ran: string[] = []
      STAGES.forEach((stage, index) =>
        work(stage, async ({ id }) => {
          ran.push(`${stage} ${id}`)
          const next = STAGES[index + 1]
          if (next !== undefined) await kit.queue.add(job(next, id))
          return { next: next ?? null }
        })
      )
      await kit.queue.add(job('fetch', id))
      await eventually('publish ran', () => stateOf('publish', id))
      expect(await kit.queue.wait('publish', id)).toEqual({ next: null })
      expect(ran).toEqual(STAGES.map(stage => `${stage} ${id}`))
    })

    test('a job brings its name and data, and leaves its result', async () => {
      const id = freshId('data')
      work('write', async ({ id, name, data, retries }) => ({ id, name, data, retries }))
      const data = { show: 'daily', deep: { list: [1, 2.5, 'ä 🎙', true], empty: {} } }
      await kit.queue.add(job('write', id, { name: 'draft', data }))
      const result = { id, name: 'draft', data, retries: 0 }
      expect(await kit.queue.wait('write', id)).toEqual(result)
      expect(await kit.queue.find('write', id)).toEqual({
        stage: 'write',
        id,
        name: 'draft',
        data,
        state: 'completed',
        progress: null,
        children: null,
        result,
        failedReason: null,
        retries: 0
      })
    })

    test('the same id asked twice is made once', async () => {
      const id = freshId('same')
      let runs = 0
      await kit.queue.add(job('write', id, { data: { ask: 1 } }))
      await kit.queue.add(job('write', id, { data: { ask: 2 } }))
      work('write', async ({ data }) => ({ runs: ++runs, ask: data.ask }))
      expect(await kit.queue.wait('write', id)).toEqual({ runs: 1, ask: 1 })
      await kit.queue.add(job('write', id, { data: { ask: 3 } }))
      await kit.queue.add(job('write', freshId('after')))
      await eventually('the job after it ran', () => runs === 2)
      expect(await kit.queue.wait('write', id)).toEqual({ runs: 1, ask: 1 })
    })

    test('a removed job may be made again under its id, and one that has not ended is left alone', async () => {
      const id = freshId('again')
      let runs = 0
      await kit.queue.add(job('write', id))
      await kit.queue.remove('write', id)
      expect(await stateOf('write', id)).toBe('waiting')
      work('write', async () => ({ runs: ++runs }))
      await kit.queue.wait('write', id)
      await kit.queue.remove('write', id)
      expect(await kit.queue.find('write', id)).toBeNull()
      await kit.queue.add(job('write', id))
      expect(await kit.queue.wait('write', id)).toEqual({ runs: 2 })
      await kit.queue.remove('write', 'nobody-knows-it')
    })

    test.each(['a:b', '', '42', 'ä', 'a b', '../x/y', 'x'.repeat(201)])('the id %j is refused', async id => {
      await expect(kit.queue.add(job('write', id))).rejects.toThrow("cannot be a job's id")
    })

    test('a job that nobody knows is null, cannot be waited for, retried or cancelled', async () => {
      expect(await kit.queue.find('mix', 'unknown')).toBeNull()
      await expect(kit.queue.wait('mix', 'unknown')).rejects.toThrow(
        'There is no job unknown in the mix queue'
      )
      await expect(kit.queue.retry('mix', 'unknown')).rejects.toThrow(
        'There is no job unknown in the mix queue'
      )
      expect(await kit.queue.cancel('mix', 'unknown', 'why not')).toBe(false)
    })

    test('waiting for a job can be given up', async () => {
      const id = freshId('patience')
      await kit.queue.add(job('mix', id))
      const waiting = kit.queue.wait('mix', id, { signal: AbortSignal.timeout(20) })
      await expect(waiting).rejects.toThrow('aborted due to timeout')
      await kit.queue.cancel('mix', id, 'tidy up')
    })

    test('text that PostgreSQL cannot keep does no harm, wherever it comes from', async () => {
      const id = freshId('dirty')
      const dirty = 'a\0b\ud83dc'
      const clean = 'a\ufffdb\ufffdc'
      work('write', async running => {
        await running.progress({ done: 1, total: 2, label: dirty })
        if (running.data.fail === true) throw new Error(dirty)
        return { text: running.data.text, [dirty]: dirty }
      })
      await kit.queue.add(job('write', id, { name: dirty, data: { text: dirty, list: [dirty], [dirty]: 1 } }))
      expect(await kit.queue.wait('write', id)).toEqual({ text: clean, [clean]: clean })
      const found = await kit.queue.find('write', id)
      expect(found?.name).toBe(clean)
      expect(found?.data).toEqual({ text: clean, list: [clean], [clean]: 1 })
      expect(found?.progress).toEqual({ done: 1, total: 2, label: clean })
      await kit.queue.add(job('write', `${id}-bad`, { data: { fail: true } }))
      await expect(kit.queue.wait('write', `${id}-bad`)).rejects.toThrow(clean)
      expect((await kit.queue.find('write', `${id}-bad`))?.retries).toBe(0)
    })
  })
}
