import type { Llama, LlamaGrammar } from 'node-llama-cpp'
import type { AnswerSchema } from '../../stages/write/ports.ts'
import { faultOfSchema } from './fault-of-schema.ts'

/** A grammar, or why there is none, as a sentence. */
export type GrammarFor = LlamaGrammar | { fault: string }

export interface GrammarBook {
  of(schema: AnswerSchema): Promise<GrammarFor>
}

const MOST_KEPT = 64

/** Makes each grammar once. */
export function createGrammarBook(llama: Pick<Llama, 'createGrammarForJsonSchema'>): GrammarBook {
  const made = new Map<string, Promise<GrammarFor>>()
  const make = async (schema: AnswerSchema): Promise<GrammarFor> => {
    const fault = faultOfSchema(schema)
    if (fault !== null) return { fault }
    try {
      return await llama.createGrammarForJsonSchema(
        schema as Parameters<Llama['createGrammarForJsonSchema']>[0]
      )
    } catch (error) {
      return {
        fault: `the engine makes no grammar of it: ${error instanceof Error ? error.message : String(error)}`
      }
    }
  }
  return {
    of(schema) {
      const key = JSON.stringify(schema)
      const grammar = made.get(key) ?? make(schema)
      made.set(key, grammar)
      const oldest = made.keys().next()
      if (made.size > MOST_KEPT && oldest.done !== true) made.delete(oldest.value)
      return grammar
    }
  }
}
