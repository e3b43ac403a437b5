import type { WriterModel } from '../../../domain/writer.ts'
import type { Answer, Question } from '../ports.ts'

/** English has about four characters to a token. */
const CHARACTERS_PER_TOKEN = 4

type Asked = Pick<Question, 'system' | 'prompt' | 'mostTokens'>
type Tokens = Pick<Answer, 'promptTokens' | 'answerTokens'>

/** Tokens that a question may take, for who cannot count them. */
export const estimateTokens = ({ system, prompt, mostTokens }: Asked): Tokens => ({
  promptTokens: Math.ceil((system.length + prompt.length) / CHARACTERS_PER_TOKEN),
  answerTokens: mostTokens
})

/** US dollars; 0 where no price is known. */
export const costOf = ({ price }: WriterModel, { promptTokens, answerTokens }: Tokens): number =>
  price === undefined ? 0 : (promptTokens * price.prompt + answerTokens * price.answer) / 1e6

export interface Spent {
  tokens: number
  dollars: number
}

export const addSpent = (spent: Spent, wish: WriterModel, tokens: Tokens): Spent => ({
  tokens: spent.tokens + tokens.promptTokens + tokens.answerTokens,
  dollars: spent.dollars + costOf(wish, tokens)
})

/** Why another question would go beyond the budget of a model, as a sentence; null where it does not. */
export function faultOfBudget(wish: WriterModel, spent: Spent, question: Asked): string | null {
  const after = addSpent(spent, wish, estimateTokens(question))
  if (wish.tokens !== undefined && after.tokens > wish.tokens)
    return `its budget of ${wish.tokens} tokens is used up (${spent.tokens}, and the next question takes up to ${after.tokens - spent.tokens})`
  if (wish.dollars !== undefined && after.dollars > wish.dollars)
    return `its budget of $${wish.dollars} is used up ($${spent.dollars.toFixed(4)}, and the next question costs up to $${(after.dollars - spent.dollars).toFixed(4)})`
  return null
}
