import { splitSentences } from '../../../domain/sentences.ts'
import type { Amount } from './amounts/amount.ts'
import { readAmounts } from './amounts/read-amounts.ts'
import type { DateMention } from './dates/date-mention.ts'
import { readDates } from './dates/read-dates.ts'
import { plainText } from './text/plain.ts'
import { readTokens } from './text/read-tokens.ts'
import { contentStems } from './text/stems.ts'
import type { Token } from './text/token.ts'

/** A sentence, read. */
export interface Statement {
  text: string
  tokens: readonly Token[]
  dates: readonly DateMention[]
  amounts: readonly Amount[]
  stems: ReadonlySet<string>
}

export function readStatement(sentence: string): Statement {
  const text = plainText(sentence)
  const tokens = readTokens(text)
  const dates = readDates(tokens, text)
  return {
    text,
    tokens,
    dates,
    amounts: readAmounts(tokens, dates, text),
    stems: new Set(contentStems(tokens))
  }
}

/** The sentences of a text, read. */
export const readStatements = (text: string): Statement[] => splitSentences(text).map(readStatement)
