import { at, countOf } from './read-fields.ts'

export interface ListedModel {
  id: string
  owner: string
  contextTokens: number | null
}

/** Where vLLM, OpenRouter, Groq, Mistral, LM Studio and TabbyAPI say how much a model can read. */
const CONTEXT_PATHS = [
  ['max_model_len'],
  ['context_length'],
  ['context_window'],
  ['loaded_context_length'],
  ['max_context_length'],
  ['top_provider', 'context_length'],
  ['parameters', 'max_seq_len']
]

const isName = (id: unknown): id is string =>
  typeof id === 'string' && /^[^\s\p{C}][^\p{C}]{0,199}$/u.test(id)

/** The models of GET /v1/models; null where it is no such list. Ollama without a model has null for an empty list. */
export function parseModels(json: unknown): ListedModel[] | null {
  const list = at(json, 'data') ?? at(json, 'models') ?? json
  if (at(json, 'object') === 'list' && at(json, 'data') === null) return []
  if (!Array.isArray(list)) return null
  return list.flatMap((entry: unknown) => {
    const id = at(entry, 'id') ?? at(entry, 'name')
    if (!isName(id)) return []
    const counts = CONTEXT_PATHS.map(path => countOf(at(entry, ...path))).filter(count => count !== null)
    return [{ id, owner: String(at(entry, 'owned_by') ?? ''), contextTokens: counts[0] ?? null }]
  })
}

/** Those that could write, where a list has others as well. */
export const writingModels = (models: readonly ListedModel[]): string[] =>
  models.map(({ id }) => id).filter(id => !/embed|rerank|whisper|\btts\b|moderation|\bbge\b/i.test(id))
