import { getLlama, LlamaLogLevel, type Llama } from 'node-llama-cpp'

const MOST_LINES = 20

/** What llama.cpp said of its failures, the last of it. */
export const said: string[] = []

/** llama.cpp on the CPU, as it came with the package: nothing is built, and nothing downloaded. */
export const startLlama = (): Promise<Llama> =>
  getLlama({
    gpu: false,
    build: 'never',
    skipDownload: true,
    progressLogs: false,
    /** None but what a context asks for. */
    maxThreads: 0,
    logLevel: LlamaLogLevel.error,
    logger: (_level, message) => {
      said.push(message.trim())
      said.splice(0, said.length - MOST_LINES)
    }
  })
