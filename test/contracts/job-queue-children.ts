import { describe, expect, test } from 'vitest'
import { StageError } from '../../src/domain/stage-error.ts'
import type { JobRequest, Processor } from '../../src/jobs/queue/job-queue.ts'
import { createGate } from '../helpers/create-gate.ts'
import { eventually } from '../helpers/eventually.ts'
import { freshId, job, type QueueKit } from './queue-kit.ts'

export function testChildren(kit: QueueKit): void {
  const { work, stateOf, untilState } = kit
  describe('children', () => {
    const takes = (id: string, count: number): JobRequest[] =>
      Array.from({ length: count }, (_, index) =>
        job('render', `${id}-take-${index}`, { name: 'take', data: { index } })
      )

    /** A worker of both kinds of render jobs: the parent fans out, and takes of the indices given fail. */
    function renderWith({
      mustPass,
      bad = [],
      count = 4
    }: {
      mustPass: boolean
      bad?: number[]
      count?: number
    }) {
      const runs: string[] = []
      const failing = new Set(bad)
      const worker = work(
        'render',
        async running => {
          runs.push(running.id)
          if (running.name === 'take') {
            const { index } = running.data as { index: number }
            if (failing.has(index))
              throw new StageError('render', `take ${index} is silent`, { retryable: false })
            return { index }
          }
          return { outcomes: await running.fanOut(takes(running.id, count), { mustPass }) }
        },
        2
      )
      return { runs, failing, worker }
    }

    test('a parent gives up its worker while its children run, and gets their outcomes in the order asked', async () => {
      const id = freshId('parent')
      renderWith({ mustPass: false, bad: [1] })
      await kit.queue.add(job('render', id))
      expect(await kit.queue.wait('render', id)).toEqual({
        outcomes: [
          { id: `${id}-take-0`, status: 'completed', result: { index: 0 } },
          { id: `${id}-take-1`, status: 'failed', reason: 'take 1 is silent' },
          { id: `${id}-take-2`, status: 'completed', result: { index: 2 } },
          { id: `${id}-take-3`, status: 'completed', result: { index: 3 } }
        ]
      })
      expect((await kit.queue.find('render', id))?.children).toEqual({ ended: 4, total: 4 })
    })

    test('one worker that takes one job at a time is enough for a parent and its children', async () => {
      const id = freshId('narrow')
      work('render', async running =>
        running.name === 'take'
          ? { ok: true }
          : { count: (await running.fanOut(takes(id, 3), { mustPass: true })).length }
      )
      await kit.queue.add(job('render', id))
      expect(await kit.queue.wait('render', id)).toEqual({ count: 3 })
    })

    test('a waiting parent counts the children that have ended', async () => {
      const id = freshId('count')
      const gate = createGate()
      work('render', async running => ({
        all: (await running.fanOut(takesOfMix(id), { mustPass: true })).length
      }))
      work('mix', async running => {
        if (running.data.slow === true) await gate.passed
        return {}
      })
      await kit.queue.add(job('render', id))
      // Children may end before their parent has come to wait for them.
      await eventually('it waits for the last of three', async () => {
        const found = await kit.queue.find('render', id)
        return found?.children?.ended === 2 && found.state === 'waiting-children'
      })
      expect(await kit.queue.find('render', id)).toMatchObject({
        state: 'waiting-children',
        children: { ended: 2, total: 3 }
      })
      gate.open()
      expect(await kit.queue.wait('render', id)).toEqual({ all: 3 })
    })

    const takesOfMix = (id: string): JobRequest[] => [
      job('mix', `${id}-a`),
      job('mix', `${id}-b`),
      job('mix', `${id}-c`, { data: { slow: true } })
    ]

    test('where all must pass, one failure fails the parent at once, while the others go on', async () => {
      const id = freshId('strict')
      const gate = createGate()
      work('write', async running => ({
        got: await running.fanOut([job('mix', `${id}-slow`), job('render', `${id}-bad`)], {
          mustPass: true
        })
      }))
      work('mix', async () => {
        await gate.passed
        return { done: true }
      })
      await kit.queue.add(job('write', id, { attempts: 3, backoffMs: 1 }))
      await untilState('write', id, 'waiting-children')
      work('render', () => {
        throw new StageError('render', 'no voice', { retryable: false })
      })
      await expect(kit.queue.wait('write', id)).rejects.toThrow(`render ${id}-bad failed: no voice`)
      expect(await stateOf('mix', `${id}-slow`)).toBe('active')
      gate.open()
      expect(await kit.queue.wait('mix', `${id}-slow`)).toEqual({ done: true })
    })

    test('no children are no wait', async () => {
      const id = freshId('none')
      work('render', async running => ({ outcomes: await running.fanOut([], { mustPass: true }) }))
      await kit.queue.add(job('render', id))
      expect(await kit.queue.wait('render', id)).toEqual({ outcomes: [] })
    })

    test('a parent that is tried again finds its children done, and their failures with them', async () => {
      const id = freshId('twice')
      const ran: string[] = []
      work('write', async running => {
        const outcomes = await running.fanOut(takes(id, 3), { mustPass: false })
        if (running.retries === 0) throw new Error('the disk was full')
        return { states: outcomes.map(outcome => outcome.status) }
      })
      work('render', async running => {
        ran.push(running.id)
        if (running.data.index === 1) throw new StageError('render', 'silent', { retryable: false })
        return {}
      })
      await kit.queue.add(job('write', id, { attempts: 2, backoffMs: 1 }))
      expect(await kit.queue.wait('write', id)).toEqual({ states: ['completed', 'failed', 'completed'] })
      expect(ran.sort()).toEqual([`${id}-take-0`, `${id}-take-1`, `${id}-take-2`])
    })

    test('a processor that swallows the word to wait is started again all the same', async () => {
      const id = freshId('greedy')
      let starts = 0
      work('write', async running => {
        starts += 1
        const outcomes = await running.fanOut(takes(id, 2), { mustPass: true }).catch(() => [])
        return { outcomes: outcomes.length }
      })
      await kit.queue.add(job('write', id))
      await untilState('write', id, 'waiting-children')
      work('render', async () => ({}))
      expect(await kit.queue.wait('write', id)).toEqual({ outcomes: 2 })
      expect(starts).toBe(2)
    })

    test('children that were there before the parent are taken as they are: done, waiting, or failed long ago', async () => {
      const id = freshId('known')
      const [done, failed, waiting] = takes(id, 3)
      if (done === undefined || failed === undefined || waiting === undefined) throw new Error('three takes')
      const ran: string[] = []
      let isBad = true
      const renderer: Processor = async running => {
        ran.push(running.id)
        if (running.id === failed.id && isBad) throw new Error('was silent')
        return { index: running.data.index }
      }
      const first = work('render', renderer)
      await kit.queue.add(done)
      await kit.queue.add(failed)
      await kit.queue.wait('render', done.id)
      await expect(kit.queue.wait('render', failed.id)).rejects.toThrow('was silent')
      await first.close(0)
      isBad = false

      await kit.queue.add(waiting)
      work('write', async running => ({
        got: await running.fanOut([waiting, failed, done], { mustPass: true })
      }))
      await kit.queue.add(job('write', id))
      await untilState('write', id, 'waiting-children')
      work('render', renderer)
      expect(await kit.queue.wait('write', id)).toEqual({
        got: [2, 1, 0].map(index => ({ id: `${id}-take-${index}`, status: 'completed', result: { index } }))
      })
      expect(ran.filter(one => one === done.id)).toHaveLength(1)
    })

    test('a child that another job waits for is not taken away from it', async () => {
      const id = freshId('shared')
      const shared = job('render', `${id}-shared`)
      const fanOut: Processor = async running => ({
        got: (await running.fanOut([shared], { mustPass: true })).length
      })
      work('write', fanOut)
      await kit.queue.add(job('write', id))
      await untilState('write', id, 'waiting-children')
      work('fetch', fanOut)
      await kit.queue.add(job('fetch', id))
      await expect(kit.queue.wait('fetch', id)).rejects.toThrow(`${shared.id} is being made for another job`)
      work('render', async () => ({}))
      expect(await kit.queue.wait('write', id)).toEqual({ got: 1 })
    })

    test.each([{ mustPass: true }, { mustPass: false }])(
      'a failed parent is retried with its failed children only ($mustPass)',
      async ({ mustPass }) => {
        const id = freshId('revive')
        const ran: string[] = []
        let isBad = true
        work('write', async running => {
          const outcomes = await running.fanOut(takes(id, 3), { mustPass })
          if (outcomes.some(outcome => outcome.status === 'failed')) throw new Error('a take is missing')
          return { passed: outcomes.length }
        })
        work('render', async running => {
          ran.push(running.id)
          if (isBad && running.data.index !== 0)
            throw new StageError('render', 'silent', { retryable: false })
          return {}
        })
        await kit.queue.add(job('write', id))
        await expect(kit.queue.wait('write', id)).rejects.toThrow(/take/)
        for (const take of takes(id, 3)) await kit.queue.wait('render', take.id).catch(() => undefined)

        // Twice in vain, so that the second failure of a child is told to its parent as the first was.
        await kit.queue.retry('write', id)
        await expect(kit.queue.wait('write', id)).rejects.toThrow(/take/)
        for (const take of takes(id, 3)) await kit.queue.wait('render', take.id).catch(() => undefined)
        isBad = false
        await kit.queue.retry('write', id)
        expect(await kit.queue.wait('write', id)).toEqual({ passed: 3 })
        expect(ran.filter(one => one === `${id}-take-0`)).toHaveLength(1)
        await expect(kit.queue.retry('write', id)).rejects.toThrow(
          'is completed: only a failed job can be retried'
        )
      }
    )

    test('a child that a person retries while its parent still waits for the others is waited for again', async () => {
      const id = freshId('patient')
      let isBad = true
      const gates = [createGate(), createGate()]
      work('write', async running => ({ got: await running.fanOut(takes(id, 2), { mustPass: false }) }))
      work(
        'render',
        async ({ data }) => {
          if (data.index === 0 && isBad) throw new StageError('render', 'silent', { retryable: false })
          await gates[Number(data.index)]?.passed
          return { index: data.index }
        },
        2
      )
      await kit.queue.add(job('write', id))
      await untilState('render', `${id}-take-0`, 'failed')
      await untilState('write', id, 'waiting-children')
      isBad = false
      await kit.queue.retry('render', `${id}-take-0`)
      await untilState('render', `${id}-take-0`, 'active')
      gates[0]?.open()
      await kit.queue.wait('render', `${id}-take-0`)
      gates[1]?.open()
      expect(await kit.queue.wait('write', id)).toEqual({
        got: [0, 1].map(index => ({ id: `${id}-take-${index}`, status: 'completed', result: { index } }))
      })
    })
  })
}
