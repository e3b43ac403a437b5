import { receiveMessageOnPort, workerData } from 'node:worker_threads'
import type { Llama } from 'node-llama-cpp'
import type { Answer, Question } from '../../stages/write/ports.ts'
import { askLlama, type Refusal } from './ask-llama.ts'
import type { EngineCall, EngineSettings } from './create-engine.ts'
import { openLlama, type LlamaSettings, type OpenLlama } from './open-llama.ts'
import { said, startLlama } from './start-llama.ts'
import { throughGate } from '../native-threads/native-gate.ts'

/** What the thread tells after it has loaded a model. */
export interface Opened {
  threads: number
  /** cpu, or the kind of GPU. */
  device: string
  loadSeconds: number
}

interface ModelCall extends EngineCall {
  id: string
  settings: LlamaSettings
}

const { gate } = workerData as EngineSettings
const models = new Map<string, OpenLlama>()
let started: Promise<Llama> | undefined

/** Loads a model. */
export const open = (call: ModelCall): Promise<Opened> =>
  whileWanted(call, async signal => {
    const from = performance.now()
    const { threads } = await modelOf(call, signal)
    const device = (await started)?.gpu
    return {
      threads,
      device: device === undefined || device === false ? 'cpu' : device,
      loadSeconds: (performance.now() - from) / 1000
    }
  })

/** Asks a model, which is loaded again where the thread is a new one. */
export const answer = (call: { question: Question } & ModelCall): Promise<Answer | Refusal> =>
  whileWanted(call, async signal => askLlama(await modelOf(call, signal), call.question, signal))

/** Lets go of a model. */
export const close = ({ id }: ModelCall): Promise<void> =>
  throughGate(gate, async () => {
    await models.get(id)?.model.dispose()
    models.delete(id)
  })

async function modelOf({ id, settings }: ModelCall, signal: AbortSignal): Promise<OpenLlama> {
  const known = models.get(id)
  if (known !== undefined) return known
  started ??= startLlama(settings.gpu)
  const model = await openLlama(await started, said, settings, signal)
  models.set(id, model)
  return model
}

/** Runs with a signal that a message on the call's port aborts. */
async function whileWanted<T>({ cancel }: EngineCall, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
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
