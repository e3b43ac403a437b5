import { setTimeout } from 'node:timers/promises'
import type { ChatWrapper, Llama, LlamaContextSequence, LlamaModel } from 'node-llama-cpp'
import { chooseTemplate } from './choose-template.ts'
import { createGrammarBook, type GrammarBook } from './create-grammar-book.ts'
import { planThreads } from './plan-threads.ts'

export interface OpenLlama {
  model: LlamaModel
  sequence: LlamaContextSequence
  template: ChatWrapper
  grammars: GrammarBook
  contextTokens: number
  threads: number
}

export interface LlamaSettings {
  path: string
  contextTokens: number
  /** Chosen by the machine where nobody says. */
  threads: number | undefined
  /** May it run on the GPU? The first model of the process decides for all. */
  gpu: boolean
}

/** Of a question at once: it can be given up between two of them. */
export const BATCH_TOKENS = 128

const TURN_MS = 10
const LONGEST_WAIT_TURNS = 20

/** Loads a model with one context; throws an Error with what the engine says in `said`. */
export async function openLlama(
  llama: Llama,
  said: string[],
  settings: LlamaSettings,
  signal: AbortSignal
): Promise<OpenLlama> {
  said.length = 0
  const model = await llama
    .loadModel({ modelPath: settings.path, ignoreMemorySafetyChecks: true, loadSignal: signal })
    .catch(withWords(said, signal))
  try {
    return await openContext(llama, model, settings, signal)
  } catch (error) {
    await model.dispose()
    return await withWords(said, signal)(error)
  }
}

async function openContext(
  llama: Llama,
  model: LlamaModel,
  { contextTokens, ...settings }: LlamaSettings,
  signal: AbortSignal
): Promise<OpenLlama> {
  const threads = planThreads(settings.threads, llama.cpuMathCores)
  const context = await model.createContext({
    contextSize: contextTokens,
    batchSize: BATCH_TOKENS,
    threads,
    ignoreMemorySafetyChecks: true,
    createSignal: signal
  })
  const [template, grammars] = [chooseTemplate(model), createGrammarBook(llama)]
  return { model, sequence: context.getSequence(), template, grammars, contextTokens, threads }
}

/** Throws a failure on, with the engine's own words: they come by another way than it, and a little later. */
const withWords =
  (said: readonly string[], signal: AbortSignal) =>
  async (cause: unknown): Promise<never> => {
    for (let turn = 0; turn < LONGEST_WAIT_TURNS && said.length === 0 && !signal.aborted; turn++)
      await setTimeout(TURN_MS)
    throw new Error([cause instanceof Error ? cause.message : String(cause), ...said].join('\n'), { cause })
  }
