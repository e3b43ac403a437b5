import type { Question } from '../../stages/write/ports.ts'

/** No tokenizer for ordinary text has more characters to a token, on average. */
const MOST_CHARACTERS = 6

/** Where a server does not count: four characters to a token. */
export const estimateTokens = (text: string): number => Math.max(1, Math.ceil(text.length / 4))

export const questionText = ({ system, prompt }: Question): string => `${system}\n${prompt}`

/** Some servers cut a question silently instead of refusing it, so what can never fit is not sent. */
export const cannotFit = (question: Question, contextTokens: number | null): boolean =>
  contextTokens !== null && questionText(question).length / MOST_CHARACTERS >= contextTokens
