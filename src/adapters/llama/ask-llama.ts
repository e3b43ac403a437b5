import { LlamaChatSession, type ChatHistoryItem, type Token } from 'node-llama-cpp'
import type { Answer, GenerationFault, Question } from '../../stages/write/ports.ts'
import { BATCH_TOKENS, type OpenLlama } from './open-llama.ts'
import { samplingFor, toLlamaSeed } from './sampling-for.ts'

/** Why there is no answer, as the rest of a sentence that begins with the model's name. */
export interface Refusal {
  fault: GenerationFault
  message: string
}

/** Asks one question, with nothing left of the one before. Throws the signal's reason. */
export async function askLlama(
  open: OpenLlama,
  question: Question,
  signal: AbortSignal
): Promise<Answer | Refusal> {
  const started = performance.now()
  const grammar = await open.grammars.of(question.schema)
  if ('fault' in grammar)
    return { fault: 'rejected', message: `cannot be held to the schema of the question: ${grammar.fault}` }
  const tokens = tokensOf(open, question)
  const refusal = refusalOf(tokens.length, question, open)
  if (refusal !== null) return refusal

  await open.sequence.clearHistory()
  await readQuestion(open, tokens, signal)
  const session = createSession(open, question)
  const meter = open.sequence.tokenMeter
  const before = meter.getState()
  try {
    const { responseText, stopReason } = await session.promptWithMeta(question.prompt, {
      grammar,
      maxTokens: question.mostTokens,
      seed: toLlamaSeed(question.seed),
      ...samplingFor(question.step),
      budgets: { thoughtTokens: 0, commentTokens: 0 },
      signal,
      stopOnAbortSignal: false
    })
    if (responseText.trim() === '')
      return { fault: 'empty', message: 'gave an empty answer: ask it another way' }
    return {
      text: responseText,
      promptTokens: tokens.length,
      answerTokens: meter.diff(before).usedOutputTokens,
      seconds: (performance.now() - started) / 1000,
      ended: stopReason !== 'maxTokens'
    }
  } finally {
    session.dispose()
  }
}

const createSession = ({ sequence, template }: OpenLlama, { system }: Question): LlamaChatSession =>
  new LlamaChatSession({ contextSequence: sequence, chatWrapper: template, systemPrompt: system })

/** The question as the model reads it, special tokens of its template included; those that stand in its text are text. */
export function tokensOf(
  { template, model }: Pick<OpenLlama, 'template' | 'model'>,
  question: Question
): Token[] {
  const chatHistory: ChatHistoryItem[] = [
    ...template.generateInitialChatHistory({ systemPrompt: question.system }),
    { type: 'user', text: question.prompt },
    { type: 'model', response: [] }
  ]
  return template.generateContextState({ chatHistory }).contextText.tokenize(model.tokenizer)
}

function refusalOf(
  promptTokens: number,
  { mostTokens }: Question,
  { contextTokens }: OpenLlama
): Refusal | null {
  if (promptTokens + mostTokens <= contextTokens) return null
  return {
    fault: 'too-long',
    message:
      `reads ${contextTokens} tokens in all, and the question has ${promptTokens} with an answer of up to ${mostTokens}: ` +
      'ask less at once, or give it a longer context'
  }
}

/** All but the last token, a batch at a time: the library itself looks at the signal only when all is read. */
async function readQuestion({ sequence }: OpenLlama, tokens: Token[], signal: AbortSignal): Promise<void> {
  for (let at = 0; at < tokens.length - 1; at += BATCH_TOKENS) {
    signal.throwIfAborted()
    const batch = tokens.slice(at, Math.min(at + BATCH_TOKENS, tokens.length - 1))
    await sequence.evaluateWithoutGeneratingNewTokens(batch)
  }
  signal.throwIfAborted()
}
