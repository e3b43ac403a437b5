import type { RawFeed } from '../../stages/fetch/ports.ts'
import { answerQuestions } from '../guarded-thread/answer-questions.ts'
import { readFeed } from './read-feed.ts'

export interface FeedQuestion {
  bytes: Uint8Array
  contentType: string | null
}

answerQuestions<FeedQuestion, RawFeed>(({ bytes, contentType }) => readFeed(bytes, contentType))
