/** What a server says about itself. */
export interface ServerFacts {
  /** The model that is asked. */
  model: string
  /** Null where it has no list. */
  models: readonly string[] | null
  ollama: boolean
  contextTokens: number | null
}
