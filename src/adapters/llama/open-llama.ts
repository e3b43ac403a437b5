import { setTimeout } from 'node:timers/promises'
import {
  getLlama,
  LlamaLogLevel,
  type ChatWrapper,
  type Llama,
  type LlamaContextSequence,
  type LlamaModel
} from 'node-llama-cpp'
import { chooseTemplate } from './choose-template.ts'
import { createGrammarBook, type GrammarBook } from './create-grammar-book.ts'
import { planThreads } from './plan-threads.ts'

export interface OpenLlama {
  llama: Llama
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
}

/** Of a question at once: it can be given up between two of them. */
export const BATCH_TOKENS = 128

const TURN_MS = 10
const LONGEST_WAIT_TURNS = 20

/** Loads a model with one context; throws an Error with all that the engine said. */
export async function openLlama(settings: LlamaSettings, signal: AbortSignal): Promise<OpenLlama> {
  const said: string[] = []
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    skipDownload: true,
    progressLogs: false,
    /** None but what a context asks for. */
    maxThreads: 0,
    logLevel: LlamaLogLevel.error,
    logger: (_level, message) => void said.push(message.trim())
  })
  try {
    return await load(llama, settings, signal)
  } catch (cause) {
    await waitForWords(said)
    await llama.dispose()
    throw new Error([describe(cause), ...said].join('\n'), { cause })
  }
}

async function load(llama: Llama, settings: LlamaSettings, signal: AbortSignal): Promise<OpenLlama> {
  const { path, contextTokens } = settings
  const threads = planThreads(settings.threads, llama.cpuMathCores)
  const model = await llama.loadModel({
    modelPath: path,
    ignoreMemorySafetyChecks: true,
    loadSignal: signal
  })
  const context = await model.createContext({
    contextSize: contextTokens,
    batchSize: BATCH_TOKENS,
    threads,
    ignoreMemorySafetyChecks: true,
    createSignal: signal
  })
  return {
    llama,
    model,
    sequence: context.getSequence(),
    template: chooseTemplate(model),
    grammars: createGrammarBook(llama),
    contextTokens,
    threads
  }
}

/** What the engine says comes by another way than its failure, and a little later. */
async function waitForWords(said: readonly string[]): Promise<void> {
  for (let turn = 0; turn < LONGEST_WAIT_TURNS && said.length === 0; turn++) await setTimeout(TURN_MS)
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error))
