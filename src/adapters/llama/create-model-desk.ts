import { randomUUID } from 'node:crypto'
import type { RunningCall } from './create-engine.ts'
import type { LlamaSettings } from './open-llama.ts'
import { leaseEngine, type EngineLease } from './share-engine.ts'
import { untilAborted } from '../../domain/until-aborted.ts'

export interface ModelDesk {
  /** Calls a function of llama-tasks.ts for this model. Throws what it throws, or a signal's reason at once. */
  call(name: 'open' | 'answer', task: object, signal?: AbortSignal): Promise<unknown>
  /** Gives up what is asked, and lets go of the model as soon as that is safe. */
  release(reason: Error): Promise<void>
}

/** One model's place in the engine, which it takes with its first call. */
export function createModelDesk(settings: LlamaSettings): ModelDesk {
  const id = randomUUID()
  const closing = new AbortController()
  const running = new Set<RunningCall>()
  let lease: Promise<EngineLease> | undefined

  const release = async (reason: Error): Promise<void> => {
    closing.abort(reason)
    await Promise.allSettled([...running].map(({ result }) => result))
    if (lease === undefined) return
    const { engine, leave } = await lease
    await engine.run('close', { id }).result
    await leave()
  }
  let released: Promise<void> | undefined

  return {
    async call(name, task, signal) {
      closing.signal.throwIfAborted()
      const { engine } = await (lease ??= leaseEngine())
      closing.signal.throwIfAborted()
      signal?.throwIfAborted()
      const call = engine.run(name, { ...task, id, settings })
      const forget = (): void => void running.delete(call)
      running.add(call)
      call.result.then(forget, forget)
      return untilAborted(call.result, [signal, closing.signal], call.cancel)
    },
    release: reason => (released ??= release(reason))
  }
}
