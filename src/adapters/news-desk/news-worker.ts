import { StageError } from '../../domain/stage-error.ts'
import { newsDeskHere } from '../../stages/fetch/news-desk-here.ts'
import { answerQuestions } from '../guarded-thread/answer-questions.ts'
import type { NewsAnswer, NewsQuestion } from './news-questions.ts'

answerQuestions<NewsQuestion, NewsAnswer>(async ({ name, args }) => {
  const call = newsDeskHere[name] as (...args: readonly unknown[]) => Promise<unknown>
  try {
    return { value: await call(...args) }
  } catch (error) {
    if (!(error instanceof StageError)) throw error
    return { fault: { message: error.message, retryable: error.retryable } }
  }
})
