import type { ListedFeed } from '../../config/plan-feeds.ts'
import { decodeText } from '../charset/decode-text.ts'
import { answerQuestions } from '../guarded-thread/answer-questions.ts'
import { readOpml, type OpmlReader } from './read-opml.ts'

export interface OpmlQuestion {
  bytes: Uint8Array
  contentType: string | null
  reader: OpmlReader
}

answerQuestions<OpmlQuestion, ListedFeed[]>(({ bytes, contentType, reader }) =>
  readOpml(decodeText(bytes, contentType), reader)
)
