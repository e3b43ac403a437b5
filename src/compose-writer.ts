import { join } from 'node:path'
import type { Settings } from './config/load-settings.ts'
import { parseWriterChoice, WRITER_HELP, writerNameOf, type WriterChoice } from './config/writer-choice.ts'
import type { ModelStore } from './domain/model-store.ts'
import { StageError } from './domain/stage-error.ts'
import { modelsOf, type WriterModel, type WriterWish } from './domain/writer.ts'
import type { Seat } from './stages/write/model/player.ts'
import type { PromptBook } from './stages/write/model/prompt-book.ts'
import type { LanguageModel, Writer } from './stages/write/ports.ts'

export interface WriterShelf {
  /** Throws a StageError where a name says nothing that is known. */
  load(wish: WriterWish): Promise<Writer>
  /** What is wrong with the models that are named, a sentence each; a server that is down is no fault of the configuration. */
  faults(wish: WriterWish): Promise<string[]>
  release(): Promise<void>
}

const unusable = (message: string, cause?: unknown): StageError =>
  new StageError('write', message, { retryable: false, cause })

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const messagesOf = (error: unknown): string[] => [messageOf(error)]

interface OpenOptions {
  signal?: AbortSignal
  /** The server that the key is for. */
  keyOrigin?: string | undefined
}

/** There is one key: it is for the first server that is named, and no other sees it. */
function firstOrigin(models: readonly WriterModel[]): string | undefined {
  const choices = models.map(({ model }) => parseWriterChoice(model))
  const server = choices.find(choice => choice?.kind === 'server')
  return server?.kind === 'server' ? new URL(server.url).origin : undefined
}

/** Who writes. A model is made when it is first asked, kept for the episode, and let go of after it. */
export function createWriterShelf(
  settings: Settings,
  store: ModelStore,
  onNote: (text: string) => void
): WriterShelf {
  const local = { gpu: settings.writerDevice === 'auto', onNote }
  const open = new Set<Promise<LanguageModel>>()

  const fileOf = async (id: string): Promise<string> => {
    const writers = store.cards.filter(({ kind }) => kind === 'script').map(card => card.id)
    if (!writers.includes(id))
      throw unusable(`there is no writer "${id}": ${WRITER_HELP}; models that write: ${writers.join(', ')}`)
    const file = (await store.find(id))?.files.find(({ name }) => name.endsWith('.gguf'))
    if (file === undefined)
      throw unusable(
        `${id} is not installed: get it with "duologue models pull ${id}", or name a file (gguf:PATH)`
      )
    return file.path
  }

  const make = async (
    { model: name, seconds }: WriterModel,
    choice: Exclude<WriterChoice, { kind: 'builtin' }>,
    { signal, keyOrigin }: OpenOptions
  ): Promise<LanguageModel> => {
    if (choice.kind === 'server') {
      const { createChatModel } = await import('./adapters/chat-server/create-chat-model.ts')
      return createChatModel({
        url: choice.url,
        model: choice.model,
        key: new URL(choice.url).origin === keyOrigin ? settings.writerKey : undefined,
        seconds,
        signal
      })
    }
    const { createLlamaModel } = await import('./adapters/llama/create-llama-model.ts')
    return choice.kind === 'gguf'
      ? createLlamaModel({ path: choice.path, name: writerNameOf(name), ...local })
      : createLlamaModel({ path: await fileOf(choice.id), name, ...local })
  }

  const openModel = (wish: WriterModel, options: OpenOptions = {}): Promise<LanguageModel> => {
    const choice = parseWriterChoice(wish.model)
    if (choice === null || choice.kind === 'builtin')
      return Promise.reject(unusable(`there is no writer "${wish.model}": ${WRITER_HELP}`))
    const model = make(wish, choice, options)
    open.add(model)
    model.catch(() => open.delete(model))
    return model
  }

  const letGo = async (models: readonly Promise<LanguageModel>[]): Promise<void> => {
    models.forEach(model => open.delete(model))
    await Promise.allSettled(models.map(async model => (await model).release()))
  }

  const loadBook = async (): Promise<PromptBook> => {
    const { loadPrompts } = await import('./adapters/prompts/load-prompts.ts')
    try {
      return await loadPrompts(join(settings.packageRoot, 'prompts'))
    } catch (error) {
      throw unusable(messageOf(error), error)
    }
  }

  /** Seats that name the same file have one model: it is in memory once. */
  const seatOf = (
    wish: WriterModel,
    opened: Map<string, Promise<LanguageModel>>,
    keyOrigin: string | undefined
  ): Seat => {
    const isServer = parseWriterChoice(wish.model)?.kind === 'server'
    const key = isServer ? JSON.stringify(wish) : wish.model
    return {
      wish,
      name: writerNameOf(wish.model),
      open({ signal }) {
        const model = opened.get(key) ?? openModel(wish, { signal, keyOrigin })
        opened.set(key, model)
        return model
      }
    }
  }

  const faultsOfModel = async (wish: WriterModel): Promise<string[]> => {
    const unpriced =
      wish.dollars === undefined || wish.price !== undefined
        ? []
        : [
            `${writerNameOf(wish.model)} has a budget of $${wish.dollars} and no price: give price: {prompt, answer}, in US dollars for a million tokens`
          ]
    if (parseWriterChoice(wish.model)?.kind === 'server') return unpriced
    try {
      const model = openModel(wish)
      await model
      await letGo([model])
      return unpriced
    } catch (error) {
      return [...unpriced, messageOf(error)]
    }
  }

  return {
    async load(wish) {
      const models = modelsOf(wish)
      const { createBuiltinWriter } = await import('./stages/write/builtin/create-builtin-writer.ts')
      const builtin = createBuiltinWriter()
      if (models.length === 0) return builtin
      const book = await loadBook()
      const { createModelWriter } = await import('./stages/write/model/create-model-writer.ts')
      return {
        name: models.map(({ model }) => writerNameOf(model)).join(', '),
        async write(assignment, options) {
          const opened = new Map<string, Promise<LanguageModel>>()
          const seats = models.map(model => seatOf(model, opened, firstOrigin(models)))
          try {
            return await createModelWriter({ seats, book, builtin }).write(assignment, options)
          } finally {
            await letGo([...opened.values()])
          }
        }
      }
    },
    async faults(wish) {
      const models = modelsOf(wish)
      if (models.length === 0) return []
      const unread = await loadBook().then(() => [], messagesOf)
      return [unread, ...(await Promise.all(models.map(faultsOfModel)))].flat()
    },
    release: () => letGo([...open])
  }
}
