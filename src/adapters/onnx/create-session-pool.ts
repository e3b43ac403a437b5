import { Piscina } from 'piscina'
import { untilAborted } from '../../domain/until-aborted.ts'
import { closeGate, createNativeGate } from '../native-threads/native-gate.ts'
import { createPlaces } from './create-places.ts'

export interface PoolOptions {
  /** The module that the threads run. */
  thread: URL
  /** What a thread is told at its start, as its `workerData`; it gets the gate with it. */
  settings: object
  threads: number
}

export interface CallOptions {
  /** How much work it is, next to others; the most goes first. */
  work?: number
  signal?: AbortSignal | undefined
}

export interface SessionPool {
  /** Calls a function of the thread's module; its last word for `cancelled` is a flag that the thread looks at. */
  call(name: string, task: object, options?: CallOptions): Promise<unknown>
  /** From now on at most so many calls at once. */
  narrow(threads: number): void
  /** Refuses what waits, lets go of what runs, and ends the threads as soon as that is safe. */
  release(): Promise<void>
}

const IDLE_MS = 60_000
const LONGEST_RUN_MS = 60_000

/** Worker threads with a session each. A thread is never ended inside onnxruntime: what is given up runs on to its next piece. */
export function createSessionPool({ thread, settings, threads }: PoolOptions): SessionPool {
  const gate = createNativeGate()
  const closeAtExit = (): void => closeGate(gate, LONGEST_RUN_MS)
  const places = createPlaces(threads)
  const closing = new AbortController()
  const running = new Set<Promise<unknown>>()
  const pool = new Piscina({
    filename: thread.href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    execArgv: [],
    recordTiming: false,
    workerData: { ...settings, gate }
  })
  process.on('exit', closeAtExit)

  const release = async (): Promise<void> => {
    const reason = new Error('this speech model has been released: create another')
    closing.abort(reason)
    places.close(reason)
    await Promise.allSettled(running)
    await pool.destroy()
    process.off('exit', closeAtExit)
  }
  let released: Promise<void> | undefined

  return {
    async call(name, task, { work = 0, signal } = {}) {
      signal?.throwIfAborted()
      closing.signal.throwIfAborted()
      const leave = await places.enter(work, signal)
      const cancelled = new Int32Array(new SharedArrayBuffer(4))
      const result = (pool.run({ ...task, cancelled }, { name }) as Promise<unknown>).finally(leave)
      running.add(result)
      void result.then(
        () => running.delete(result),
        () => running.delete(result)
      )
      return untilAborted(result, [signal, closing.signal], () => Atomics.store(cancelled, 0, 1))
    },
    narrow: count => places.narrow(count),
    release: () => (released ??= release())
  }
}
