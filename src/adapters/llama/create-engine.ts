import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { closeGate, createNativeGate, type NativeGate } from '../native-threads/native-gate.ts'

/** What the thread is started with. */
export interface EngineSettings {
  gate: NativeGate
}

/** What every call into the thread brings. */
export interface EngineCall {
  /** A message on it: nobody waits for the result any more. */
  cancel: MessagePort
}

export interface RunningCall {
  result: Promise<unknown>
  /** Asks the thread to give it up; the result still comes, as a failure. */
  cancel(): void
}

export interface Engine {
  /** Calls a function of llama-tasks.ts; one after the other. */
  run(name: 'open' | 'answer' | 'close', task: object): RunningCall
  /** Ends the thread, when nothing runs in it any more. */
  end(): Promise<void>
}

const THREAD = new URL('./llama-thread.js', import.meta.url)
const LONGEST_STEP_MS = 60_000

/** The thread that llama.cpp runs in; it starts with the first call and stays until its end. */
export function createEngine(): Engine {
  const gate = createNativeGate()
  const running = new Set<RunningCall>()
  const pool = new Piscina({
    filename: THREAD.href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: Infinity,
    execArgv: [],
    recordTiming: false,
    workerData: { gate } satisfies EngineSettings
  })
  const stopAtExit = (): void => {
    for (const call of running) call.cancel()
    closeGate(gate, LONGEST_STEP_MS)
  }
  process.on('exit', stopAtExit)

  return {
    run(name, task) {
      const { port1, port2 } = new MessageChannel()
      const result = pool.run({ ...task, cancel: port2 }, { name, transferList: [port2] }) as Promise<unknown>
      const call = { result, cancel: () => port1.postMessage(null) }
      const forget = (): void => {
        running.delete(call)
        port1.close()
      }
      running.add(call)
      result.then(forget, forget)
      return call
    },
    async end() {
      await Promise.allSettled([...running].map(({ result }) => result))
      await pool.destroy()
      process.off('exit', stopAtExit)
    }
  }
}
