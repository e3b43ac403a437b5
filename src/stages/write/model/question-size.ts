import type { LanguageModel } from '../ports.ts'
import { estimateTokens } from './budget.ts'
import type { Ask } from './route.ts'

/** Of what a question could show, from all of it down. */
export const SHARES: readonly number[] = [1, 0.5, 0.25]

/** The question with as much in it as the model can likely read, and the shares from that on. */
export function fitQuestion<T>(
  ask: Pick<Ask<T>, 'question'>,
  reason: string,
  model: Pick<LanguageModel, 'contextTokens'>,
  shares: readonly number[]
): { question: ReturnType<Ask<T>['question']>; shares: readonly number[] } {
  const { contextTokens } = model
  const [share = 1, ...less] = shares
  const question = ask.question({ reason, contextTokens, share })
  const { promptTokens, answerTokens } = estimateTokens(question)
  const fits = contextTokens === null || promptTokens + answerTokens <= contextTokens
  return fits || less.length === 0
    ? { question, shares: [share, ...less] }
    : fitQuestion(ask, reason, model, less)
}
