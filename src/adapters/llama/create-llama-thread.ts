import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { createThreadGate, waitAtGate, type ThreadGate } from './thread-gate.ts'
import { untilAborted } from './until-aborted.ts'

/** What the thread is started with. */
export interface ThreadSettings {
  path: string
  contextTokens: number
  threads: number | undefined
  gate: ThreadGate
}

/** What every call into the thread brings. */
export interface ThreadCall {
  /** A message on it: nobody waits for the result any more. */
  cancel: MessagePort
}

export interface LlamaThread {
  /** Calls a function of llama-tasks.ts; one after the other. Throws what it throws, or a signal's reason at once. */
  call(name: 'open' | 'answer', task: object, signal?: AbortSignal): Promise<unknown>
  /** Gives up what is asked, lets go of the model, and ends the thread as soon as that is safe. */
  release(reason: Error): Promise<void>
}

const THREAD = new URL('./llama-thread.js', import.meta.url)
const LONGEST_STEP_MS = 60_000

/** One thread with one model: it starts with the first call and stays until its release. */
export function createLlamaThread(settings: Omit<ThreadSettings, 'gate'>): LlamaThread {
  const gate = createThreadGate()
  const closing = new AbortController()
  const running = new Map<Promise<unknown>, MessagePort>()
  const pool = new Piscina({
    filename: THREAD.href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: Infinity,
    execArgv: [],
    recordTiming: false,
    workerData: { ...settings, gate }
  })
  const stopAtExit = (): void => {
    for (const cancel of running.values()) cancel.postMessage(null)
    waitAtGate(gate, LONGEST_STEP_MS)
  }
  process.on('exit', stopAtExit)

  const run = (name: string, task: object): { result: Promise<unknown>; cancel: MessagePort } => {
    const { port1: cancel, port2 } = new MessageChannel()
    const result = pool.run({ ...task, cancel: port2 }, { name, transferList: [port2] }) as Promise<unknown>
    running.set(result, cancel)
    const forget = (): void => {
      running.delete(result)
      cancel.close()
    }
    result.then(forget, forget)
    return { result, cancel }
  }

  const release = async (reason: Error): Promise<void> => {
    closing.abort(reason)
    await Promise.allSettled(running.keys())
    if (pool.threads.length > 0) await run('close', {}).result
    await pool.destroy()
    process.off('exit', stopAtExit)
  }
  let released: Promise<void> | undefined

  return {
    async call(name, task, signal) {
      closing.signal.throwIfAborted()
      signal?.throwIfAborted()
      const { result, cancel } = run(name, task)
      return untilAborted(result, [signal, closing.signal], () => cancel.postMessage(null))
    },
    release: reason => (released ??= release(reason))
  }
}
