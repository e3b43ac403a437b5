import type { WriterModel } from '../../domain/writer.ts'
import type { LanguageModel } from '../../stages/write/ports.ts'
import { answerQuestion } from './answer-question.ts'
import type { Desk } from './ask-model.ts'
import { createToFault } from './chat-fault.ts'
import { CHAT_LIMITS, DEFAULT_SECONDS } from './chat-limits.ts'
import type { ChatLimits } from './chat-limits.ts'
import { createLifetime } from './create-lifetime.ts'
import { firstHabits } from './habits.ts'
import { planAddress } from './plan-address.ts'
import { askContext, surveyServer } from './survey-server.ts'
import type { Survey } from './survey-server.ts'

export interface ChatModelOptions {
  /** The address that /chat/completions stands below, with or without its /v1, or all of it. */
  url: string
  /** Null: the server's own, where it has one only. */
  model: string | null
  key?: string | undefined
  /** For one call, its retries included. */
  seconds?: number | undefined
  /** US dollars for a million tokens. */
  price?: WriterModel['price']
  limits?: Partial<ChatLimits> | undefined
  /** Ends the asking about the server itself. */
  signal?: AbortSignal | undefined
}

/** Any server with OpenAI's /v1/chat/completions: Ollama, llama-server, vLLM, LM Studio, Azure, OpenRouter. Throws a GenerationError where nobody is there, or where the model must be named. */
export async function createChatModel(options: ChatModelOptions): Promise<LanguageModel> {
  const { url, model, key, seconds = DEFAULT_SECONDS, price } = options
  const survey = {
    address: planAddress(url, key),
    model,
    signal: options.signal ?? new AbortController().signal,
    limits: { ...CHAT_LIMITS, ...options.limits }
  }
  const desk = await openDesk(survey)
  const learnContext = createContextLearner(survey, desk)
  const spent = { promptTokens: 0, answerTokens: 0 }

  return {
    name: desk.name,
    get contextTokens() {
      return desk.facts.contextTokens
    },
    ...createLifetime(desk.name, async (question, signal) => {
      const answer = await answerQuestion(desk, question, { signal, seconds, learnContext })
      spent.promptTokens += answer.promptTokens
      spent.answerTokens += answer.answerTokens
      return answer
    }),
    facts: () => ({
      host: desk.address.host,
      ...desk.tally,
      ...spent,
      format: desk.habits.format,
      ...(price ? { dollars: dollarsFor(spent, price) } : {})
    })
  }
}

async function openDesk(survey: Survey): Promise<Desk & { name: string }> {
  const facts = await surveyServer(survey)
  const { address, limits } = survey
  const name = `${facts.model} at ${address.host}`
  return {
    name,
    facts,
    address,
    limits,
    toFault: createToFault(name),
    hasKey: 'authorization' in address.headers,
    secrets: address.secrets,
    habits: firstHabits({ model: facts.model, host: address.host, ollama: facts.ollama }),
    tally: { requests: 0, retries: 0 }
  }
}

/** Ollama tells how much a model can read once it has loaded it, and cuts a longer question without a word. */
function createContextLearner(survey: Survey, { facts }: Desk): (signal: AbortSignal) => Promise<void> {
  let isKnown = !facts.ollama || facts.contextTokens !== null
  return async signal => {
    if (isKnown) return
    isKnown = true
    facts.contextTokens = await askContext({ ...survey, signal }, facts, '')
  }
}

const dollarsFor = (
  { promptTokens, answerTokens }: { promptTokens: number; answerTokens: number },
  price: NonNullable<WriterModel['price']>
): number => (promptTokens * price.prompt + answerTokens * price.answer) / 1e6
