import { basename, join } from 'node:path'
import { createChatModel } from './adapters/chat-server/create-chat-model.ts'
import { createLlamaModel } from './adapters/llama/create-llama-model.ts'
import { loadPrompts } from './adapters/prompts/load-prompts.ts'
import type { Settings } from './config/load-settings.ts'
import { parseWriterChoice, WRITER_HELP, type WriterChoice } from './config/writer-choice.ts'
import type { ModelStore } from './domain/model-store.ts'
import { StageError } from './domain/stage-error.ts'
import { modelsOf, type WriterModel, type WriterWish } from './domain/writer.ts'
import { createBuiltinWriter } from './stages/write/builtin/create-builtin-writer.ts'
import { createModelWriter } from './stages/write/model/create-model-writer.ts'
import type { Seat } from './stages/write/model/route.ts'
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
    name: string,
    choice: Exclude<WriterChoice, { kind: 'builtin' }>
  ): Promise<LanguageModel> => {
    switch (choice.kind) {
      case 'server':
        return createChatModel({ url: choice.url, model: choice.model, key: settings.writerKey })
      case 'gguf':
        return createLlamaModel({ path: choice.path, name: basename(choice.path, '.gguf'), ...local })
      case 'installed':
        return createLlamaModel({ path: await fileOf(choice.id), name, ...local })
    }
  }

  const openModel = (name: string): Promise<LanguageModel> => {
    const choice = parseWriterChoice(name)
    if (choice === null || choice.kind === 'builtin')
      return Promise.reject(unusable(`there is no writer "${name}": ${WRITER_HELP}`))
    const model = make(name, choice)
    open.add(model)
    model.catch(() => open.delete(model))
    return model
  }

  const letGo = async (models: readonly Promise<LanguageModel>[]): Promise<void> => {
    const opened = await Promise.allSettled(models)
    await Promise.all(opened.map(each => (each.status === 'fulfilled' ? each.value.release() : undefined)))
    models.forEach(model => open.delete(model))
  }

  return {
    async load(wish) {
      const models = modelsOf(wish)
      const builtin = createBuiltinWriter()
      if (models.length === 0) return builtin
      const book = await loadPrompts(join(settings.packageRoot, 'prompts'))
      const seatOf = (wish: WriterModel, opened: Promise<LanguageModel>[]): Seat => ({
        wish,
        open() {
          const model = openModel(wish.model)
          opened.push(model)
          return model
        }
      })
      return {
        name: models.map(({ model }) => model).join(', '),
        async write(assignment, options) {
          const opened: Promise<LanguageModel>[] = []
          const seats = models.map(model => seatOf(model, opened))
          try {
            return await createModelWriter({ seats, book, builtin }).write(assignment, options)
          } finally {
            await letGo(opened)
          }
        }
      }
    },
    async faults(wish) {
      const names = modelsOf(wish).map(({ model }) => model)
      const local = names.filter(name => parseWriterChoice(name)?.kind !== 'server')
      const found = await Promise.all(
        local.map(async name => {
          try {
            const model = openModel(name)
            await model
            await letGo([model])
            return []
          } catch (error) {
            return [error instanceof Error ? error.message : String(error)]
          }
        })
      )
      return found.flat()
    },
    release: () => letGo([...open])
  }
}
