import { receiveMessageOnPort, workerData } from 'node:worker_threads'
import type { Answer, Question } from '../../stages/write/ports.ts'
import { askLlama, type Refusal } from './ask-llama.ts'
import type { ThreadCall, ThreadSettings } from './create-llama-thread.ts'
import { openLlama, type OpenLlama } from './open-llama.ts'
import { throughGate } from './thread-gate.ts'

/** What the thread tells after it has loaded the model. */
export interface Opened {
  threads: number
  loadSeconds: number
}

const { gate, ...settings } = workerData as ThreadSettings
let opened: OpenLlama | undefined

/** Loads the model. */
export const open = (call: ThreadCall): Promise<Opened> =>
  whileWanted(call, async signal => {
    const started = performance.now()
    opened ??= await openLlama(settings, signal)
    return { threads: opened.threads, loadSeconds: (performance.now() - started) / 1000 }
  })

export const answer = (call: { question: Question } & ThreadCall): Promise<Answer | Refusal> =>
  whileWanted(call, async signal => {
    if (opened === undefined) throw new Error('the model has not been loaded')
    return askLlama(opened, call.question, signal)
  })

/** Lets go of the model. */
export const close = (): Promise<void> =>
  throughGate(gate, async () => {
    await opened?.llama.dispose()
    opened = undefined
  })

/** Runs with a signal that a message on the call's port aborts. */
async function whileWanted<T>({ cancel }: ThreadCall, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const given = new AbortController()
  const giveUp = (): void => given.abort(new Error('given up'))
  if (receiveMessageOnPort(cancel) !== undefined) giveUp()
  cancel.on('message', giveUp)
  try {
    given.signal.throwIfAborted()
    return await throughGate(gate, () => run(given.signal))
  } finally {
    cancel.close()
  }
}
