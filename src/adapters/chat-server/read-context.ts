import { addressAt } from './plan-address.ts'
import { at, countOf, parseJson } from './read-fields.ts'
import type { Reply } from './run-exchange.ts'

export interface ContextOf {
  model: string
  ollama: boolean
  /** Whose the model is, by the list of models. */
  owner: string
  chat: URL
}

/** llama-server tells what each of its slots has, Ollama what a loaded model was given; both are less than the model could. */
export async function readContext(
  { model, ollama, owner, chat }: ContextOf,
  get: (url: URL) => Promise<Reply>
): Promise<number | null> {
  const read = async (path: string): Promise<unknown> => {
    const { status, text } = await get(addressAt(chat, path))
    return status === 200 ? parseJson(text) : undefined
  }
  if (owner === 'llamacpp')
    return countOf(at(await read(besideApi(chat, 'props')), 'default_generation_settings', 'n_ctx'))
  if (!ollama) return null
  const loaded = at(await read(besideApi(chat, 'api/ps')), 'models')
  const entry = [loaded].flat().find(one => [model, `${model}:latest`].includes(String(at(one, 'name'))))
  return countOf(at(entry, 'context_length'))
}

const besideApi = (chat: URL, path: string): string =>
  chat.pathname.replace(/(?:\/v\d+)?\/chat\/completions$/, `/${path}`)
