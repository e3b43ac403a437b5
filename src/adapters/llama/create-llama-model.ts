import { GenerationError, type Answer, type LanguageModel, type Question } from '../../stages/write/ports.ts'
import type { Refusal } from './ask-llama.ts'
import { createModelDesk } from './create-model-desk.ts'
import { explainLoadFailure } from './explain-load-failure.ts'
import { inspectLlamaFile } from './inspect-llama-file.ts'
import { LlamaFileError } from './llama-file-error.ts'
import type { Opened } from './llama-tasks.ts'
import { loadOnce } from './load-once.ts'
import { memoryNote } from './memory-note.ts'
import { planContext } from './plan-context.ts'
import { untilAborted } from '../../domain/until-aborted.ts'

export interface LlamaOptions {
  /** Of a .gguf file; of the first one where a model is split over several. */
  path: string
  /** For the report. */
  name: string
  /** Tokens of a question and its answer; 8192 at most where nobody says. */
  contextTokens?: number | undefined
  /** One a core but one where nobody says. */
  threads?: number | undefined
  /** On the GPU, where a package for it is installed and works; else on the CPU. */
  gpu?: boolean | undefined
  /** What a person should know. */
  onNote?: ((text: string) => void) | undefined
}

/**
 * A GGUF model in this process, in a thread that all of them share. Loaded when it is first asked; answers one question after
 * the other. Throws a LlamaFileError where no text can be made with the file.
 */
export async function createLlamaModel(options: LlamaOptions): Promise<LanguageModel> {
  const { path, name, threads, gpu = false, onNote } = options
  const file = await inspectLlamaFile(path)
  const contextTokens = planContext(options.contextTokens, file.trainedTokens)
  const desk = createModelDesk({ path, contextTokens, threads, gpu })
  const released = new Error(`${name} has been released: create another`)
  let opened: Opened | undefined
  const load = loadOnce(async () => {
    const note = memoryNote(name, file.bytes, process.availableMemory())
    if (note !== null) onNote?.(note)
    try {
      opened = (await desk.call('open', {})) as Opened
    } catch (cause) {
      throw cause === released ? cause : new LlamaFileError(explainLoadFailure(path, cause), { cause })
    }
  })
  const ask = async (question: Question, signal?: AbortSignal): Promise<Answer | Refusal> => {
    try {
      return (await desk.call('answer', { question }, signal)) as Answer | Refusal
    } catch (cause) {
      if (cause === released || signal?.aborted === true) throw cause
      return { fault: 'server-error', message: failureOf(cause) }
    }
  }

  return {
    name,
    contextTokens,
    async answer(question, { signal } = {}) {
      signal?.throwIfAborted()
      await untilAborted(load(), [signal])
      const result = await ask(question, signal)
      if ('fault' in result) throw new GenerationError(result.fault, `${name} ${result.message}`)
      return result
    },
    facts: () => ({
      contextTokens,
      architecture: file.architecture,
      parameters: file.parameters,
      ...opened,
      peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024)
    }),
    release: () => desk.release(released)
  }
}

const failureOf = (cause: unknown): string =>
  `failed (${cause instanceof Error ? cause.message : String(cause)}): if it does so again, get its file again`
