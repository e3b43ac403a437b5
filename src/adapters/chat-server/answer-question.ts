import type { Answer, Question } from '../../stages/write/ports.ts'
import { askModel } from './ask-model.ts'
import type { Desk } from './ask-model.ts'
import { cannotFit, estimateTokens, questionText } from './count-tokens.ts'
import { tooLongAdvice } from './status-fault.ts'
import { withDeadline } from './with-deadline.ts'

export interface AnswerTerms {
  signal: AbortSignal
  /** For all of it, retries included. */
  seconds: number
  /** Called after an answer: some servers know only then how much the model can read. */
  learnContext(signal: AbortSignal): Promise<void>
}

/** One answer, counted and timed. Throws a GenerationError, or the signal's reason. */
export function answerQuestion(desk: Desk, question: Question, terms: AnswerTerms): Promise<Answer> {
  const { signal, seconds, learnContext } = terms
  const begunMs = performance.now()
  const endsMs = Date.now() + seconds * 1000
  const late = desk.toFault('timeout', `did not answer within ${seconds} s`)
  return withDeadline(signal, seconds * 1000, late, async within => {
    refuseTooLong(desk, question)
    const given = await askModel(desk, question, { signal: within, endsMs })
    await learnContext(within)
    refuseTooLong(desk, question)
    return {
      text: given.text,
      ended: given.ended,
      promptTokens: given.promptTokens ?? estimateTokens(questionText(question)),
      answerTokens: given.answerTokens ?? estimateTokens(given.text),
      seconds: (performance.now() - begunMs) / 1000
    }
  })
}

function refuseTooLong({ facts, toFault }: Desk, question: Question): void {
  if (cannotFit(question, facts.contextTokens))
    throw toFault('too-long', `cannot read this question: ${tooLongAdvice(facts)}`)
}
