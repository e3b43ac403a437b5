import { getLlama, LlamaLogLevel, type Llama } from 'node-llama-cpp'

const MOST_LINES = 20

/** What llama.cpp said of its failures, the last of it. */
export const said: string[] = []

/** llama.cpp as it came with its packages: nothing is built, and nothing downloaded. `gpu`: on the GPU, where a package for it is installed and works. */
export const startLlama = (gpu: boolean): Promise<Llama> =>
  getLlama({
    gpu: gpu ? 'auto' : false,
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
