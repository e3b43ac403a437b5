import type { PageText } from '../../stages/fetch/page-ports.ts'
import { answerQuestions } from '../guarded-thread/answer-questions.ts'
import { readPage } from './read-page.ts'

export interface PageQuestion {
  bytes: Uint8Array
  contentType: string | null
  url: string
}

answerQuestions<PageQuestion, PageText>(({ bytes, contentType, url }) => readPage(bytes, contentType, url))
